import { insideHours } from '../calendar/business-time.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';

/**
 * Whether the requester may be asked about a meeting now: in their own hours only. What was urgent about a fast track
 * is over by then (`docs/rules.md#feedback`).
 */
export function mayBeAsked(view: RequestView, { config, snapshot }: RequestContext): boolean {
  return insideHours(calendarOfPerson(config, view.issue.author.username), snapshot.now);
}
