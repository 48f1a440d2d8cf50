import { addSpan } from '../../domain/calendar/add-span.ts';
import { calendarOfPerson } from '../../domain/calendar/calendar-of-person.ts';
import { cancelledComment } from '../../domain/notifications/ending-comments.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { sameUsername } from '../../domain/people.ts';
import { type Closing, closingOf } from '../../domain/request/closing.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from '../request/actions-on.ts';
import { pendingDecline } from '../request/decline.ts';
import type { PhaseInput } from '../request/phase.ts';
import { undoLabels } from '../request/undo-labels.ts';

const withMeeting: readonly (RequestState | 'none')[] = [
  'assigned',
  'engaged',
  'changed',
  'awaiting-feedback',
];

/**
 * Closed by somebody who may end it, and not opened again within `reopen_within` of that person's own hours:
 * cancelled, and what was granted is taken back (`docs/rules.md#approval`).
 */
export function notReopened(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const closing = closingOf(view, context);
  if (closing === null || closing.by !== 'entitled' || endsMeeting(view, closing)) return [];
  // It is declined, with the reason that is waited for or without one.
  if (pendingDecline(input) !== null) return [];
  const calendar = calendarOfPerson(context.config, closing.username ?? '');
  const over = addSpan(calendar, closing.at, context.config.requests.reopenWithin);
  if (over > context.snapshot.now) return [];
  const record = decidedOn(recordOf(view, context), view, 'cancelled');
  const why = `closed by ${closing.username ?? 'somebody'} and not opened again`;
  const concerned = concernedBy(view, closing);
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'cancelled'), why }),
    ...commentOnce(view, {
      key: `cancelled:${closing.event}`,
      body: cancelledComment(concerned, closing.username),
      mentions: concerned,
    }),
    moveTo(view, 'not reopened in time', 'cancelled', { ...undoLabels(view, context, record), why }),
  ];
}

/** Whether the closing comes after a meeting that somebody was found for: then feedback is asked for. */
function endsMeeting(view: RequestView, { when }: Closing): boolean {
  if (when === 'before the date' || !withMeeting.includes(view.state)) return false;
  return (view.record.state?.decision ?? null) !== null;
}

/** Requester and SME, without the one who has closed it. */
function concernedBy({ issue, record }: RequestView, { username }: Closing): string[] {
  const sme = record.state?.decision?.username;
  const concerned = [issue.author.username, ...(sme === undefined ? [] : [sme])];
  return [...new Set(concerned)].filter((each) => username === null || !sameUsername(each, username));
}
