import type { Config } from '../../config/types.ts';
import { addSpan } from '../calendar/add-span.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { RecordState } from '../record/record-state.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { type Feedback, feedbackOf } from './feedback-of.ts';
import type { Reply } from './read-reply.ts';
import { didNotTakePlace } from './took-place.ts';

/** How the wait for feedback ends: answered, or the reminders are used up. */
export interface FeedbackEnd {
  readonly reply: Reply;
  /** False: it did not take place, or was moved and nobody has said to when. */
  readonly tookPlace: boolean;
}

/** What is added to a rating within an hour is part of the answer. */
const timeToAdd = 3_600_000;

/** How the wait for feedback ends now, or null: it goes on (`docs/rules.md#feedback`). */
export function feedbackEnd(view: RequestView, config: Config, now: Instant): FeedbackEnd | null {
  const reply = feedbackOf(view);
  if (reply === null) return null;
  const tookPlace = !didNotTakePlace({ feedback: reply });
  const answered = reply.outcome === 'did not take place' || (tookPlace && isWholeAnswer(reply, now));
  return answered || isOverdue(view, config, now) ? { reply, tookPlace } : null;
}

/** A rating with an outcome is whole; after a rating alone more may come for a while. */
function isWholeAnswer({ rating, outcome, ratedAt }: Feedback, now: Instant): boolean {
  if (rating === null || ratedAt === null) return false;
  return outcome !== null || ratedAt + timeToAdd <= now;
}

/**
 * How many of the reminders are due now, counted from the prompt in the requester's calendar. Who says that the meeting
 * was moved has just been asked for the new date: reminders from before that count no more, and the last one, which
 * leads to the end, waits its own time anew (`docs/rules.md#feedback`).
 */
export function remindersDue(view: RequestView, config: Config, now: Instant, reply: Reply): number {
  const number = view.record.state?.decision?.number;
  const prompt = view.notes.get(`feedback:${number}`);
  if (prompt === undefined) return 0;
  const calendar = calendarOfPerson(config, view.issue.author.username);
  const spans = config.requests.feedbackReminders;
  const dues = spans.map((span) => addSpan(calendar, prompt.at, span));
  if (reply.outcome !== 'moved') return dues.filter((due) => due <= now).length;
  const asked = view.notes.get(`feedback-moved:${number}`)?.at ?? now;
  const anew = dues.map((due, index) => {
    const span = index === spans.length - 1 ? spans[index] : undefined;
    if (due > asked) return due;
    return span === undefined ? Number.POSITIVE_INFINITY : addSpan(calendar, asked, span);
  });
  return anew.findLastIndex((due) => due <= now) + 1;
}

/** After the last reminder it is waited as long again as before it; without reminders as long as for the prompt. */
function isOverdue(view: RequestView, config: Config, now: Instant): boolean {
  const { feedbackReminders, feedbackAfter } = config.requests;
  const number = view.record.state?.decision?.number;
  const count = feedbackReminders.length;
  const last = view.notes.get(count === 0 ? `feedback:${number}` : `feedback-reminder:${number}:${count}`);
  if (last === undefined) return false;
  const calendar = calendarOfPerson(config, view.issue.author.username);
  return addSpan(calendar, last.at, feedbackReminders.at(-1) ?? feedbackAfter) <= now;
}

/** What the record keeps of a reply, or null: it says nothing. */
export function keptOf({ rating, outcome, nps }: Reply): RecordState['feedback'] {
  return rating === null && outcome === null && nps === null ? null : { rating, outcome, nps };
}
