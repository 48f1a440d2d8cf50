import type { Unit } from '../domain/metrics/figure.ts';
import { roundedFor } from './figure-text.ts';

/** Which way is better; null: neither. */
export type Direction = 'higher' | 'lower' | null;

/**
 * How a figure has changed, in words that need no colour: `↑ up, better`. What reads the same is the same. `before`
 * null: there was none.
 */
export function changeText(
  value: number | null,
  before: number | null,
  unit: Unit,
  direction: Direction,
): string {
  if (before === null) return 'nothing to compare with';
  if (value === null) return 'no longer available';
  const difference = roundedFor(value, unit) - roundedFor(before, unit);
  if (difference === 0) return 'same';
  const way = difference > 0 ? '↑ up' : '↓ down';
  if (direction === null) return way;
  return `${way}, ${difference > 0 === (direction === 'higher') ? 'better' : 'worse'}`;
}
