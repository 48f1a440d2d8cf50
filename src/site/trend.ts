import type { Unit } from '../domain/metrics/figure.ts';
import { valueText } from '../report/figure-text.ts';

/** How a figure moved since the period before, in a sign and in words. */
export interface Trend {
  readonly sign: '▲' | '▼' | '=';
  /** `up 3.2 points`. */
  readonly words: string;
  /** Measured by the direction of its goal. */
  readonly verdict: 'better' | 'worse' | 'same';
}

function differenceText(difference: number, unit: Unit): string {
  const text = valueText(Math.abs(difference), unit);
  return unit === 'percent' ? text.replace(' %', ' points') : text;
}

/** Compares a value with the one before it; null: one of them is missing. */
export function trendOf(
  value: number | null,
  before: number | null,
  unit: Unit,
  wanted: 'higher' | 'lower',
): Trend | null {
  if (value === null || before === null) return null;
  const difference = value - before;
  if (difference === 0) return { sign: '=', words: 'unchanged', verdict: 'same' };
  const isUp = difference > 0;
  return {
    sign: isUp ? '▲' : '▼',
    words: `${isUp ? 'up' : 'down'} ${differenceText(difference, unit)}`,
    verdict: isUp === (wanted === 'higher') ? 'better' : 'worse',
  };
}
