import type { CardView } from '../../domain/board/card.ts';
import { whyDeclinedComment } from '../../domain/board/comments/why-declined-comment.ts';
import type { CardMove } from '../../domain/board/standing/card-standing.ts';
import { moverName } from '../../domain/board/standing/mover-name.ts';
import { moversOf } from '../../domain/board/standing/movers.ts';
import { isOverForAll } from '../../domain/board/standing/over-for-all.ts';
import { statusChanges } from '../../domain/board/standing/status-changes.ts';
import type { Instant } from '../../domain/snapshot.ts';
import type { BoardContext, CardWish } from './card-phase.ts';

/** What is known of why a card was declined. */
export type DeclineReason =
  /** It stands in a comment that askers can read. */
  | { readonly kind: 'given' }
  /** Whoever has declined is asked, or has still time to answer; `question` is null when it was put already. */
  | { readonly kind: 'open'; readonly question: NonNullable<CardWish['comments']>[number] | null }
  | { readonly kind: 'none' };

/**
 * The reason of a decline: a comment by somebody who may move the card, on it, since the move before. Whoever has
 * declined without one is asked once and has `requests.reason_within` of their own hours to answer.
 */
export function declineReason(view: CardView, move: CardMove, context: BoardContext): DeclineReason {
  const key = `reason:${move.event}`;
  const asked = view.card.comments.find((comment) => comment.key === key);
  // There was none when it was asked for.
  const since = asked?.at ?? movedBefore(view, move, context);
  if (hasReason(view, move, context, since)) return { kind: 'given' };
  const { config, directory, now } = context;
  const username = moverName(move, view, directory);
  if (username === null) return { kind: 'none' };
  if (asked === undefined) {
    const body = whyDeclinedComment(username, config.requests);
    return { kind: 'open', question: { key, body, mentions: [username] } };
  }
  const span = config.requests.reasonWithin;
  const isOver = isOverForAll(config, [username], { since: asked.at, span, now });
  return isOver ? { kind: 'none' } : { kind: 'open', question: null };
}

function hasReason(view: CardView, move: CardMove, context: BoardContext, since: Instant): boolean {
  const { config, desk, directory } = context;
  const { mayMove } = moversOf(config);
  return view.card.comments.some(
    ({ author, at, internal }) =>
      !internal &&
      at >= since &&
      !desk.ids.includes(author) &&
      (author === move.by || mayMove(view.areaKey, directory.byId(author))),
  );
}

/**
 * When somebody who may has set a status before; a card that was never moved before: when it was opened. The move that
 * the record still has is one even where its label has another name by now, or where it only took a label off.
 */
function movedBefore(
  { card, areaKey }: CardView,
  { event }: CardMove,
  { config, desk }: BoardContext,
): Instant {
  const { mayMove } = moversOf(config);
  const before = statusChanges(card.labelEvents).findLast(
    (change) =>
      change.event < event &&
      change.action === 'add' &&
      change.user !== null &&
      !desk.ids.includes(change.user.id) &&
      mayMove(areaKey, change.user),
  );
  const recorded = card.record?.value?.status?.event ?? event;
  const last = recorded < event ? card.labelEvents.find(({ id }) => id === recorded) : undefined;
  return Math.max(card.createdAt, before?.at ?? 0, last?.at ?? 0);
}
