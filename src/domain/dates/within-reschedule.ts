import type { Config } from '../../config/types.ts';
import { dayNumber } from '../calendar/day.ts';
import type { ProposedDate } from '../form/request-form.ts';
import type { RecordState } from '../record/record-state.ts';
import type { Instant } from '../snapshot.ts';

/** The last of some dates: what the limits are about. Null: there are none. */
export function lastProposed(dates: readonly Pick<ProposedDate, 'start'>[]): Instant | null {
  return dates.length === 0 ? null : Math.max(...dates.map((date) => date.start));
}

/**
 * Whether dates may move without a new approval: so many days after the last date that was approved, counted in the
 * days of the program's calendar, and so many times. Earlier dates are within (`docs/rules.md#dates`).
 */
export function withinReschedule(
  { requests, calendar }: Pick<Config, 'requests' | 'calendar'>,
  { lastDate, dateChanges }: Pick<RecordState, 'lastDate' | 'dateChanges'>,
  dates: readonly Pick<ProposedDate, 'start'>[],
): boolean {
  const last = lastProposed(dates);
  if (last === null || lastDate === null) return false;
  const days = dayNumber(calendar.timezone, last) - dayNumber(calendar.timezone, lastDate);
  return days <= requests.reschedule.days && dateChanges < requests.reschedule.times;
}
