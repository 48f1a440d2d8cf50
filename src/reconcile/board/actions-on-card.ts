import type { Card, CardView } from '../../domain/board/card.ts';
import { cardScope } from '../../domain/board/card-scope.ts';
import { lastEventId } from '../../domain/timeline/fold-labels.ts';
import type { CommentOnCard, ExpectCard, LinkCards, SetCard } from '../../plan/card-action.ts';
import type { CardWish } from './card-phase.ts';

/** The values an action on this card is decided on. */
export function expectOfCard(card: Card): ExpectCard {
  const lastEvent = card.lastEvent ?? lastEventId(card.labelEvents);
  return { scope: cardScope(card.labels), lastEvent, state: card.state };
}

/** A wish as actions: at most one change of labels, links, and the comments whose key is not there yet. */
export function actionsOn(
  { card }: CardView,
  { add, remove, why, comments, links }: Required<CardWish>,
): {
  readonly change: readonly SetCard[];
  readonly links: readonly LinkCards[];
  readonly comments: CommentOnCard[];
} {
  const expect = expectOfCard(card);
  const keys = new Set(card.comments.map(({ key }) => key));
  return {
    change:
      add.length + remove.length === 0
        ? []
        : [{ kind: 'card.set', card: card.iid, expect, add, remove, why: why || 'the labels tell it' }],
    links: links.map((target) => ({ kind: 'card.link', card: card.iid, target })),
    comments: comments
      .filter(({ key }) => !keys.has(key))
      .map((comment) => ({ kind: 'card.comment', card: card.iid, ...comment })),
  };
}
