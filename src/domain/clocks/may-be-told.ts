import type { Config } from '../../config/types.ts';
import { insideHours } from '../calendar/business-time.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { checkLeadTime, leadTimeFacts } from '../validation/check-lead-time.ts';

/**
 * Whether somebody may be reminded of a request now: inside their own hours, or at any time of a fast track
 * (`docs/rules.md#clocks`).
 */
export function mayBeTold(view: RequestView, config: Config, username: string, now: Instant): boolean {
  return insideHours(calendarOfPerson(config, username), now) || isFastTrack(view, config);
}

function isFastTrack(view: RequestView, config: Config): boolean {
  return checkLeadTime(config, view.form, leadTimeFacts(view)).kind === 'fast track';
}
