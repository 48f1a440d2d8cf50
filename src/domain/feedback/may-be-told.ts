import { insideHours } from '../calendar/business-time.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';

/** Whether the requester may be told something that can wait: in their own hours; a fast track never waits. */
export function mayBeTold(view: RequestView, { config, snapshot }: RequestContext): boolean {
  if (view.form.fastTrack) return true;
  return insideHours(calendarOfPerson(config, view.issue.author.username), snapshot.now);
}
