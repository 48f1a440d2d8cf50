import { questionComment } from '../../domain/notifications/question-comment.ts';
import { openQuestion } from '../../domain/request/open-question.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, moveTo } from './actions-on.ts';
import { voidShown } from './check.ts';
import type { PhaseInput } from './phase.ts';

/**
 * An approver has asked something: the request goes back to its requester, who is told once. What was shown is void,
 * so that no click counts until the request is shown again with the answer; a decision that was clicked comes first.
 */
export function question({ view, context }: PhaseInput): IssueAction[] {
  const isAsked = view.state === 'awaiting-approval' || view.state === 'needs-info';
  if (!isAsked || view.issue.state === 'closed') return [];
  if (view.approval.kind === 'counts' || view.approval.kind === 'declined') return [];
  const asked = openQuestion(view);
  if (asked === null) return [];
  const requester = view.issue.author.username;
  const told = commentOnce(view, {
    key: `question:${asked.id}`,
    body: questionComment(requester, asked.author.username),
    mentions: [requester],
  });
  if (view.state === 'needs-info') return told;
  return [
    voidShown(view, context, 'needs-info'),
    ...told,
    moveTo(view, 'question asked', 'needs-info', { why: `${asked.author.username} has asked a question` }),
  ];
}
