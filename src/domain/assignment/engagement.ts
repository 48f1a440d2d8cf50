import type { Instant } from '../snapshot.ts';

/** From when to when. */
export interface Time {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * A time an SME is taken: a meeting of another request, decided before or in this run. A series is several of them,
 * so that the days between its meetings are free and each takes its hours when it is held.
 */
export interface Engagement {
  readonly issue: number;
  readonly sme: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Hours of capacity, preparation included. */
  readonly hours: number;
}

/** A possible time for one engagement of one SME. */
export interface Window extends Time {
  /** Every meeting of a series, in order; empty: one meeting, the window itself. */
  readonly parts: readonly Time[];
  /** Partly outside the SME's own working hours, by two hours at most. */
  readonly outside: boolean;
}

const minute = 60_000;

/** Between two engagements of one person lie fifteen minutes (`docs/rules.md#assignment`). */
const gap = 15 * minute;

/** Whether two times, with the gap around them, touch. */
export function overlaps(a: Time, b: Time): boolean {
  return a.start < b.end + gap && b.start < a.end + gap;
}

/** The meetings of an engagement, in order: those of a series, or the only one. */
export function meetingsOf(engagement: Time & { readonly parts: readonly Time[] }): readonly Time[] {
  const { start, end, parts } = engagement;
  return parts.length === 0 ? [{ start, end }] : parts;
}

/** What an engagement takes of an SME: each of its meetings with its share of the hours. */
export function engagementsOf(
  issue: number,
  sme: string,
  engagement: Time & { readonly parts: readonly Time[]; readonly hours: number },
): Engagement[] {
  const meetings = meetingsOf(engagement);
  const hours = engagement.hours / meetings.length;
  return meetings.map(({ start, end }) => ({ issue, sme, start, end, hours }));
}
