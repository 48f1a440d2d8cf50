import type { CardView } from '../../domain/board/card.ts';
import { productClosedComment } from '../../domain/board/comments/product-closed-comment.ts';
import type { ProductIssue } from '../../domain/board/form/feedback-form.ts';
import { managersOfCard } from '../../domain/board/standing/answerable.ts';
import { isLive } from '../../domain/board/standing/live.ts';
import { standingIn } from '../../domain/board/standing/standing-in.ts';
import type { BoardContext, CardWish } from './card-phase.ts';
import { headView } from './head-view.ts';

/**
 * When the product issue that a card names is closed, those who decide on the card read once that it may be resolved;
 * only of projects that are followed (`docs/rules.md#customer-feedback`).
 */
export function productIssueClosed(view: CardView, context: BoardContext): CardWish {
  const { card, areaKey } = view;
  const issue = closedIssue(view, context);
  const key = `product-closed:${issue?.iid ?? 0}`;
  if (issue === null || card.comments.some((comment) => comment.key === key)) return {};
  if (!isLive(card, standingIn(headView(view, context), context).value)) return {};
  const mentions = managersOfCard(context.config, areaKey);
  if (mentions.length === 0) return {};
  return { comments: [{ key, body: productClosedComment(mentions, issue), mentions }] };
}

/** The closed issue with the path of its project as it is configured: GitLab knows no difference of case in paths. */
function closedIssue({ form }: CardView, { config, productIssues }: BoardContext): ProductIssue | null {
  if (form.productIssue.state !== 'given') return null;
  const { project, iid } = form.productIssue.value;
  const path = config.feedback.productProjects.find((each) => isSamePath(each, project));
  const facts = productIssues.find((each) => each.iid === iid && isSamePath(each.project, project));
  return path !== undefined && facts?.closed === true ? { project: path, iid } : null;
}

function isSamePath(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
