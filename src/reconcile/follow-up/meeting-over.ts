import { addSpan } from '../../domain/calendar/add-span.ts';
import { calendarOfPerson } from '../../domain/calendar/calendar-of-person.ts';
import { isForOtherDates } from '../../domain/dates/taken-up.ts';
import { mayBeAsked } from '../../domain/feedback/may-be-asked.ts';
import { feedbackPrompt } from '../../domain/notifications/feedback-prompt.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { closingOf } from '../../domain/request/closing.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from '../request/actions-on.ts';
import type { PhaseInput } from '../request/phase.ts';

const withSme: readonly (RequestState | 'none')[] = ['assigned', 'engaged', 'changed'];

/**
 * The meeting is over, or whoever may has closed the request on its date: the requester is asked for feedback, in
 * their own hours (`docs/rules.md#feedback`). A closed issue stays closed.
 */
export function meetingOver(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const before = recordOf(view, context);
  const { decision } = before;
  if (decision === null || !withSme.includes(view.state)) return [];
  // While other dates wait for an approval the meeting is not over before they are.
  const end = isForOtherDates(before) ? Math.max(decision.end, before.lastDate ?? 0) : decision.end;
  const event = eventOf(input, end);
  if (event === null || !mayBeAsked(view, context)) return [];
  const record = decidedOn({ ...before, feedback: null }, view, 'awaiting-feedback');
  const why = event === 'meeting over' ? 'the meeting is over' : 'it was closed after the meeting';
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'awaiting-feedback'), why }),
    ...commentOnce(view, {
      key: `feedback:${decision.number}`,
      body: feedbackPrompt(view, context, decision),
      mentions: [view.issue.author.username],
    }),
    moveTo(view, event, 'awaiting-feedback', { why }),
  ];
}

function eventOf(
  { view, context }: PhaseInput,
  end: number,
): 'meeting over' | 'closed after the date' | null {
  if (view.approval.kind === 'declined') return null;
  if (view.issue.state === 'closed') {
    const closing = closingOf(view, context);
    return closing?.by === 'entitled' && closing.when === 'after the date' ? 'closed after the date' : null;
  }
  const { config, snapshot } = context;
  const calendar = calendarOfPerson(config, view.issue.author.username);
  return addSpan(calendar, end, config.requests.feedbackAfter) <= snapshot.now ? 'meeting over' : null;
}
