import type { WorkCalendar } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import { type DayNumber, dayName, weekdayOf } from './day.ts';
import { instantOfLocal } from './local-time.ts';

/** The working hours of one day; `close` is the first instant that is no longer in them. */
export interface WorkingWindow {
  readonly open: Instant;
  readonly close: Instant;
}

const minute = 60_000;
const dayLength = 86_400_000;

/** Milliseconds of a calendar's working day: what one business day is worth (docs/rules.md#clocks). */
export function workingDayLength(calendar: WorkCalendar): number {
  return (calendar.endMinute - calendar.startMinute) * minute;
}

/** Whether a calendar ever opens; `check-config` refuses one that does not, and no clock may wait for it for ever. */
export function everOpens(calendar: WorkCalendar): boolean {
  return workingDayLength(calendar) > 0 && calendar.days.some((day) => day >= 1 && day <= 7);
}

/** A day's working hours, or null on weekends and holidays. Local hours, so clock changes move the instants. */
export function workingWindow(calendar: WorkCalendar, day: DayNumber): WorkingWindow | null {
  if (!calendar.days.includes(weekdayOf(day)) || calendar.holidays.includes(dayName(day))) return null;
  const midnight = day * dayLength;
  const open = instantOfLocal(calendar.timezone, midnight + calendar.startMinute * minute);
  const close = instantOfLocal(calendar.timezone, midnight + calendar.endMinute * minute);
  return close > open ? { open, close } : null;
}
