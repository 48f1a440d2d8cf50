import type { CardView } from '../../domain/board/card.ts';
import { cardsByNumber } from '../../domain/board/cards-by-number.ts';
import type { BoardContext } from './card-phase.ts';

/** The card whose status goes for this one: the head of its group, or itself. */
export function headView(
  view: CardView,
  { cards, groups }: Pick<BoardContext, 'cards' | 'groups'>,
): CardView {
  return cardsByNumber(cards).get(groups.headOf(view.card.iid)) ?? view;
}
