/** How some durations lie; null where there are none. The unit is that of the values. */
export interface Distribution {
  readonly n: number;
  readonly mean: number | null;
  /** The middle value, or the mean of the two in the middle. */
  readonly median: number | null;
  /** The smallest value that at least nine tenths of the values do not exceed (nearest rank). */
  readonly p90: number | null;
}

/** The sum, added from the smallest up, so that the order of a list never shows in the last digit. */
export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of [...values].sort((a, b) => a - b)) total += value;
  return total;
}

/** Mean, median and 90th percentile of some values, in any order. */
export function distribution(values: readonly number[]): Distribution {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return { n, mean: null, median: null, p90: null };
  const lower = sorted[Math.floor((n - 1) / 2)] ?? 0;
  const upper = sorted[Math.floor(n / 2)] ?? 0;
  return {
    n,
    mean: sum(sorted) / n,
    median: (lower + upper) / 2,
    p90: sorted[Math.ceil((n * 9) / 10) - 1] ?? null,
  };
}
