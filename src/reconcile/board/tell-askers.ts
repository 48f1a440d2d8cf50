import type { CardView } from '../../domain/board/card.ts';
import { cardsByNumber } from '../../domain/board/cards-by-number.ts';
import { statusComment } from '../../domain/board/comments/status-comment.ts';
import { askersToldOn } from '../../domain/board/standing/askers.ts';
import type { CardMove } from '../../domain/board/standing/card-standing.ts';
import { moverName } from '../../domain/board/standing/mover-name.ts';
import { isOverForAll } from '../../domain/board/standing/over-for-all.ts';
import { standingIn } from '../../domain/board/standing/standing-in.ts';
import { lastEventTold, statusKey, statusOfEvent } from '../../domain/board/standing/told-status.ts';
import type { BoardContext, CardWish } from './card-phase.ts';
import { type DeclineReason, declineReason } from './decline-reason.ts';
import { headView } from './head-view.ts';

/**
 * Tells askers of a new status, once each, by a comment on their own card; of a group, of that of its head. Resolved and
 * declined wait, and what no longer stands then is not told; a decline waits for its reason as well, which whoever has
 * declined is asked for (`docs/rules.md#customer-feedback`).
 */
export function tellAskers(view: CardView, context: BoardContext): CardWish {
  const head = headView(view, context);
  const { move } = standingIn(head, context);
  if (move === null) return {};
  const reason = move.value === 'declined' ? declineReason(head, move, context) : null;
  const question = reason !== null && reason.kind === 'open' && head === view ? reason.question : null;
  const told = toldNow(view, { head, move, reason }, context);
  return { comments: [...(question === null ? [] : [question]), ...(told === null ? [] : [told])] };
}

interface Decided {
  readonly head: CardView;
  readonly move: CardMove;
  readonly reason: DeclineReason | null;
}

type Comment = NonNullable<CardWish['comments']>[number];

function toldNow(view: CardView, decided: Decided, context: BoardContext): Comment | null {
  const { head, move, reason } = decided;
  if (!isNews(view, move, context) || reason?.kind === 'open') return null;
  const group = { groups: context.groups, byNumber: cardsByNumber(context.cards) };
  const mentions = askersToldOn(view, group, context.desk.ids).map(({ username }) => username);
  if (mentions.length === 0 || !isDue(move, mentions, context)) return null;
  const body = statusComment(mentions, {
    value: move.value,
    mover: moverName(move, head, context.directory),
    reason: reason?.kind !== 'given' ? 'none' : head === view ? 'here' : 'elsewhere',
    together: head !== view,
  });
  return { key: statusKey(move.event), body, mentions };
}

/** Whether the askers of a card know something else, or nothing yet; that it is new is what they know at first. */
function isNews(view: CardView, { event, value }: CardMove, { cards }: BoardContext): boolean {
  if (view.card.comments.some(({ key }) => key === statusKey(event))) return false;
  const last = lastEventTold(view.card);
  if (last === null) return value !== 'new';
  return statusOfEvent(last, view, cards) !== value;
}

/** A slip of the mouse tells nobody that something is resolved or declined. */
function isDue(
  { value, at }: CardMove,
  usernames: readonly string[],
  { config, now }: BoardContext,
): boolean {
  if (value !== 'resolved' && value !== 'declined') return true;
  return isOverForAll(config, usernames, { since: at, span: config.feedback.tellAfter, now });
}
