import type { Rules, WorkDay } from './rules.ts';

/**
 * The working time of somebody, read anew from `docs/rules.md#clocks`: that of the roster, else the program's with
 * zone and holidays of the region a requester is listed with, else the program's.
 */
function workDayOf(rules: Rules, username: string): WorkDay {
  const { calendar, regions, smes, regionOfRequester } = rules;
  const sme = smes.find((each) => each.gitlab === username);
  const region = regions.find((each) => each.key === (sme?.region ?? regionOfRequester[username]));
  return {
    timezone: sme?.timezone ?? region?.timezone ?? calendar.timezone,
    days: sme?.days ?? calendar.days,
    hours: sme?.hours ?? calendar.hours,
    holidays: region?.holidays ?? calendar.holidays,
  };
}

/** Whether an instant, in epoch milliseconds, lies in the working time of somebody. */
export function worksAt(rules: Rules, username: string, at: number): boolean {
  const { timezone, days, hours, holidays } = workDayOf(rules, username);
  const { weekday, day, clock } = local(timezone, at);
  const [from = '', to = ''] = hours.split('-');
  return days.includes(weekday) && !holidays.includes(day) && clock >= from && clock < to;
}

/** An instant on somebody's wall: `mon`, `2026-11-23` and `09:30`. */
function local(timeZone: string, at: number): { weekday: string; day: string; clock: string } {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    weekday: part('weekday').toLowerCase(),
    day: `${part('year')}-${part('month')}-${part('day')}`,
    clock: `${part('hour')}:${part('minute')}`,
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** One clock for each zone: to make one takes longer than to read it a hundred times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, made);
  return made;
}
