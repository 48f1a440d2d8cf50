import type { Config } from '../../config/types.ts';
import { addSpan } from '../calendar/add-span.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { RecordState } from '../record/record-state.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { type Feedback, feedbackOf } from './feedback-of.ts';
import type { Reply } from './read-reply.ts';

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
  const tookPlace = reply.outcome !== 'did not take place' && reply.outcome !== 'moved';
  const answered = reply.outcome === 'did not take place' || (tookPlace && isWholeAnswer(reply, now));
  return answered || isOverdue(view, config, now) ? { reply, tookPlace } : null;
}

/** A rating with an outcome is whole; after a rating alone more may come for a while. */
function isWholeAnswer({ rating, outcome, ratedAt }: Feedback, now: Instant): boolean {
  if (rating === null || ratedAt === null) return false;
  return outcome !== null || ratedAt + timeToAdd <= now;
}

/** When each reminder is due, counted from the prompt in the requester's calendar. */
export function remindersDue(view: RequestView, config: Config): Instant[] {
  const prompt = view.notes.get(`feedback:${view.record.state?.decision?.number}`);
  if (prompt === undefined) return [];
  const calendar = calendarOfPerson(config, view.issue.author.username);
  return config.requests.feedbackReminders.map((span) => addSpan(calendar, prompt.at, span));
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
