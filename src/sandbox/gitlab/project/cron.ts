import { TZDate } from '@date-fns/tz';

/** A cron line as the sets of values each field allows. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Cron joins day and weekday with *or* as soon as both are limited. */
  readonly eitherDay: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Reads the five fields of a cron line; null where GitLab would call its syntax invalid. */
export function parseCron(line: string): Cron | null {
  const fields = line.trim().toLowerCase().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (fields.length !== 5 || !minute || !hour || !day || !month || !weekday) return null;
  const minutes = parseField(minute, 0, 59, []);
  const hours = parseField(hour, 0, 23, []);
  const days = parseField(day, 1, 31, []);
  const months = parseField(month, 1, 12, MONTHS);
  const weekdays = parseField(weekday, 0, 7, WEEKDAYS);
  if (!minutes || !hours || !days || !months || !weekdays) return null;
  // Sunday has two numbers.
  if (weekdays.has(7)) weekdays.add(0);
  return {
    minutes,
    hours,
    days,
    months,
    weekdays,
    eitherDay: !day.startsWith('*') && !weekday.startsWith('*'),
  };
}

function parseField(field: string, from: number, to: number, names: readonly string[]): Set<number> | null {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const groups = /^(?<first>\*|\w+)(?:-(?<last>\w+))?(?:\/(?<step>\d+))?$/.exec(part)?.groups;
    if (groups === undefined) return null;
    const { first = '*', last, step } = groups;
    const isOpen = first === '*' || (last === undefined && step !== undefined);
    const start = first === '*' ? from : fieldValue(first, from, names);
    const end = last === undefined ? (isOpen ? to : start) : fieldValue(last, from, names);
    const by = Number(step ?? 1);
    if (!(start >= from && end <= to && start <= end && by > 0) || (first === '*' && last !== undefined))
      return null;
    for (let value = start; value <= end; value += by) values.add(value);
  }
  return values;
}

/** A number or a name of the field; NaN for anything else. */
function fieldValue(text: string, from: number, names: readonly string[]): number {
  const index = names.indexOf(text);
  if (index >= 0) return index + from;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

const searchedDays = 366 * 5;

/** The first time after `after` (epoch milliseconds) on which the line fires in a time zone; null: never. */
export function nextRun(cron: Cron, timezone: string, after: number): number | null {
  const start = new TZDate(after, timezone);
  for (let offset = 0; offset <= searchedDays; offset += 1) {
    const day = new TZDate(start.getFullYear(), start.getMonth(), start.getDate() + offset, timezone);
    if (!firesOn(cron, day)) continue;
    const run = firstOfDay(cron, timezone, day, after);
    if (run !== null) return run;
  }
  return null;
}

function firesOn(cron: Cron, day: TZDate): boolean {
  if (!cron.months.has(day.getMonth() + 1)) return false;
  const isDay = cron.days.has(day.getDate());
  const isWeekday = cron.weekdays.has(day.getDay());
  return cron.eitherDay ? isDay || isWeekday : isDay && isWeekday;
}

function firstOfDay(cron: Cron, timezone: string, day: TZDate, after: number): number | null {
  for (const hour of [...cron.hours].toSorted((a, b) => a - b)) {
    for (const minute of [...cron.minutes].toSorted((a, b) => a - b)) {
      const run = new TZDate(
        day.getFullYear(),
        day.getMonth(),
        day.getDate(),
        hour,
        minute,
        timezone,
      ).getTime();
      if (run > after) return run;
    }
  }
  return null;
}

/** Whether a time zone is one that the sandbox's clock can use. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
