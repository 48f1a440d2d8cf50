import type { Config } from '../../../config/types.ts';
import { formatDay } from '../../calendar/format-instant.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { sentenceList } from '../../notifications/words.ts';
import type { CardScore, CardStatus, CardView } from '../card.ts';
import type { CardStanding } from '../standing/card-standing.ts';
import { statusNames } from '../standing/status-names.ts';
import { whoMayMove } from '../standing/who-may-move.ts';

/** What the text of a card's record tells besides its form. */
export interface CardRecordFacts {
  readonly config: Pick<Config, 'areas' | 'program' | 'calendar'>;
  readonly standing: CardStanding;
  /** Whoever has moved it last, by name; null: nobody, or the account is gone. */
  readonly mover: string | null;
  /** Numbers of the other cards that it counts together with. */
  readonly together: readonly number[];
  /** Where the oldest of them stands, which goes for all; null: it is this one, or it is alone. */
  readonly headStands: { readonly iid: number; readonly value: CardStatus } | null;
  /** Null: it has none. */
  readonly score: Pick<CardScore, 'band' | 'explanation'> | null;
}

/**
 * The text of a card's record, the one comment that says how it stands (`docs/rules.md#customer-feedback`). It names no
 * customer, calls upon nobody, and is the same as long as nothing has changed: no day of reading stands in it.
 */
export function cardRecordText(view: CardView, facts: CardRecordFacts): string {
  const { config, score } = facts;
  const points = [
    togetherLine(facts),
    score === null ? null : `Score: **${score.band}**. ${score.explanation.join(' ')}`.trim(),
    missingLine(view),
    `Moved by ${whoMayMove(config, view.areaKey)}: by a \`feedback::\` label or on the board. Other moves are undone. Who declines it writes why in a comment.`,
  ];
  return [headline(facts), '', ...points.flatMap((point) => (point === null ? [] : [`- ${point}`]))].join(
    '\n',
  );
}

function headline({ config, standing, mover }: CardRecordFacts): string {
  const { move, value, since } = standing;
  const day = formatDay(since, config.calendar.timezone);
  const start = `**${statusNames[value]}** since ${day}`;
  if (move === null) return `${start}: nobody has moved it yet.`;
  const by = mover === null ? 'somebody whose account is gone' : escapeMarkdown(mover);
  return move.forManager
    ? `${start}, moved by ${by} for the product manager; the next review lists it.`
    : `${start}, moved by ${by}.`;
}

function togetherLine({ together, headStands }: CardRecordFacts): string | null {
  if (together.length === 0) return null;
  const others = sentenceList(together.map((iid) => `#${iid}`));
  const head = headStands === null ? 'Where this card stands' : `Where #${headStands.iid} stands`;
  const stands = headStands === null ? '' : `: **${statusNames[headStands.value]}**`;
  return `Counts together with ${others}. ${head} goes for all of them${stands}.`;
}

function missingLine({ form }: CardView): string | null {
  const fields = [...new Set(form.problems.map(({ field }) => escapeMarkdown(field)))];
  if (fields.length === 0) return null;
  return `To be mended in the description above: ${sentenceList(fields)}.`;
}
