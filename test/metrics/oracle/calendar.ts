/** Days and months of a time zone, by what the platform's own calendar prints. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timezone, format);
  return format;
}

interface Wall {
  readonly year: number;
  /** January is 1. */
  readonly month: number;
  readonly day: number;
  /** The reading of the clock on the wall, as if it hung in Greenwich. */
  readonly asUtc: number;
}

function wallAt(timezone: string, instant: number): Wall {
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  const [year, month, day] = [part('year'), part('month'), part('day')];
  return {
    year,
    month,
    day,
    asUtc: Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second')),
  };
}

const starts = new Map<string, number>();

/** The first moment of a month; months may run over: the thirteenth is January. */
export function monthStart(timezone: string, year: number, month: number): number {
  const key = `${timezone} ${year} ${month}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const wanted = Date.UTC(year, month - 1, 1);
  let instant = wanted;
  for (let turn = 0; turn < 3; turn += 1) instant += wanted - wallAt(timezone, instant).asUtc;
  starts.set(key, instant);
  return instant;
}

/** The first moment of the quarter that an instant lies in. */
export function quarterStart(timezone: string, instant: number): number {
  const { year, month } = wallAt(timezone, instant);
  return monthStart(timezone, year, month - ((month - 1) % 3));
}

const stretches = new Map<string, readonly string[]>();

/** The days of a stretch of time as they are called there, `YYYY-MM-DD`; a day that has begun is one of them. */
export function daysOf(timezone: string, from: number, to: number): readonly string[] {
  const key = `${timezone} ${from} ${to}`;
  const days = stretches.get(key) ?? daysBetween(timezone, from, to);
  stretches.set(key, days);
  return days;
}

function daysBetween(timezone: string, from: number, to: number): string[] {
  if (to <= from) return [];
  const nameAt = (instant: number): number => {
    const { year, month, day } = wallAt(timezone, instant);
    return Date.UTC(year, month - 1, day);
  };
  const days: string[] = [];
  for (let day = nameAt(from); day <= nameAt(to - 1); day += 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
