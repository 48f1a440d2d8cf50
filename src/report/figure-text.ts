import type { Figure, Unit } from '../domain/metrics/figure.ts';
import { escapeNote } from './escape.ts';

const decimals: Readonly<Record<Unit, number>> = {
  count: 1,
  percent: 1,
  hours: 1,
  score: 1,
  ratio: 2,
  amount: 0,
};

/** A value as its unit is told: one decimal, two of a ratio, none of an amount. */
export function roundedFor(value: number, unit: Unit): number {
  const factor = 10 ** decimals[unit];
  const rounded = Math.round(value * factor) / factor;
  return rounded === 0 ? 0 : rounded;
}

/**
 * A value with its unit, the same in every language: `6.1 h`, `75 %`, `−12 %`, `1 250 000`. No decimal where it would
 * be 0. Groups of three digits are set apart by a narrow space that does not break.
 */
export function valueText(value: number, unit: Unit): string {
  const rounded = roundedFor(value, unit);
  const [whole = '', fraction] = String(Math.abs(rounded)).split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
  const number = `${rounded < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
  switch (unit) {
    case 'hours':
      return `${number} h`;
    case 'percent':
      return `${number} %`;
    case 'count':
    case 'score':
    case 'ratio':
    case 'amount':
      return number;
    default:
      return unit satisfies never;
  }
}

/** Whether a note says that too few stand behind a value, which needs no further words. */
export function isTooFew(note: string): boolean {
  return note.startsWith('n = ');
}

/** A figure as people read it: never 0 for what is not known, but why (`docs/rules.md#metrics`). */
export function figureText(figure: Pick<Figure, 'unit' | 'value' | 'note'> | undefined): string {
  if (figure === undefined) return 'not available';
  const { value, unit, note } = figure;
  if (value !== null) return valueText(value, unit);
  if (isTooFew(note)) return escapeNote(note);
  if (note.startsWith('not defined')) return escapeNote(note);
  return note === '' ? 'not available' : `not available: ${escapeNote(note)}`;
}
