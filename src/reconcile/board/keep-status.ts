import type { CardView } from '../../domain/board/card.ts';
import { cardPutBackComment } from '../../domain/board/comments/card-put-back-comment.ts';
import type { CardStanding } from '../../domain/board/standing/card-standing.ts';
import { standingIn } from '../../domain/board/standing/standing-in.ts';
import { statusScope } from '../../domain/board/standing/status-changes.ts';
import type { BoardContext, CardWish } from './card-phase.ts';

/**
 * Keeps a card where the last move that counts has put it: the label of it is set again, others of the scope are taken
 * off, and whoever has moved it without being one who may is told once on this card
 * (`docs/rules.md#customer-feedback`). That it stands nowhere because nobody has moved it yet undoes nothing.
 */
export function keepStatus(view: CardView, context: BoardContext): CardWish {
  if (view.card.state === 'closed') return {};
  const standing = standingIn(view, context);
  const wanted = `${statusScope}${standing.value}`;
  // Without the label that counts nothing can be put back: the daily repair of the boards makes it first.
  if (!context.labels.some(({ name }) => name === wanted)) return {};
  const comments = commentsTo(view, context, standing);
  const isUnplaced = standing.labels.length === 0 && standing.value === 'new';
  const add = isUnplaced || standing.labels.includes(wanted) ? [] : [wanted];
  const remove = standing.labels.filter((label) => label !== wanted);
  if (add.length + remove.length === 0) return { comments };
  return { add, remove, why: 'The card goes back to where the last move that counts has put it.', comments };
}

/** Who loses the right later has done nothing wrong: what was judged before is told to nobody. */
function commentsTo(
  view: CardView,
  { config }: BoardContext,
  { uncounted, value }: CardStanding,
): NonNullable<CardWish['comments']> {
  const { comments, record } = view.card;
  const keys = new Set(comments.map(({ key }) => key));
  const judged = record?.value?.judged ?? record?.value?.status?.event ?? 0;
  const recent = uncounted.filter(({ event }) => event > judged);
  const people = new Map(recent.map(({ user }) => [user.id, user]));
  return [...people.values()].flatMap(({ id, username }) => {
    const key = `not-a-mover:${id}`;
    if (keys.has(key)) return [];
    const body = cardPutBackComment(view, config, { username, value });
    return [{ key, body, mentions: [username] }];
  });
}
