import type { CardView } from './card.ts';

const known = new WeakMap<readonly CardView[], ReadonlyMap<number, CardView>>();

/** The cards of a run by their numbers. Each card asks for those of its group, so that they are sorted in once. */
export function cardsByNumber(cards: readonly CardView[]): ReadonlyMap<number, CardView> {
  const found = known.get(cards) ?? new Map(cards.map((view) => [view.card.iid, view]));
  known.set(cards, found);
  return found;
}
