import type { WorkCalendar } from '../../config/types.ts';
import type { DayNumber } from './day.ts';
import { workingWindow } from './working-window.ts';

/** Longer than any row of holidays: a calendar of nothing else must not be searched for ever. */
const searchedDays = 366;

/** The first working day of a calendar from a day on, up to `last`; null: there is none. */
export function firstWorkingDay(
  calendar: WorkCalendar,
  from: DayNumber,
  last: DayNumber = from + searchedDays,
): DayNumber | null {
  for (let day = from; day <= last; day += 1) if (workingWindow(calendar, day) !== null) return day;
  return null;
}

/** The day so many working days before a day; where a calendar hardly ever works, the last day looked at. */
export function workingDaysBefore(calendar: WorkCalendar, day: DayNumber, count: number): DayNumber {
  let found = day;
  for (let left = count; left > 0 && day - found < searchedDays; ) {
    found -= 1;
    if (workingWindow(calendar, found) !== null) left -= 1;
  }
  return found;
}
