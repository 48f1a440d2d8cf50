import { instantsOf, localNumber, zonedInstant } from '../calendar/local-time.ts';
import { zoneOffset } from '../calendar/zone-offset.ts';
import type { Instant } from '../snapshot.ts';
import { writtenAnswers } from './answers.ts';
import { dateLine } from './date-line.ts';
import { readDateText, type WrittenDate } from './date-text.ts';
import type { AnswerLine, FormLine } from './form-lines.ts';
import { type FormProblemCode, formProblem } from './form-problem.ts';
import type { Problem, ProposedDate } from './request-form.ts';
import { resolveZone } from './resolve-zone.ts';

const heading = 'Proposed dates';
const example = '2026-12-03 15:00 Europe/Madrid';
const mostDates = 20;
/** Twenty dates of a hundred characters and more; also one long line, which is told to be no date. */
const mostCharacters = 2500;
const longestLine = 1000;

/** The dates of a form with every problem in them. */
export interface DatesReading {
  readonly dates: readonly ProposedDate[];
  /** The lines say that the dates are one series. */
  readonly series: boolean;
  readonly problems: readonly Problem[];
}

type Entry = { readonly date: ProposedDate; readonly zoned: boolean } | Problem;

function refuse(code: FormProblemCode, found: string, expected: string): Problem {
  return formProblem(code, heading, { found, expected, example });
}

function twoWays(raw: string): Problem {
  return refuse(
    'date-ambiguous',
    raw,
    'a date that can be read in one way only, year first or with the month as a word',
  );
}

function unreadable(raw: string): Problem {
  const expected = 'one date on each line, with year, and a 24-hour time with its time zone (or am/pm)';
  return refuse('date-unreadable', raw, expected);
}

/** The instant of a local time in a written zone, or the problem with it. */
function timedStart(
  raw: string,
  date: WrittenDate,
  home: string,
): { start: Instant; timezone: string } | Problem {
  const zone =
    date.zone === null
      ? { kind: 'zone' as const, timezone: home, offset: null }
      : resolveZone(date.zone, home);
  if (zone.kind === 'several') {
    const zones = zone.examples.join(' or ');
    return refuse('date-timezone', raw, `a time zone that means one place only: ${zones}`);
  }
  if (zone.kind === 'unknown') {
    return refuse(
      'date-timezone',
      raw,
      'a time zone as Region/City, an offset such as UTC+1, or a well-known short name',
    );
  }
  const { timezone, offset } = zone;
  if (date.time === null) return { start: zonedInstant(timezone, { ...date, hour: 0, minute: 0 }), timezone };
  const all = instantsOf(timezone, localNumber({ ...date, ...date.time }));
  const starts = all.filter((at) => offset === null || zoneOffset(timezone, at) === offset * 60_000);
  const [start, second] = starts;
  if (start === undefined && all.length > 0) {
    const expected = `the time zone that is in use on that day; ${(date.zone ?? '').toUpperCase()} is not, ${timezone} always is`;
    return refuse('date-timezone', raw, expected);
  }
  if (start === undefined) {
    return refuse('date-gap', raw, `a time that exists: in ${timezone} clocks are put forward over this one`);
  }
  if (second !== undefined) {
    return refuse(
      'date-twice',
      raw,
      `which of the two: in ${timezone} clocks are put back over this time; add the offset`,
    );
  }
  return { start, timezone };
}

function readEntry(raw: string, home: string, now: Instant): Entry {
  const text = readDateText(raw);
  switch (text.kind) {
    case 'ambiguous':
      return twoWays(raw);
    case 'weekday':
      return refuse('date-weekday', raw, `a weekday that fits the date: this date is a ${text.expected}`);
    case 'unreadable':
      return unreadable(raw);
    case 'date':
      break;
    default:
      return text satisfies never;
  }
  const start = timedStart(raw, text.date, home);
  if (!('start' in start)) return start;
  const allDay = text.date.time === null;
  // A whole day has passed when its next midnight has; a day lasts up to 25 hours.
  const over = allDay
    ? zonedInstant(start.timezone, { ...text.date, day: text.date.day + 1, hour: 0, minute: 0 })
    : start.start;
  if (over <= now) return refuse('date-past', raw, 'a date that lies ahead');
  return { date: { ...start, allDay, raw }, zoned: text.date.zone !== null };
}

function isUnreadable(entry: Entry): boolean {
  return 'code' in entry && entry.code === 'date-unreadable';
}

/** What a second date on the line looks like to a reader of one: nonsense, a wrong weekday, a strange zone. */
function maySayMore(entry: Entry): boolean {
  return 'code' in entry && ['date-unreadable', 'date-weekday', 'date-timezone'].includes(entry.code);
}

/** A time without a zone beside one with: the zone may be meant for both. */
function mixesZones(entries: readonly Entry[]): boolean {
  const dates = entries.filter((entry) => 'date' in entry);
  return dates.some((entry) => entry.zoned) && dates.some((entry) => !entry.zoned && !entry.date.allDay);
}

/** The dates of one line: one, or several with a separator that is certain to be one. */
function readLine(raw: string, home: string, now: Instant): readonly Entry[] {
  const whole = readEntry(raw, home, now);
  if (!maySayMore(whole) || raw.length > longestLine) return [whole];
  for (const separator of [/;|\bor\b|\band\b|&/i, /[,;]|\bor\b|\band\b|&/i]) {
    const parts = raw
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length < 2 || parts.length > mostDates) continue;
    const entries = parts.map((part) => readEntry(part, home, now));
    if (!entries.some(isUnreadable)) return mixesZones(entries) ? [unreadable(raw)] : entries;
  }
  return [whole];
}

const seriesWord = /\(?\b(?:as\s+|is\s+|are\s+)?(?:a\s+|one\s+)?series\b\)?\s*[:.]?/i;
const noSeries = /\b(?:no|not)\b[^.]{0,30}\bseries\b|\bseries\s*[:=]\s*no\b/i;

/** Words beside a series mark that name no date; `every Tuesday` does. */
const saysNothing =
  /^(?:(?:yes|x|true|all|both|of|the|these|those|them|dates|days|above|below|are|is|it|this|please|needed|as|a)\b[\s,.:-]*)+$/i;

/** The line without its series mark; `series: yes` is nothing but one. */
function takeSeries(text: string): { readonly rest: string; readonly series: boolean } {
  if (text.length > 300) return { rest: text, series: false };
  const denied = noSeries.test(text);
  if (!denied && !seriesWord.test(text)) return { rest: text, series: false };
  const rest = text
    .replace(denied ? noSeries : seriesWord, ' ')
    .replace(/^[\s:,-]+/, '')
    .replace(/[()]/g, ' ')
    .trim();
  return { rest: saysNothing.test(rest) ? '' : rest, series: !denied };
}

function isSayingMore(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** How much more than a list of dates stands there, or null. */
function howTooMany(answers: readonly AnswerLine[]): string | null {
  if (answers.length > mostDates) return `more than ${mostDates} lines`;
  const length = answers.reduce((sum, { text }) => sum + text.length, 0);
  return length > mostCharacters ? `${answers.length} lines with ${length} characters` : null;
}

/**
 * Reads the proposed dates: one on each line, or several on a line. `home` is the zone of times without one; `now` is
 * the instant that a date must lie behind, such as when the form was last edited (docs/rules.md#requests).
 */
export function readDates(lines: readonly FormLine[], home: string, now: Instant): DatesReading {
  const problems: Problem[] = [];
  const dates = new Map<Instant, ProposedDate>();
  let series = false;
  const answers = writtenAnswers(lines, mostDates + 1);
  const tooMany = howTooMany(answers);
  if (tooMany !== null) {
    const expected = `at most ${mostDates} dates, one on each line, and nothing beside them`;
    return { dates: [], series, problems: [refuse('dates-too-many', tooMany, expected)] };
  }
  for (const line of answers) {
    const marked = takeSeries(dateLine(line, answers.length));
    series ||= marked.series;
    if (!isSayingMore(marked.rest)) continue;
    for (const entry of readLine(marked.rest, home, now)) {
      if ('date' in entry) dates.set(entry.date.start, entry.date);
      else problems.push(entry);
    }
  }
  if (dates.size + problems.length > mostDates) {
    problems.push(
      refuse('dates-too-many', `${dates.size} dates`, `at most ${mostDates} dates, one on each line`),
    );
  }
  if (dates.size + problems.length === 0) {
    problems.push(refuse('date-missing', '', 'at least one date; alternatives on further lines'));
  }
  return { dates: [...dates.values()], series, problems };
}
