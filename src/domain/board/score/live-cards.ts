import type { CardStatus, CardView, Groups } from '../card.ts';
import { cardsByNumber } from '../cards-by-number.ts';
import { isLive } from '../standing/live.ts';

/**
 * The cards that are open and neither resolved nor declined, in the order given; the status of the head goes for all of a
 * group (`docs/rules.md#customer-feedback`).
 *
 * @param statusOf The status by the last move that counts.
 */
export function liveCards(
  cards: readonly CardView[],
  groups: Groups,
  statusOf: (view: CardView) => CardStatus,
): readonly CardView[] {
  const byNumber = cardsByNumber(cards);
  return cards.filter((view) =>
    isLive(view.card, statusOf(byNumber.get(groups.headOf(view.card.iid)) ?? view)),
  );
}
