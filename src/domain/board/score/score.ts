import type { Config } from '../../../config/types.ts';
import type { CardScore, CardStatus, CardView, Groups, Scores } from '../card.ts';
import { cardsByNumber } from '../cards-by-number.ts';
import { type AskingAccount, askingAccounts } from './asking-accounts.ts';
import type { Deal } from './deal.ts';
import { impactOf } from './impact-of.ts';
import { liveCards } from './live-cards.ts';
import { type Ask, type Place, rankAsks } from './rank-asks.ts';
import { spread } from './spread.ts';
import { urgencyOf } from './urgency-of.ts';

/** What scores depend on. */
export interface ScoreInput {
  readonly cards: readonly CardView[];
  readonly groups: Groups;
  /** The opportunities that cards name, and the open ones of accounts. Off: no Salesforce. Down: it did not answer. */
  readonly deals: readonly Deal[] | 'off' | 'down';
  readonly config: Pick<Config, 'feedback'>;
  /** `YYYY-MM-DD` in the program's calendar. */
  readonly today: string;
  /** The status by the last move that counts. */
  readonly statusOf: (view: CardView) => CardStatus;
}

/** The score of one card before it is compared with others. */
interface OwnScore {
  readonly view: CardView;
  /** Its part of the amount of its account, in cents. */
  readonly share: bigint;
  /** Impact points × share × urgency, in a unit of its own. */
  readonly score: bigint;
  readonly explanation: readonly string[];
}

/**
 * The scores of all live cards that something is known of the customer of (`docs/rules.md#customer-feedback`); what is not
 * in it has no band. It does not depend on the order of cards and deals, and no amount comes out of it.
 */
export function scoresOf(input: ScoreInput): Scores {
  const { cards, groups, deals, statusOf } = input;
  if (deals === 'off' || deals === 'down') return { kind: deals };
  const live = liveCards(cards, groups, statusOf);
  const own = askingAccounts(live, deals).flatMap((account) => scoresOfAccount(account, input));
  const places = placesOf(own, input);
  const alive = new Set(live.map(({ card }) => card.iid));
  const byCard = new Map<number, CardScore>();
  for (const { view, explanation } of own) {
    const { iid } = view.card;
    const place = places.get(groups.headOf(iid));
    if (place === undefined) continue;
    const others = groups.membersOf(iid).filter((member) => member !== iid && alive.has(member));
    byCard.set(iid, { ...place, explanation: [...explanation, ...togetherText(others)] });
  }
  return { kind: 'scored', byCard };
}

/** The place of each ask by the number of its head: the scores of one group are added. */
function placesOf(
  own: readonly OwnScore[],
  { cards, groups, config }: ScoreInput,
): ReadonlyMap<number, Place> {
  const asks = new Map<number, Ask>();
  for (const { view, score } of own) {
    const iid = groups.headOf(view.card.iid);
    const head = cardsByNumber(cards).get(iid) ?? view;
    asks.set(head.card.iid, { head, score: score + (asks.get(head.card.iid)?.score ?? 0n) });
  }
  return rankAsks([...asks.values()], config.feedback.bands);
}

/** The scores of the cards of one account. Their shares sum to its amount. */
export function scoresOfAccount(
  { amount, cards }: AskingAccount,
  { config: { feedback }, today }: Pick<ScoreInput, 'config' | 'today'>,
): readonly OwnScore[] {
  const impacts = cards.map(({ view }) => impactOf(view));
  const points = impacts.map((impact) => BigInt(feedback.impactPoints[impact ?? 'minor']));
  const shares = spread(amount, points);
  return cards.map(({ view, deal }, index) => {
    const [weight = 0n, share = 0n] = [points[index], shares[index]];
    const urgency = urgencyOf(deal, feedback, today);
    const impact = impacts[index] ?? null;
    return {
      view,
      share,
      score: weight * share * urgency.factor,
      explanation: [impactText(impact, weight), accountText(cards.length), ...urgency.reasons],
    };
  });
}

function impactText(impact: string | null, points: bigint): string {
  const worth = `${points} ${points === 1n ? 'point' : 'points'}.`;
  return impact === null
    ? `No impact is given, so it counts as minor: ${worth}`
    : `The impact is ${impact}: ${worth}`;
}

function accountText(cards: number): string {
  return cards === 1
    ? 'The only live card of this account.'
    : `1 of ${cards} live cards of this account, which share its amount by their points.`;
}

function togetherText(others: readonly number[]): string[] {
  if (others.length === 0) return [];
  return [`The scores of the ${others.length + 1} cards that ask for the same are added.`];
}
