import type { EngagementOutcome } from '../record/record-state.ts';
import type { Instant, LabelEvent, Opportunity, StateEvent } from '../snapshot.ts';

/** What the metrics need to know about one request: its issue's events and a few values of its form. */
export interface RequestHistory {
  readonly iid: number;
  /** Key of a configured area, or `other`. */
  readonly areaKey: string;
  /** Key of a configured region; null: the form gives none. */
  readonly region: string | null;
  /** 18-character id; null: none, or Salesforce is off. */
  readonly opportunityId: string | null;
  readonly submittedAt: Instant;
  /** Of this issue, in any order. */
  readonly labelEvents: readonly LabelEvent[];
  readonly stateEvents: readonly StateEvent[];
  readonly closedAt: Instant | null;
  readonly agreedDate: Instant | null;
  /** What the requester said about it (`docs/rules.md#feedback`). Absent or null: not answered. */
  readonly outcome?: EngagementOutcome | null;
}

/** The opportunities of the requests, or why there are none. */
export type Opportunities = readonly Opportunity[] | 'off' | 'down';

/** A stretch of time, half-open: `from` belongs to it, `to` does not. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  /** `2026-11` for a month. */
  readonly name: string;
}

/** A half-open stretch of time without a name. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}
