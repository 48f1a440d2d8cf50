import type { Unit } from '../domain/metrics/figure.ts';
import { isTooFew, valueText } from '../report/figure-text.ts';
import type { Told } from './lookup.ts';

/** A figure in a cell or a tile: never 0 for what is not known. */
export function toldText({ value, note }: Told, unit: Unit): string {
  if (value !== null) return valueText(value, unit);
  if (isTooFew(note)) return note;
  return note === '' ? 'not available' : `not available: ${note}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Nov 2026` for `2026-11`, `Q4 2026` for `2026-Q4`. */
export function periodText(name: string): string {
  const [year = '', part = ''] = name.split('-');
  return `${months[Number(part) - 1] ?? part} ${year}`;
}

/** The same below an axis, where the mark before it has a name as well: the year only where it is another one. */
export function tickText(name: string, before: string | undefined): string {
  const [year = '', part = ''] = name.split('-');
  const short = months[Number(part) - 1] ?? part;
  return before?.startsWith(year) ? short : `${short}\n${year}`;
}

/** An instant for people, from ISO 8601: `2026-12-01 00:00 UTC`. */
export function instantText(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
