import { TZDateMini } from '@date-fns/tz/date/mini';
import type { Instant } from '../snapshot.ts';
import type { Period } from './facts.ts';

const monthName = /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])$/;

/** Reckoning with time zones takes long, and every page asks for the same few dozen months. */
const started = new Map<string, Instant>();
const mostStarted = 4096;

function startOfMonth(year: number, monthIndex: number, timezone: string): Instant {
  const key = `${year} ${monthIndex} ${timezone}`;
  const known = started.get(key);
  if (known !== undefined) return known;
  const instant = new TZDateMini(year, monthIndex, 1, timezone).getTime();
  if (started.size >= mostStarted) started.clear();
  started.set(key, instant);
  return instant;
}

/** Year and month as one number that can be counted up and down, or null: not a month. */
function monthIndexOf(name: string): number | null {
  const parts = monthName.exec(name)?.groups;
  if (parts === undefined) return null;
  return Number(parts.year) * 12 + Number(parts.month) - 1;
}

function nameOf(index: number): string {
  const month = String((index % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${month}`;
}

/**
 * The months from `first` to `last`, both included, as one half-open period in a time zone; null where one of
 * them is not written `YYYY-MM` or the last lies before the first.
 */
export function monthsPeriod(first: string, last: string, timezone: string): Period | null {
  const from = monthIndexOf(first);
  const to = monthIndexOf(last);
  if (from === null || to === null || to < from) return null;
  return {
    from: startOfMonth(Math.floor(from / 12), from % 12, timezone),
    to: startOfMonth(Math.floor((to + 1) / 12), (to + 1) % 12, timezone),
    name: from === to ? first : `${first} to ${last}`,
  };
}

/** One month as a half-open period in a time zone; null: not written `YYYY-MM`. */
export function monthPeriod(name: string, timezone: string): Period | null {
  return monthsPeriod(name, name, timezone);
}

/** The name of the month that an instant lies in, `YYYY-MM`. */
export function monthOf(instant: Instant, timezone: string): string {
  const date = new TZDateMini(instant, timezone);
  return nameOf(date.getFullYear() * 12 + date.getMonth());
}

/** The month before a month, or null: `name` is not written `YYYY-MM`. */
export function previousMonth(name: string, timezone: string): Period | null {
  const index = monthIndexOf(name);
  return index === null ? null : monthPeriod(nameOf(index - 1), timezone);
}

/** The day an instant lies on, `YYYY-MM-DD`. */
export function dayOf(instant: Instant, timezone: string): string {
  const day = String(new TZDateMini(instant, timezone).getDate()).padStart(2, '0');
  return `${monthOf(instant, timezone)}-${day}`;
}

const quarterName = /^(?<year>\d{4})-Q(?<quarter>[1-4])$/;

/** A quarter as a half-open period in a time zone; null: not written `YYYY-QN`. */
export function quarterPeriod(name: string, timezone: string): Period | null {
  const parts = quarterName.exec(name)?.groups;
  if (parts === undefined) return null;
  const first = Number(parts.year) * 12 + (Number(parts.quarter) - 1) * 3;
  const months = monthsPeriod(nameOf(first), nameOf(first + 2), timezone);
  return months === null ? null : { ...months, name };
}

/** The quarter that an instant lies in. */
export function quarterOf(instant: Instant, timezone: string): Period {
  const [year = '', month = ''] = monthOf(instant, timezone).split('-');
  const name = `${year}-Q${Math.ceil(Number(month) / 3)}`;
  return quarterPeriod(name, timezone) ?? { from: instant, to: instant, name };
}

/** The quarter before the one that begins at `from`. */
export function quarterBefore({ from }: Pick<Period, 'from'>, timezone: string): Period {
  return quarterOf(from - 1, timezone);
}

/** The names of the months from `first` to `last`, both included and written `YYYY-MM`; empty: none. */
export function monthNames(first: string, last: string): string[] {
  const [from, to] = [monthIndexOf(first), monthIndexOf(last)];
  const names: string[] = [];
  if (from === null || to === null) return names;
  for (let index = from; index <= to; index += 1) names.push(nameOf(index));
  return names;
}

/** The name of the month so many months before a month; the name itself where it is not written `YYYY-MM`. */
export function monthsBefore(name: string, months: number): string {
  const index = monthIndexOf(name);
  return index === null ? name : nameOf(index - months);
}
