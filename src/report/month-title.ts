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

/** A period's name for people: `November 2026` for `2026-11`, else the name as it is. */
export function monthTitle(name: string): string {
  const [year, month] = name.split('-');
  const title = name.length === 7 ? months[Number(month) - 1] : undefined;
  return title === undefined ? escapeMarkdown(name) : `${title} ${escapeMarkdown(year ?? '')}`;
}
