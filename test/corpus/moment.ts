import type { Random } from './random.ts';

/** A place whose clock is meant, with its offsets in hours, and the names that people there write. */
export interface Place {
  readonly region: string;
  readonly winter: number;
  readonly summer: number;
  /** Short names, in winter and in summer; only such that nobody reads differently. */
  readonly short: readonly [string, string];
}

/** A day, or a time on it, that a person has in mind. `place` null: the writer's own clock. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: { readonly hour: number; readonly minute: number } | null;
  readonly place: Place | null;
}

const madrid: Place = { region: 'Europe/Madrid', winter: 1, summer: 2, short: ['CET', 'CEST'] };

const places: readonly [Place, ...Place[]] = [
  madrid,
  { region: 'Europe/Berlin', winter: 1, summer: 2, short: ['CET', 'CEST'] },
  { region: 'America/New_York', winter: -5, summer: -4, short: ['EST', 'EDT'] },
  { region: 'Asia/Tokyo', winter: 9, summer: 9, short: ['JST', 'JST'] },
  { region: 'UTC', winter: 0, summer: 0, short: ['UTC', 'UTC'] },
];

type YearMonth = readonly [year: number, month: number];

/** Months far from any change of the clocks, so that an offset is certain without a database. */
const months: readonly [YearMonth, ...YearMonth[]] = [
  [2026, 12],
  [2027, 1],
  [2027, 2],
  [2027, 5],
  [2027, 6],
  [2027, 7],
];

export function isSummer({ month }: { readonly month: number }): boolean {
  return month >= 5 && month <= 7;
}

/** Sunday is 0. */
export function weekdayOf({ year, month, day }: Moment): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** A working day within the next months, mostly with a time in working hours. */
export function someMoment(random: Random): Moment {
  const [year, month] = random.pick(months);
  const first = random.below(25) + 1;
  const weekday = new Date(Date.UTC(year, month - 1, first)).getUTCDay();
  const day = weekday === 0 ? first + 1 : weekday === 6 ? first + 2 : first;
  const timed = random.chance(70);
  const time = timed ? { hour: 8 + random.below(10), minute: random.pick([0, 0, 30, 15]) } : null;
  return { year, month, day, time, place: timed && random.chance(60) ? random.pick(places) : null };
}

/** When a moment begins, for a writer in Madrid; milliseconds since 1970. */
export function startOf(moment: Moment): number {
  const { winter, summer } = moment.place ?? madrid;
  const offset = isSummer(moment) ? summer : winter;
  const { hour, minute } = moment.time ?? { hour: 0, minute: 0 };
  return Date.UTC(moment.year, moment.month - 1, moment.day, hour - offset, minute);
}
