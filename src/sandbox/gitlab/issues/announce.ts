import type { ProjectCall } from '../call.ts';
import { recordDelivery } from '../project/webhook-deliveries.ts';
import type { AwardState, IssueState, NoteState } from '../state.ts';

/** What webhooks compare; history inside an issue is not part of it. */
const compared = [
  'title',
  'description',
  'state',
  'confidential',
  'labelIds',
  'assigneeIds',
  'dueDate',
  'discussionLocked',
] as const satisfies readonly (keyof IssueState)[];

/**
 * Runs a change of an issue and tells the webhooks about it, if it changed anything. The lists of an issue
 * are replaced and never written into, so a flat copy keeps what was before (`docs/gitlab.md#webhooks`).
 */
export function announced<Result>(call: ProjectCall, issue: IssueState, change: () => Result): Result {
  const before = { ...issue };
  const result = change();
  if (compared.some((key) => before[key] !== issue[key])) {
    recordDelivery(call, {
      kind: 'issue',
      project: call.project,
      issue,
      before,
      userId: call.user.id,
      action: actionOf(before, issue),
    });
  }
  return result;
}

function actionOf(before: IssueState, issue: IssueState): 'close' | 'reopen' | 'update' {
  if (before.state === issue.state) return 'update';
  return issue.state === 'closed' ? 'close' : 'reopen';
}

/** Tells the webhooks about a new issue. */
export function announceOpening(call: ProjectCall, issue: IssueState): void {
  const { project, user } = call;
  recordDelivery(call, { kind: 'issue', project, issue, before: null, userId: user.id, action: 'open' });
}

/** Tells the webhooks about a comment. */
export function announceNote(
  call: ProjectCall,
  issue: IssueState,
  note: NoteState,
  action: 'create' | 'update',
): void {
  recordDelivery(call, { kind: 'note', project: call.project, issue, note, userId: call.user.id, action });
}

/** Tells the webhooks about a reaction; `note` null: to the issue itself. */
export function announceAward(
  call: ProjectCall,
  on: { readonly issue: IssueState; readonly note: NoteState | null },
  award: AwardState,
  action: 'award' | 'revoke',
): void {
  recordDelivery(call, { kind: 'emoji', project: call.project, ...on, award, userId: call.user.id, action });
}
