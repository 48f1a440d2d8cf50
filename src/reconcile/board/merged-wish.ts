import type { CardView } from '../../domain/board/card.ts';
import type { BoardContext, CardPhase, CardWish } from './card-phase.ts';

/** What all phases together want on one card; a label that one sets and another takes off is set. */
export function mergedWish(
  view: CardView,
  phases: readonly CardPhase[],
  context: BoardContext,
): Required<CardWish> {
  const wishes = phases.map((phase) => phase(view, context));
  const { labels } = view.card;
  const add = [...new Set(wishes.flatMap((wish) => wish.add ?? []))];
  const remove = new Set(wishes.flatMap((wish) => wish.remove ?? []));
  return {
    add: add.filter((label) => !labels.includes(label)),
    remove: [...remove].filter((label) => labels.includes(label) && !add.includes(label)),
    why: [...new Set(wishes.flatMap((wish) => wish.why ?? []))].join(' '),
    comments: wishes.flatMap((wish) => wish.comments ?? []),
    links: [...new Set(wishes.flatMap((wish) => wish.links ?? []))],
  };
}
