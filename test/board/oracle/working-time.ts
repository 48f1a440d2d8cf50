import type { Hours, Program } from './program.ts';

const minute = 60_000;
const day = 86_400_000;

interface Wall {
  readonly weekday: string;
  readonly day: string;
  readonly clock: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const seen = new Map<string, Wall>();

/** What a clock and a calendar on a wall in a time zone show. */
function wall(timeZone: string, at: number): Wall {
  const key = `${timeZone} ${Math.floor(at / minute)}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const format = formats.get(timeZone) ?? formatIn(timeZone);
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const found = {
    weekday: (parts.weekday ?? '').toLowerCase(),
    day: `${parts.year}-${parts.month}-${parts.day}`,
    clock: `${parts.hour}:${parts.minute}`,
  };
  seen.set(key, found);
  return found;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** `YYYY-MM-DD` in a time zone. */
export function dayIn(timeZone: string, at: number): string {
  return wall(timeZone, at).day;
}

/** The working time of somebody. */
export function hoursOf(program: Program, username: string): Hours {
  return program.hoursOf[username] ?? program.hours;
}

function isWorking({ timeZone, days, from, to, holidays }: Hours, at: number): boolean {
  const { weekday, day, clock } = wall(timeZone, at);
  return days.includes(weekday) && !holidays.includes(day) && clock >= from && clock < to;
}

/**
 * Whether so many business days of somebody have passed between two instants: their working time is counted half an
 * hour at a time, since no working day begins or ends within one.
 */
export function workedDays(hours: Hours, from: number, to: number, count: number): boolean {
  const wanted = count * minutesOfDay(hours) * minute;
  if (to - from < wanted) return false;
  const step = 30 * minute;
  let worked = 0;
  for (let at = from; at < to && worked < wanted; ) {
    const next = Math.min(to, (Math.floor(at / step) + 1) * step);
    if (isWorking(hours, at)) worked += next - at;
    at = next;
  }
  return worked >= wanted;
}

function minutesOfDay({ from, to }: Hours): number {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return minutes(to) - minutes(from);
}

/** Whether so many days, each to the same hour on the wall, have passed. */
export function daysPassed({ timeZone }: Hours, from: number, to: number, count: number): boolean {
  const then = wall(timeZone, from);
  const now = wall(timeZone, to);
  const days = Math.round((Date.parse(now.day) - Date.parse(then.day)) / day);
  return (
    days > count ||
    (days === count && (now.clock > then.clock || (now.clock === then.clock && to % minute >= from % minute)))
  );
}
