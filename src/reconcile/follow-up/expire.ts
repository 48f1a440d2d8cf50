import type { WorkCalendar } from '../../config/types.ts';
import { addSpan } from '../../domain/calendar/add-span.ts';
import { insideHours } from '../../domain/calendar/business-time.ts';
import { calendarOfPerson } from '../../domain/calendar/calendar-of-person.ts';
import { formatDay } from '../../domain/calendar/format-instant.ts';
import { expiredComment } from '../../domain/notifications/ending-comments.ts';
import { type Awaited, reminderComment } from '../../domain/notifications/question-comment.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { answersOfRequester } from '../../domain/request/answers-of-requester.ts';
import { openQuestion } from '../../domain/request/open-question.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import { isAskedForDates } from '../../domain/request/waits-for-dates.ts';
import type { Instant } from '../../domain/snapshot.ts';
import { stateSince } from '../../domain/workflow/state-since.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from '../request/actions-on.ts';
import type { PhaseInput } from '../request/phase.ts';
import { undoLabels } from '../request/undo-labels.ts';

/** Since when a request waits for its requester, and what its comments are called by. */
interface Silence {
  readonly since: Instant;
  readonly name: string;
}

/**
 * A request that is back with its requester and hears nothing: a reminder after `answer_within`, the end after
 * `expire_after`, both in the requester's own hours and never without a reminder before (`docs/rules.md#approval`).
 */
export function expire(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  if (view.state !== 'needs-info' || view.issue.state === 'closed') return [];
  if (view.approval.kind === 'declined' || view.issue.labels.includes('salesforce::failed')) return [];
  const silence = silenceOf(view);
  if (silence === null) return [];
  const { answerWithin, expireAfter } = context.config.requests;
  const calendar = calendarOfPerson(context.config, view.issue.author.username);
  const { now } = context.snapshot;
  if (!insideHours(calendar, now)) return [];
  const reminder = view.notes.get(reminderKey(silence)) ?? null;
  if (reminder === null) {
    return addSpan(calendar, silence.since, answerWithin) <= now ? remind(input, silence, calendar) : [];
  }
  const over = Math.max(
    addSpan(calendar, silence.since, expireAfter),
    addSpan(calendar, reminder.at, answerWithin),
  );
  return over <= now ? end(input, silence) : [];
}

/** From the state's label, or from the requester's last word after it. Null: the label was set in this very run. */
function silenceOf(view: RequestView): Silence | null {
  const { ownEvent } = view.reading;
  if (!Number.isInteger(ownEvent)) return null;
  const since = stateSince(view);
  const answer = answersOfRequester(view).findLast((each) => each.at > since);
  if (answer === undefined) return { since, name: String(ownEvent) };
  return { since: answer.at, name: `${ownEvent}.${answer.note}` };
}

function reminderKey({ name }: Silence): string {
  return `reminder:${name}`;
}

function remind({ view, context }: PhaseInput, silence: Silence, calendar: WorkCalendar): IssueAction[] {
  const requester = view.issue.author.username;
  const { answerWithin, expireAfter } = context.config.requests;
  const over = Math.max(
    addSpan(calendar, silence.since, expireAfter),
    addSpan(calendar, context.snapshot.now, answerWithin),
  );
  return commentOnce(view, {
    key: reminderKey(silence),
    body: reminderComment(requester, awaitedOf(view), formatDay(over, calendar.timezone)),
    mentions: [requester],
  });
}

function awaitedOf(view: RequestView): Awaited {
  if (openQuestion(view) !== null) return 'an answer to the question';
  return isAskedForDates(view) ? 'other dates' : 'the form to be mended';
}

function end({ view, context }: PhaseInput, silence: Silence): IssueAction[] {
  const requester = view.issue.author.username;
  const record = decidedOn(recordOf(view, context), view, 'cancelled');
  const why = 'the requester has not answered';
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'cancelled'), why }),
    ...commentOnce(view, {
      key: `expired:${silence.name}`,
      body: expiredComment(requester),
      mentions: [requester],
    }),
    moveTo(view, 'no answer', 'cancelled', { ...undoLabels(view, context, record), why }),
  ];
}
