import type { Span, WorkCalendar } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import { dayNumber } from './day.ts';
import { everOpens, workingDayLength, workingWindow } from './working-window.ts';

const minute = 60_000;
const hour = 3_600_000;
/** Further than any deadline: a calendar of nothing but holidays must not be searched for ever. */
const searchedDays = 7320;

/** Whether an instant lies in a calendar's working hours; the closing instant does not. */
export function insideHours(calendar: WorkCalendar, at: Instant): boolean {
  const window = workingWindow(calendar, dayNumber(calendar.timezone, at));
  return window !== null && window.open <= at && at < window.close;
}

/**
 * The earliest instant until which a calendar has worked so many milliseconds since `from`. Nothing to work off
 * (or a calendar that never opens, where time simply passes) answers at once.
 */
export function addBusinessTime(calendar: WorkCalendar, from: Instant, milliseconds: number): Instant {
  if (milliseconds <= 0) return from;
  if (!everOpens(calendar)) return from + milliseconds;
  const first = dayNumber(calendar.timezone, from);
  let left = milliseconds;
  for (let day = first; day < first + searchedDays; day += 1) {
    const window = workingWindow(calendar, day);
    if (window === null) continue;
    const open = Math.max(window.open, from);
    const available = window.close - open;
    if (available <= 0) continue;
    if (left <= available) return open + left;
    left -= available;
  }
  return from + searchedDays * 24 * hour + left;
}

/** A span as milliseconds of a calendar's working time: a day is its daily hours. */
function workingMilliseconds(calendar: WorkCalendar, span: Span): number {
  switch (span.unit) {
    case 'minutes':
      return span.amount * minute;
    case 'hours':
    case 'business hours':
      return span.amount * hour;
    case 'days':
    case 'business days':
      return span.amount * workingDayLength(calendar);
    default:
      return span.unit satisfies never;
  }
}

/**
 * The earliest instant until which a calendar has worked a whole span since `from` (docs/rules.md#clocks). Every
 * unit is read as working time; `addSpan` is the one that lets a span's own unit decide.
 */
export function addBusiness(calendar: WorkCalendar, from: Instant, span: Span): Instant {
  return addBusinessTime(calendar, from, workingMilliseconds(calendar, span));
}

/** Milliseconds that a calendar works between two instants; negative when the second is earlier. */
export function businessMillisecondsBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  if (to < from) return -businessMillisecondsBetween(calendar, to, from);
  let total = 0;
  const last = dayNumber(calendar.timezone, to);
  for (let day = dayNumber(calendar.timezone, from); day <= last; day += 1) {
    const window = workingWindow(calendar, day);
    if (window === null) continue;
    total += Math.max(0, Math.min(window.close, to) - Math.max(window.open, from));
  }
  return total;
}
