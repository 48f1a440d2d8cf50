import { dayNumber } from '../calendar/day.ts';
import type { ProposedDate } from '../form/request-form.ts';
import type { Instant } from '../snapshot.ts';

/** Whether a start is one of some dates: at that time, or somewhere on a day without a time. */
export function isProposed(start: Instant, dates: readonly ProposedDate[]): boolean {
  return dates.some((date) =>
    date.allDay
      ? dayNumber(date.timezone, start) === dayNumber(date.timezone, date.start)
      : date.start === start,
  );
}
