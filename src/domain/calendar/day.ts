import type { Instant } from '../snapshot.ts';
import { zoneOffset } from './zone-offset.ts';

/** A day of a wall calendar, counted from 1970-01-01 = 0. */
export type DayNumber = number;

const dayLength = 86_400_000;

/** The day that people in a zone have at an instant. */
export function dayNumber(timezone: string, at: Instant): DayNumber {
  return Math.floor((at + zoneOffset(timezone, at)) / dayLength);
}

/** `YYYY-MM-DD`. */
export function dayName(day: DayNumber): string {
  const date = new Date(day * dayLength);
  const month = String(date.getUTCMonth() + 1).padStart(2, '0');
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${month}-${String(date.getUTCDate()).padStart(2, '0')}`;
}

/** The day that people in a zone have at an instant, as `YYYY-MM-DD`. */
export function dayOf(timezone: string, at: Instant): string {
  return dayName(dayNumber(timezone, at));
}

/** Monday is 1; 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
