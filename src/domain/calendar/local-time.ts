import type { Instant } from '../snapshot.ts';
import { zoneOffset } from './zone-offset.ts';

/** What a wall clock and a wall calendar show. Months count from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A local time as read off an instant; Monday is 1. */
export interface LocalParts extends LocalTime {
  readonly weekday: number;
}

const dayLength = 86_400_000;

/** A local time as a number: what UTC would call it, in milliseconds. Hour 24 is the next midnight. */
export function localNumber(local: LocalTime): number {
  return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
}

/** What people in a zone read off their clocks at an instant. */
export function localParts(timezone: string, at: Instant): LocalParts {
  const shifted = new Date(at + zoneOffset(timezone, at));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: ((shifted.getUTCDay() + 6) % 7) + 1,
  };
}

/**
 * Every instant at which local clocks show this time, earliest first: one as a rule, none where clocks jump over
 * it, two where they are turned back. A day on either side is further than any zone is from UTC.
 */
export function instantsOf(timezone: string, local: number): readonly Instant[] {
  const before = local - zoneOffset(timezone, local - dayLength);
  const after = local - zoneOffset(timezone, local + dayLength);
  const candidates = before === after ? [before] : [Math.min(before, after), Math.max(before, after)];
  return candidates.filter((at) => at + zoneOffset(timezone, at) === local);
}

/** The first instant between two at which a zone's offset is the later one's. */
function transitionBetween(timezone: string, low: Instant, high: Instant): Instant {
  const wanted = zoneOffset(timezone, high);
  let from = low;
  let to = high;
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (zoneOffset(timezone, middle) === wanted) to = middle;
    else from = middle;
  }
  return to;
}

/** As `zonedInstant`, from the number of a local time. */
export function instantOfLocal(timezone: string, local: number): Instant {
  const [first] = instantsOf(timezone, local);
  if (first !== undefined) return first;
  const before = local - zoneOffset(timezone, local - dayLength);
  const after = local - zoneOffset(timezone, local + dayLength);
  return transitionBetween(timezone, Math.min(before, after), Math.max(before, after));
}

/**
 * The instant of a local time, whatever clocks do: a time that comes twice is the first one, a time that is jumped
 * over is the moment of the jump. Where a person must be asked instead, use `zonedTimes`.
 */
export function zonedInstant(timezone: string, local: LocalTime): Instant {
  return instantOfLocal(timezone, localNumber(local));
}

/** Every instant of a local time: none in the hour that spring takes, two in the hour that autumn repeats. */
export function zonedTimes(timezone: string, local: LocalTime): readonly Instant[] {
  return instantsOf(timezone, localNumber(local));
}
