import type { Config } from '../../../config/types.ts';
import type { CardScore, CardView } from '../card.ts';

/** What a group of cards asks for, as its head stands on the board. */
export interface Ask {
  readonly head: CardView;
  /** The sum of the scores of its cards. */
  readonly score: bigint;
}

/** Place and band of an ask in its area. */
export type Place = Pick<CardScore, 'rank' | 'band'>;

/**
 * The asks of each area in the order of their scores, the older head first where they are equal, and the band that follows
 * from the place: the first fifth is high, even if that is one ask of two (`docs/rules.md#customer-feedback`).
 *
 * @returns By number of the head.
 */
export function rankAsks(
  asks: readonly Ask[],
  bands: Config['feedback']['bands'],
): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const ofArea of Map.groupBy(asks, ({ head }) => head.areaKey).values()) {
    ofArea.sort(byScore);
    for (const [index, { head }] of ofArea.entries()) {
      const share = index / ofArea.length;
      const band = share < bands.high ? 'high' : share < bands.medium ? 'medium' : 'low';
      places.set(head.card.iid, { rank: index + 1, band });
    }
  }
  return places;
}

function byScore(one: Ask, other: Ask): number {
  if (one.score !== other.score) return one.score > other.score ? -1 : 1;
  return one.head.card.createdAt - other.head.card.createdAt || one.head.card.iid - other.head.card.iid;
}
