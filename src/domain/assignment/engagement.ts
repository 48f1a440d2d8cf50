import type { Instant } from '../snapshot.ts';

/** A time an SME is taken: an engagement of another request, decided before or in this run. */
export interface Engagement {
  readonly issue: number;
  readonly sme: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Hours of capacity, preparation included. */
  readonly hours: number;
}

/** A possible time for one engagement of one SME. */
export interface Window {
  readonly start: Instant;
  readonly end: Instant;
  /** Partly outside the SME's own working hours, by two hours at most. */
  readonly outside: boolean;
}

const minute = 60_000;

/** Between two engagements of one person lie fifteen minutes (`docs/rules.md#assignment`). */
const gap = 15 * minute;

/** Whether two times, with the gap around them, touch. */
export function overlaps(
  a: { readonly start: Instant; readonly end: Instant },
  b: { readonly start: Instant; readonly end: Instant },
): boolean {
  return a.start < b.end + gap && b.start < a.end + gap;
}
