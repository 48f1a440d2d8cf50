import type { Config } from '../../../config/types.ts';
import type { Directory } from '../../people.ts';
import type { CardScore, CardView, Groups, Scores } from '../card.ts';
import { cardsByNumber } from '../cards-by-number.ts';
import { apartFrom } from '../duplicates/groups.ts';
import type { CardStanding } from '../standing/card-standing.ts';
import { moverName } from '../standing/mover-name.ts';
import { standingIn } from '../standing/standing-in.ts';
import type { CardRecord } from './card-record.ts';
import { cardRecordText } from './card-record-text.ts';

/** What the record of a card may depend on besides the card. */
export interface RecordContext {
  readonly config: Config;
  readonly desk: { readonly ids: readonly number[] };
  readonly directory: Directory;
  readonly cards: readonly CardView[];
  readonly groups: Groups;
  readonly scores: Scores;
}

/** The record of a card as it should be: the value of its marker, and the text people read above it. */
export function cardRecordOf(
  view: CardView,
  context: RecordContext,
  sameAs: readonly number[],
): { readonly record: CardRecord; readonly text: string } {
  const { card } = view;
  const standing = standingIn(view, context);
  const apart = apartFrom(view, context.cards, context.config, context.desk.ids);
  return {
    record: {
      project: card.projectId,
      issue: card.id,
      status: statusFor(standing),
      judged: standing.judged,
      sameAs: [...sameAs],
      ...(apart.length === 0 ? {} : { apart: [...apart] }),
    },
    text: cardRecordText(view, {
      config: context.config,
      standing,
      mover: moverName(standing.move, view, context.directory),
      ...togetherWith(view, context),
      score: scoreOf(view, context.scores),
    }),
  };
}

function statusFor({ move }: CardStanding): CardRecord['status'] {
  if (move === null) return null;
  const { event, value, by, forManager } = move;
  return { event, value, by, forManager };
}

function togetherWith({ card }: CardView, context: RecordContext) {
  const { groups } = context;
  const head = groups.headOf(card.iid);
  const headView = head === card.iid ? undefined : cardsByNumber(context.cards).get(head);
  return {
    together: groups.membersOf(card.iid).filter((iid) => iid !== card.iid),
    headStands: headView === undefined ? null : { iid: head, value: standingIn(headView, context).value },
  };
}

/** While Salesforce does not answer, the band that is there stays; its reasons come back with the next score. */
function scoreOf({ card }: CardView, scores: Scores): Pick<CardScore, 'band' | 'explanation'> | null {
  switch (scores.kind) {
    case 'off':
      return null;
    case 'down': {
      const band = (['high', 'medium', 'low'] as const).find((each) =>
        card.labels.includes(`score::${each}`),
      );
      return band === undefined ? null : { band, explanation: [] };
    }
    case 'scored':
      return scores.byCard.get(card.iid) ?? null;
    default:
      return scores satisfies never;
  }
}
