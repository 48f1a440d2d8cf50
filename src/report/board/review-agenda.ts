import type { CardView } from '../../domain/board/card.ts';
import type { Field } from '../../domain/form/request-form.ts';
import { shortText } from '../../domain/markdown/table-cell.ts';
import {
  agendaDay,
  agendaOpening,
  agendaSection,
  cardLine,
  type Meeting,
  reasonsText,
  standingText,
} from './agenda.ts';
import type { BoardFacts } from './board-facts.ts';
import { type Ask, topRequests } from './top-requests.ts';

const highest = 10;

/**
 * The agenda of a PM/SME review: the highest asks of an area with their narrative, what was moved for the product
 * manager, what stands still, and what to decide (`docs/rules.md#customer-feedback`).
 */
export function reviewAgenda(facts: BoardFacts, meeting: Meeting): string {
  const { area, since } = meeting;
  const asks = topRequests(facts, area.key).slice(0, highest);
  const cards = facts.cards.filter(({ areaKey }) => areaKey === area.key);
  const moved = cards.filter((view) => (facts.standingOf(view).move?.at ?? 0) >= since);
  const forManager = moved.filter((view) => facts.standingOf(view).move?.forManager === true);
  const stale = cards.filter((view) => view.card.state === 'opened' && facts.isStale(view));
  const line = (view: CardView): string => `- ${cardLine(view)}: ${standingText(facts, view)}`;
  const day = agendaDay(facts, since);
  return [
    agendaOpening(facts, meeting, 'PM/SME review'),
    'For the product managers, leads and SMEs of the area: what customers ask for most, and what becomes of it. This issue is confidential; write what you decide in a comment and close it.',
    agendaSection(
      'The highest',
      asks.map((ask, index) => narrative(facts, ask, index)),
      'Nothing is asked for.',
    ),
    agendaSection(`Moved for the product manager since ${day}`, forManager.map(line), 'Nothing was.'),
    agendaSection('Stale', stale.map(line), 'Nothing stands still.'),
    agendaSection(`Changes of status since ${day}`, moved.map(line), 'No card was moved.'),
    agendaSection(
      'To decide',
      [
        '- [ ] Each of the highest: accepted, on the roadmap, in the backlog, or declined with the reason in a comment on the card',
        '- [ ] Each move made for the product manager: it stands, or the card is moved again',
        '- [ ] Each stale card: the next step, who takes it, until when',
        '- [ ] What the askers and the field should hear',
      ],
      '',
    ),
  ].join('\n\n');
}

function narrative(facts: BoardFacts, ask: Ask, index: number): string {
  const { challenge, solution, benefit } = ask.head.form;
  const parts = [
    `Challenge: ${excerpt(challenge)} → Solution: ${excerpt(solution)} → Expected impact: ${excerpt(benefit)}`,
    `Why here: ${reasonsText(ask)}`,
    standingText(facts, ask.head),
  ];
  const lines = parts.map((part) => `   - ${part}`);
  return [`${index + 1}. ${cardLine(ask.head)}`, ...lines].join('\n');
}

function excerpt(field: Field<string>): string {
  return field.state === 'given' ? shortText(field.value) : 'not given';
}
