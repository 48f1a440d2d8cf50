import { escapeMarkdown } from './escape.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const periodName = /^(?<year>\d{4})-(?:(?<month>0[1-9]|1[0-2])|(?<quarter>Q[1-4]))$/;

/** A period's name for people: `November 2026` for `2026-11`, `Q4 2026` for `2026-Q4`, else the name as it is. */
export function monthTitle(name: string): string {
  const { year, month, quarter } = periodName.exec(name)?.groups ?? {};
  const title = quarter ?? months[Number(month) - 1];
  return title === undefined ? escapeMarkdown(name) : `${title} ${year}`;
}

/** The same, short enough for the axis of a chart: `Nov 26`, `Q4 26`. */
export function shortTitle(name: string): string {
  const { year = '', month, quarter } = periodName.exec(name)?.groups ?? {};
  const title = quarter ?? months[Number(month) - 1]?.slice(0, 3);
  return title === undefined ? name : `${title} ${year.slice(2)}`;
}

/** What a report is about: `month` or `quarter`. */
export function spanOf(name: string): 'month' | 'quarter' {
  return periodName.exec(name)?.groups?.quarter === undefined ? 'month' : 'quarter';
}
