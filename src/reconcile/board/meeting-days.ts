import type { WorkCalendar } from '../../config/types.ts';
import { type DayNumber, dayNumber } from '../../domain/calendar/day.ts';
import { instantOfLocal } from '../../domain/calendar/local-time.ts';
import { firstWorkingDay, workingDaysBefore } from '../../domain/calendar/working-day.ts';
import { monthOf, monthsBefore } from '../../domain/metrics/month.ts';
import type { Instant } from '../../domain/snapshot.ts';

/** When a monthly meeting is held. */
export interface MeetingDay {
  /** `YYYY-MM`: the month it is the meeting of, even where the first working day lies in the next one. */
  readonly month: string;
  /** When its day begins, in the calendar's time zone. */
  readonly on: Instant;
  /** When the day of the meeting before began. */
  readonly since: Instant;
}

const dayLength = 86_400_000;

/** How many working days before a meeting its issue is opened. */
const ahead = 2;

/**
 * The monthly meetings of a day of the month (or the next working day) whose issue is due now: from two working days
 * before the meeting until its day is over (`docs/rules.md#customer-feedback`).
 */
export function meetingsOfNow(calendar: WorkCalendar, dayOfMonth: number, now: Instant): MeetingDay[] {
  const today = dayNumber(calendar.timezone, now);
  const month = monthOf(now, calendar.timezone);
  return [monthsBefore(month, 1), month, monthsBefore(month, -1)].flatMap((name) => {
    const day = heldOn(calendar, name, dayOfMonth);
    if (today > day || today < workingDaysBefore(calendar, day, ahead)) return [];
    const last = heldOn(calendar, monthsBefore(name, 1), dayOfMonth);
    return [{ month: name, on: startOf(calendar, day), since: startOf(calendar, last) }];
  });
}

function heldOn(calendar: WorkCalendar, month: string, dayOfMonth: number): DayNumber {
  const wanted = Date.parse(`${month}-${String(dayOfMonth).padStart(2, '0')}T00:00:00Z`) / dayLength;
  return firstWorkingDay(calendar, wanted) ?? wanted;
}

function startOf({ timezone }: WorkCalendar, day: DayNumber): Instant {
  return instantOfLocal(timezone, day * dayLength);
}
