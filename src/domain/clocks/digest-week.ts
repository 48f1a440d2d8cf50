import type { Config, WorkCalendar } from '../../config/types.ts';
import { insideHours } from '../calendar/business-time.ts';
import { type DayNumber, dayName, dayNumber, weekdayOf } from '../calendar/day.ts';
import { instantOfLocal } from '../calendar/local-time.ts';
import { firstWorkingDay } from '../calendar/working-day.ts';
import type { Instant } from '../snapshot.ts';

/** The digest of one working week. */
export interface DigestWeek {
  /** As ISO 8601 counts weeks: `2026-W48`. */
  readonly week: string;
  /** Month whose report is new since the digest before, `YYYY-MM`; null: none. */
  readonly newReport: string | null;
}

const dayLength = 86_400_000;
const minute = 60_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * The digest that is due in a calendar now, or null (`docs/rules.md#clocks`). It is due from the configured moment of
 * the week, on a day without work from that time of the next working day, until the week is over; and only while
 * the calendar works.
 */
export function digestWeek(
  { program }: Pick<Config, 'program'>,
  calendar: WorkCalendar,
  now: Instant,
): DigestWeek | null {
  const today = dayNumber(calendar.timezone, now);
  const monday = today - (weekdayOf(today) - 1);
  const [weekday = '', clock = ''] = program.digest.split(' ');
  const wanted = monday + Math.max(0, weekdays.indexOf(weekday));
  const day = firstWorkingDay(calendar, wanted, monday + 6);
  if (day === null || !insideHours(calendar, now)) return null;
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  if (now < instantOfLocal(calendar.timezone, day * dayLength + minutes * minute)) return null;
  return { week: weekName(monday), newReport: newReport(day) };
}

/** A week belongs to the year its Thursday lies in. */
function weekName(monday: DayNumber): string {
  const thursday = monday + 3;
  const year = Number(dayName(thursday).slice(0, 4));
  const newYear = Date.UTC(year, 0, 1) / dayLength;
  const week = Math.floor((thursday - newYear) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** A month's report is made on the second of the next: the first digest after that day tells of it. */
function newReport(day: DayNumber): string | null {
  const dayOfMonth = Number(dayName(day).slice(8));
  if (dayOfMonth < 3 || dayOfMonth > 9) return null;
  return dayName(day - dayOfMonth).slice(0, 7);
}
