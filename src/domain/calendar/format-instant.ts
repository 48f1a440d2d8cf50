import type { Instant } from '../snapshot.ts';
import { localParts } from './local-time.ts';
import { shortZoneName } from './zone-names.ts';
import { zoneOffset } from './zone-offset.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function zoneText(timezone: string, at: Instant): string {
  if (/^[+-]\d/.test(timezone)) return `UTC${timezone}`;
  return shortZoneName(timezone, zoneOffset(timezone, at) / 60_000) ?? timezone;
}

/** A day for people: `Thu 3 Dec 2026`. English and the same everywhere: no locale of the runner decides. */
export function formatDay(at: Instant, timezone: string): string {
  const { year, month, day, weekday } = localParts(timezone, at);
  return `${weekdays[weekday - 1] ?? ''} ${day} ${months[month - 1] ?? ''} ${year}`;
}

/**
 * An instant for people: `Thu 3 Dec 2026, 15:00 CET`. Where a short zone name could be read in two ways the zone
 * itself stands there (`15:00 Asia/Kolkata`); the form reads both back.
 */
export function formatInstant(at: Instant, timezone: string): string {
  return `${formatDay(at, timezone)}, ${clockText(at, timezone)} ${zoneText(timezone, at)}`;
}

/** From when to when for people: `Thu 3 Dec 2026, 15:00–16:30 CET`, with both days where there are two. */
export function formatSpan(start: Instant, end: Instant, timezone: string): string {
  const isOneDay = formatDay(start, timezone) === formatDay(end, timezone);
  if (!isOneDay || zoneText(timezone, start) !== zoneText(timezone, end)) {
    return `${formatInstant(start, timezone)} to ${formatInstant(end, timezone)}`;
  }
  const clocks = `${clockText(start, timezone)}–${clockText(end, timezone)}`;
  return `${formatDay(start, timezone)}, ${clocks} ${zoneText(timezone, start)}`;
}

function clockText(at: Instant, timezone: string): string {
  const { hour, minute } = localParts(timezone, at);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}
