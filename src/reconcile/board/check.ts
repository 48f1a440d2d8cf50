import type { CardView } from '../../domain/board/card.ts';
import { cardProblemsComment } from '../../domain/board/comments/card-problems-comment.ts';
import { askersOf } from '../../domain/board/standing/askers.ts';
import { isLive } from '../../domain/board/standing/live.ts';
import { standingIn } from '../../domain/board/standing/standing-in.ts';
import { problemListHash } from '../problem-list.ts';
import type { BoardContext, CardWish } from './card-phase.ts';
import { headView } from './head-view.ts';

/**
 * What is wrong or missing in the form, in one comment to those who have asked, once for each list of problems. What is
 * resolved or declined needs no better form (`docs/rules.md#customer-feedback`).
 */
export function check(view: CardView, context: BoardContext): CardWish {
  const { card, form } = view;
  const askers = askersOf(card, context.desk.ids).map(({ username }) => username);
  if (form.problems.length === 0 || askers.length === 0) return {};
  const key = `problems:${problemListHash(form.problems)}`;
  if (card.comments.some((comment) => comment.key === key)) return {};
  if (!isLive(card, standingIn(headView(view, context), context).value)) return {};
  return { comments: [{ key, body: cardProblemsComment(askers, form.problems), mentions: askers }] };
}
