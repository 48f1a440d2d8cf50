import type { Figure } from '../../../src/domain/metrics/figure.ts';

/** What figures say, by their id: the value, or why there is none. */
export function said(figures: readonly Figure[]): Record<string, number | string> {
  return Object.fromEntries(figures.map(({ id, value, note }) => [id, value ?? note]));
}
