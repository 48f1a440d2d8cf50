import type { Instant } from '../snapshot.ts';
import type { Interval, RequestHistory } from './facts.ts';
import { closedIntervals, openTime } from './open-time.ts';
import { type StateHistory, stateHistory } from './state-history.ts';

/** What one request contributes to the metrics, as of a cut-off. Durations in milliseconds, never negative. */
export interface RequestTimes {
  readonly history: RequestHistory;
  /** When an SME was first assigned; null: not yet. */
  readonly assignedAt: Instant | null;
  /** When the engagement began: see {@link requestTimes}; null: not yet. */
  readonly engagedAt: Instant | null;
  /** From the submission, without the time the issue was closed. */
  readonly toAssigned: number | null;
  readonly toEngaged: number | null;
  /** Time in `request::needs-info` while open. */
  readonly inNeedsInfo: number;
  /** When the engagement was found to have taken place; null: not, or not yet. */
  readonly tookPlaceAt: Instant | null;
  readonly openAtCutOff: boolean;
}

/**
 * The desk asks for feedback only after the agreed date of a request with an SME, so that state is the sign of
 * an engagement; the requester's word that it did not happen, or was moved, outweighs it.
 */
function tookPlaceAt(history: RequestHistory, states: StateHistory): Instant | null {
  if (history.outcome === 'did not take place' || history.outcome === 'moved') return null;
  return states.firstSet.get('awaiting-feedback') ?? states.firstSet.get('completed') ?? null;
}

/** The SME accepted; or, without that, the agreed date of an engagement that took place all the same. */
function engagedAt(history: RequestHistory, states: StateHistory, tookPlace: Instant | null): Instant | null {
  const accepted = states.firstSet.get('engaged');
  if (accepted !== undefined || tookPlace === null) return accepted ?? null;
  const agreed = Math.min(history.agreedDate ?? tookPlace, tookPlace);
  return Math.max(agreed, states.firstSet.get('assigned') ?? history.submittedAt);
}

function sinceSubmission(
  history: RequestHistory,
  until: Instant | null,
  closed: readonly Interval[],
): number | null {
  return until === null ? null : openTime({ from: history.submittedAt, to: until }, closed);
}

/** Measures one request as of a cut-off (`docs/rules.md#metrics`). `desk`: see {@link stateHistory}. */
export function requestTimes(
  history: RequestHistory,
  cutOff: Instant,
  desk: readonly number[] | null = null,
): RequestTimes {
  const states = stateHistory(history, cutOff, desk);
  const closed = closedIntervals(history, cutOff);
  const tookPlace = tookPlaceAt(history, states);
  const assigned = states.firstSet.get('assigned') ?? null;
  const engaged = engagedAt(history, states, tookPlace);
  let inNeedsInfo = 0;
  for (const interval of states.intervals) {
    if (interval.state === 'needs-info') inNeedsInfo += openTime(interval, closed);
  }
  return {
    history,
    assignedAt: assigned,
    engagedAt: engaged,
    toAssigned: sinceSubmission(history, assigned, closed),
    toEngaged: sinceSubmission(history, engaged, closed),
    inNeedsInfo,
    tookPlaceAt: tookPlace,
    openAtCutOff: closed.at(-1)?.to !== cutOff,
  };
}
