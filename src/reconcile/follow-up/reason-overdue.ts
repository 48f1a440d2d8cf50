import { addSpan } from '../../domain/calendar/add-span.ts';
import { calendarOfPerson } from '../../domain/calendar/calendar-of-person.ts';
import { noReasonComment } from '../../domain/notifications/ending-comments.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce } from '../request/actions-on.ts';
import { endDeclined, pendingDecline, reasonKey } from '../request/decline.ts';
import type { PhaseInput } from '../request/phase.ts';

/**
 * A decline whose reason was asked for and has not come within `reason_within` of the approver's own hours: declined
 * all the same, and told as "no reason given" (`docs/rules.md#approval`).
 */
export function reasonOverdue(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const pending = pendingDecline(input);
  if (pending === null || pending.hasReason) return [];
  const asked = view.notes.get(reasonKey(pending)) ?? null;
  if (asked === null) return [];
  const { username } = pending.approver;
  const calendar = calendarOfPerson(context.config, username);
  if (addSpan(calendar, asked.at, context.config.requests.reasonWithin) > context.snapshot.now) return [];
  const requester = view.issue.author.username;
  const told = commentOnce(view, {
    key: `no-reason:${pending.event}`,
    body: noReasonComment(requester, username),
    mentions: [requester],
  });
  const why = `${username} has declined it, no reason given`;
  return endDeclined(input, { event: 'decline reason overdue', told, why });
}
