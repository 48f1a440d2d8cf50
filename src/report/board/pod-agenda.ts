import type { CardView } from '../../domain/board/card.ts';
import { impactNames } from '../../domain/board/form/choice-names.ts';
import { impactOf } from '../../domain/board/score/impact-of.ts';
import { escapeMarkdown } from '../../domain/markdown/escape-markdown.ts';
import { agendaDay, agendaOpening, agendaSection, cardLine, type Meeting, reasonsText } from './agenda.ts';
import type { BoardFacts } from './board-facts.ts';
import { kindOf, kindText } from './card-words.ts';
import { topRequests } from './top-requests.ts';

const priorities = 10;

/**
 * The agenda of a pod: the SMEs and leads of an area make the board ready for product management
 * (`docs/rules.md#customer-feedback`).
 */
export function podAgenda(facts: BoardFacts, meeting: Meeting): string {
  const { area, since } = meeting;
  const asks = topRequests(facts, area.key);
  const undecided = asks.filter(({ standing }) => standing.value === 'new' || standing.value === 'reviewed');
  const open = facts.cards.filter(({ areaKey, card }) => areaKey === area.key && card.state === 'opened');
  const fresh = open.filter(({ card }) => card.createdAt >= since);
  const incomplete = open.filter((view) => view.form.problems.length > 0 && !isSettled(facts, view));
  const proposals = open.filter(({ card }) => card.labels.includes('duplicate::proposed'));
  return [
    agendaOpening(facts, meeting, 'Pod'),
    'For the SMEs and leads of the area: make what customers have said ready for product management. This issue is confidential; write what you decide in a comment and close it.',
    agendaSection(`New since ${agendaDay(facts, since)}`, fresh.map(freshLine), 'No card is new.'),
    agendaSection('Missing context', incomplete.map(missingLine), 'Every form is complete.'),
    agendaSection(
      'Proposed priorities',
      undecided.slice(0, priorities).map((ask) => `- ${cardLine(ask.head)}: ${reasonsText(ask)}`),
      'Nothing waits for product management.',
    ),
    agendaSection('May be the same', proposals.map(proposalLine), 'No proposal is open.'),
    agendaSection(
      'To decide',
      [
        '- [ ] Each new card: right area, kind and impact, or changed by label',
        '- [ ] Each form that misses something: who asks the asker',
        '- [ ] Each proposal: 👍 or 👎 on its comment',
        '- [ ] What goes to product management first, and who moves it to *Reviewed*',
      ],
      '',
    ),
  ].join('\n\n');
}

function isSettled({ standingOf }: BoardFacts, view: CardView): boolean {
  const { value } = standingOf(view);
  return value === 'resolved' || value === 'declined';
}

function freshLine(view: CardView): string {
  const impact = impactOf(view);
  const kind = kindText(kindOf(view));
  return `- ${cardLine(view)} (${kind}, ${impact === null ? 'no impact yet' : impactNames[impact]})`;
}

function missingLine(view: CardView): string {
  const fields = [...new Set(view.form.problems.map(({ field }) => escapeMarkdown(field)))];
  return `- ${cardLine(view)}: ${fields.join(', ')}`;
}

/** The older card is the one that the newest proposal names. */
function proposalLine(view: CardView): string {
  const keys = [...view.card.comments].sort((a, b) => a.id - b.id).map(({ key }) => key ?? '');
  const older = keys.flatMap((key) => /^duplicate:(\d+)$/.exec(key)?.[1] ?? []).at(-1);
  return older === undefined ? `- ${cardLine(view)}` : `- ${cardLine(view)}: the same as #${older}?`;
}
