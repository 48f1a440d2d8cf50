import type { CardView } from '../../domain/board/card.ts';
import { staleComment } from '../../domain/board/comments/stale-comment.ts';
import type { BoardContext, CardWish } from './card-phase.ts';
import { staleOf } from './stale.ts';

/**
 * Reminds of a stale card, once for each stay in its column: of a new one the leads of its area, of an accepted one its
 * product managers (`docs/rules.md#customer-feedback`).
 */
export function remind(view: CardView, context: BoardContext): CardWish {
  const stale = staleOf(view, context);
  if (stale === null || stale.people.length === 0) return {};
  const { value, event, people } = stale;
  const key = `stale:${value}:${event}`;
  if (view.card.comments.some((comment) => comment.key === key)) return {};
  return {
    comments: [{ key, body: staleComment(people, value, context.config.feedback), mentions: people }],
  };
}
