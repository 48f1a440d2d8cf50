import { zonesNamed } from '../calendar/zone-names.ts';
import {
  dateNoise,
  monthNamed,
  monthPattern,
  plainDateText,
  weekdayNamed,
  weekdayPattern,
} from './date-words.ts';

/** A date as written, before any zone turns it into an instant. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: { readonly hour: number; readonly minute: number } | null;
  /** The zone as written (`CET`, `Europe/Madrid`, `+01:00`); null: none. */
  readonly zone: string | null;
}

/** What a text says, or why it does not say one date for certain. */
export type DateText =
  | { readonly kind: 'date'; readonly date: WrittenDate }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'weekday'; readonly expected: string }
  | { readonly kind: 'unreadable' };

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const longestText = 200;
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const isoDate = /(?<![\d+])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t(?=\d{2}:)|(?!\d))/;
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.?[\u00ba\u00b0])?(?:\\s+(?:of|de))?[\\s./-]+(${monthPattern})\\.?,?` +
    `(?:\\s+(?:de|del|do))?[\\s/-]*(\\d{4})(?!\\d)`,
);
const monthFirst = new RegExp(`\\b(${monthPattern})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`);
const numeric = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const clock =
  /(?<![\d:+-])(?:(\d{1,2})(?:[:.]|\s?h\s?)(\d{2})(?::\d{2}(?:\.\d{1,6})?)?(?:\s*([ap])(?:\.?m\b\.?|\b))?|(\d{1,2})\s*([ap])\.?m\b\.?|(\d{1,2})\s?(?:h|uhr|uur)\b)/;

function validDay(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 2000 && year < 2100 ? { year, month, day } : null;
}

/** `25/12/2026` can only be read one way, `03/04/2026` in two: then a person has to say which. */
function numericDay(first: number, second: number, year: number): Day | 'ambiguous' | null {
  if (first <= 12 && second <= 12 && first !== second) return 'ambiguous';
  return first > 12 ? validDay(year, second, first) : validDay(year, first, second);
}

/** The day in a text and the text without it. */
function takeDay(text: string): { readonly day: Day | 'ambiguous' | null; readonly rest: string } {
  const forms = [isoDate, dayFirst, monthFirst, numeric];
  for (const [index, form] of forms.entries()) {
    const match = form.exec(text);
    if (match === null) continue;
    const [, a = '', b = '', c = '', d = ''] = match;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    if (index === 0) return { day: validDay(Number(a), Number(b), Number(c)), rest };
    if (index === 1) return { day: validDay(Number(c), monthNamed(b), Number(a)), rest };
    if (index === 2) return { day: validDay(Number(c), monthNamed(a), Number(b)), rest };
    return { day: numericDay(Number(a), Number(c), Number(d)), rest };
  }
  return { day: null, rest: text };
}

type Clock = { readonly hour: number; readonly minute: number; readonly half: boolean };

/** A clock time; `3:00` without am or pm could be either and is none. */
function readClock(match: RegExpExecArray): Clock | null {
  const written = match[1] ?? match[4] ?? match[6] ?? '';
  const half = match[3] ?? match[5];
  const hour = Number(written);
  const minute = Number(match[2] ?? 0);
  if (minute > 59) return null;
  if (half !== undefined) {
    return hour < 1 || hour > 12 ? null : { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute, half: true };
  }
  if (hour > 23 || (written.length === 1 && hour >= 1 && hour <= 6)) return null;
  return { hour, minute, half: false };
}

/** `15.12.2026, 16.12.` names a second day and no time; `16.12 Uhr` does. */
function mayBeDay(text: string, match: RegExpExecArray): boolean {
  const [written, hour = '', minute = ''] = match;
  const month = Number(minute);
  if (!written.startsWith(`${hour}.`) || month < 1 || month > 12 || match[3] !== undefined) return false;
  return !/^\s*(?:uhr|uur|h)\b/.test(text.slice(match.index + written.length));
}

/** The time in a text, or the start of a range of times, and the text without it; null where it is uncertain. */
function takeTime(text: string, iso: boolean): { time: WrittenDate['time']; rest: string } | null {
  const match = clock.exec(text);
  if (match === null) return { time: null, rest: text };
  const start = readClock(match);
  if (start === null || mayBeDay(text, match)) return null;
  let tail = text.slice(match.index + match[0].length);
  const dash = /^\s*(?:-|to\b|until\b|till\b)\s*/.exec(tail);
  const after = dash === null || iso ? '' : tail.slice(dash[0].length);
  const endMatch = clock.exec(after);
  if (endMatch !== null && endMatch.index === 0) {
    const end = readClock(endMatch);
    // `3:00-4:30pm`: the first time may be meant as pm too; an end before the start may be an offset.
    if (end === null || end.half !== start.half) return null;
    if (end.hour * 60 + end.minute <= start.hour * 60 + start.minute) return null;
    tail = after.slice(endMatch[0].length);
  }
  const time = { hour: start.hour, minute: start.minute };
  return { time, rest: `${text.slice(0, match.index)} ${tail}` };
}

/** What is left of a text after the date and time, without words that mean nothing: a zone or nothing. */
function leftover(text: string): readonly string[] {
  return text
    .replace(/\b(utc|gmt)\s*([+-])\s*(?=\d)/g, '$1$2')
    .replace(dateNoise, ' ')
    .split(/[\s,()[\]@|]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Whether a word can be meant as a zone: `Europe/Madrid`, `+01:00`, `CET`; behind a time any word may be. */
function isZoneWord(word: string, timed: boolean): boolean {
  if (/^(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?$/.test(word) || /^[a-z]+\/[a-z0-9_+/-]+$/.test(word)) return true;
  if (!/^[\p{L}.]+$/u.test(word)) return false;
  return timed || word === 'utc' || zonesNamed(word).length > 0;
}

/** Reads one date or date-time from a short text. Anything that is not understood makes the whole uncertain. */
export function readDateText(written: string): DateText {
  if (written.length > longestText) return { kind: 'unreadable' };
  const text = plainDateText(written)
    .replace(/^\s*(?:option|alternative|choice|date)\s*\d{0,2}\s*[:.)]\s*/, '')
    .replace(/^\s*(?:or|oder|ou)\s+/, '');
  const { day, rest } = takeDay(text);
  if (day === null) return { kind: 'unreadable' };
  if (day === 'ambiguous') return { kind: 'ambiguous' };
  const named = weekdayPattern.exec(rest)?.[1];
  const actual = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
  if (named !== undefined && weekdayNamed(named) !== actual) {
    return { kind: 'weekday', expected: weekdayNames[actual] ?? '' };
  }
  const timed = takeTime(rest.replace(weekdayPattern, ' '), /\dt\d{2}:/.test(text));
  if (timed === null) return { kind: 'unreadable' };
  const [zone = null, second] = leftover(timed.rest);
  if (second !== undefined || (zone !== null && !isZoneWord(zone, timed.time !== null))) {
    return { kind: 'unreadable' };
  }
  return { kind: 'date', date: { ...day, time: timed.time, zone } };
}
