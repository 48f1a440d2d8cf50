import { recordText } from '../../domain/notifications/record-text.ts';
import { declinedComment, reasonComment } from '../../domain/notifications/refusal-comment.ts';
import type { Person } from '../../domain/snapshot.ts';
import { reasonComments } from '../../domain/workflow/decline-reason.ts';
import { isBeforeMeeting } from '../../domain/workflow/request-state.ts';
import type { RequestEvent } from '../../domain/workflow/transitions.ts';
import type { CreateNote, IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';
import { undoLabels } from './undo-labels.ts';

/** A decline by somebody who may, on a request that can still be declined. */
export interface PendingDecline {
  readonly event: number;
  readonly approver: Person;
  readonly hasReason: boolean;
}

/** The decline that stands on a request, or null. From the meeting on there is nothing left to decline. */
export function pendingDecline({ view, context }: PhaseInput): PendingDecline | null {
  if (view.approval.kind !== 'declined' || !isBeforeMeeting(view.state)) return null;
  const approver = context.directory.byId(view.approval.user);
  if (approver === null) return null;
  return { event: view.approval.event, approver, hasReason: reasonComments(view, approver.id).length > 0 };
}

/** The key of the comment that asks for the reason of a decline. */
export function reasonKey({ event }: PendingDecline): string {
  return `reason:${event}`;
}

/** A decline by somebody who may: with a reason it ends the request, without one it is asked for, once. */
export function decline(input: PhaseInput): IssueAction[] {
  const pending = pendingDecline(input);
  if (pending === null) return [];
  const { username } = pending.approver;
  if (!pending.hasReason) {
    return commentOnce(input.view, {
      key: reasonKey(pending),
      body: reasonComment(username, input.context.config.requests.declineReasons),
      mentions: [username],
    });
  }
  const requester = input.view.issue.author.username;
  const told = commentOnce(input.view, {
    key: `declined:${pending.event}`,
    body: declinedComment(requester, username),
    mentions: [requester],
  });
  return endDeclined(input, { event: 'declined with reason', told, why: `${username} has declined it` });
}

/** Declined: the record, then the comment, then the label that closes the issue and has everything taken back. */
export function endDeclined(
  { view, context }: PhaseInput,
  { event, told, why }: { readonly event: RequestEvent; readonly told: CreateNote[]; readonly why: string },
): IssueAction[] {
  const record = decidedOn(recordOf(view, context), view, 'declined');
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'declined'), why }),
    ...told,
    moveTo(view, event, 'declined', { ...undoLabels(view, context, record), why }),
  ];
}
