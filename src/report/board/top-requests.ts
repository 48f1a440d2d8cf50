import type { CardScore, CardStatus, CardView, Scores } from '../../domain/board/card.ts';
import { cardsByNumber } from '../../domain/board/cards-by-number.ts';
import { type Impact, impacts } from '../../domain/board/form/feedback-form.ts';
import { impactOf } from '../../domain/board/score/impact-of.ts';
import { liveCards } from '../../domain/board/score/live-cards.ts';
import { askersOf } from '../../domain/board/standing/askers.ts';
import type { CardStanding } from '../../domain/board/standing/card-standing.ts';
import type { BoardFacts } from './board-facts.ts';

/** Cards that ask for the same, as one ask: what the head is, and how many stand behind it. */
export interface Ask {
  readonly head: CardView;
  readonly standing: CardStanding;
  /** Of the head, or of the first of its group that has one: place and band are the same. */
  readonly score: CardScore | null;
  readonly impact: Impact | null;
  /** How many open cards there are of it. */
  readonly asks: number;
  /** How many people wait for an answer. */
  readonly askers: number;
}

/**
 * The live asks of an area, the highest first: by rank, then those without one by impact, asks, askers and age. Live is
 * what is open and neither resolved nor declined (`docs/rules.md#customer-feedback`). A closed card is not told, since
 * after some days it is not read any more and the page would change without anybody's doing.
 */
export function topRequests(facts: BoardFacts, areaKey: string): readonly Ask[] {
  const live = liveCards(facts.cards, facts.groups, (view) => facts.standingOf(view).value);
  return headsOf(facts, live, areaKey)
    .map((head) => askOf(facts, head))
    .sort(byRank);
}

/** How many open cards of an area stand in each column; a card in a group stands where the head does. */
export function countsByStatus(facts: BoardFacts, areaKey: string): ReadonlyMap<CardStatus, number> {
  const counts = new Map<CardStatus, number>();
  for (const head of headsOf(facts, facts.cards, areaKey)) {
    const { value } = facts.standingOf(head);
    counts.set(value, (counts.get(value) ?? 0) + openMembers(facts, head).length);
  }
  return counts;
}

/** The open cards of an area that are the head of their group, or alone. */
function headsOf({ groups }: BoardFacts, cards: readonly CardView[], areaKey: string): CardView[] {
  const ofArea = cards.filter((view) => view.areaKey === areaKey && view.card.state === 'opened');
  return ofArea.filter(({ card }) => groups.headOf(card.iid) === card.iid);
}

function openMembers({ cards, groups }: BoardFacts, head: CardView): CardView[] {
  const byNumber = cardsByNumber(cards);
  const members = groups.membersOf(head.card.iid).flatMap((iid) => byNumber.get(iid) ?? []);
  return members.filter(({ card }) => card.state === 'opened');
}

function askOf(facts: BoardFacts, head: CardView): Ask {
  const members = openMembers(facts, head);
  const askers = members.flatMap(({ card }) => askersOf(card, facts.deskIds));
  return {
    head,
    standing: facts.standingOf(head),
    score: members.map((each) => scoreOf(facts.scores, each)).find((score) => score !== null) ?? null,
    impact: impactOf(head),
    asks: members.length,
    askers: new Set(askers.map(({ id }) => id)).size,
  };
}

function scoreOf(scores: Scores, { card }: CardView): CardScore | null {
  return scores.kind === 'scored' ? (scores.byCard.get(card.iid) ?? null) : null;
}

function byRank(a: Ask, b: Ask): number {
  return (
    (a.score?.rank ?? Number.MAX_SAFE_INTEGER) - (b.score?.rank ?? Number.MAX_SAFE_INTEGER) ||
    weight(a.impact) - weight(b.impact) ||
    b.asks - a.asks ||
    b.askers - a.askers ||
    a.head.card.iid - b.head.card.iid
  );
}

/** Worst first; without an impact last. */
function weight(impact: Impact | null): number {
  return impact === null ? impacts.length : impacts.indexOf(impact);
}
