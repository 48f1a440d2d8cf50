import type { Instant } from '../snapshot.ts';
import type { RequestState } from '../workflow/request-state.ts';
import type { Interval, RequestHistory } from './facts.ts';
import { openTime } from './open-time.ts';
import type { RequestTimeline } from './request-timeline.ts';
import type { StateInterval } from './state-history.ts';

/** What one request contributes to the metrics, as of a cut-off. Durations in milliseconds, never negative. */
export interface RequestTimes {
  readonly history: RequestHistory;
  readonly timeline: RequestTimeline;
  readonly cutOff: Instant;
  /** Its last state; null: none was set, or none stands. */
  readonly state: RequestState | null;
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
  /** Since when an SME works on its opportunity; null: none does, or the engagement came to nothing. */
  readonly involvedSince: Instant | null;
  readonly openAtCutOff: boolean;
}

/**
 * The desk asks for feedback only after the agreed date of a request with an SME, so that state is the sign of an
 * engagement, as long as no later state took it back. What the requester says of it counts from the moment the desk
 * closed the request with it: so a month that is computed late is the month that was computed on time.
 */
function tookPlaceAt(
  { history, firstSet }: RequestTimeline,
  cut: readonly StateInterval[],
  cutOff: Instant,
): Instant | null {
  if (cut.at(-1)?.to !== cutOff) return null;
  let since: Instant | null = null;
  for (const { state, from } of cut) {
    if (state === 'awaiting-feedback' || state === 'completed') since ??= from;
    else since = null;
  }
  const isOver = (firstSet.get('completed') ?? cutOff) < cutOff;
  const cameToNothing = history.outcome === 'did not take place' || history.outcome === 'moved';
  return isOver && cameToNothing ? null : since;
}

const involving: readonly (RequestState | null)[] = [
  'assigned',
  'changed',
  'engaged',
  'awaiting-feedback',
  'completed',
];

function sinceSubmission(
  history: RequestHistory,
  until: Instant | null,
  closed: readonly Interval[],
): number | null {
  return until === null ? null : openTime({ from: history.submittedAt, to: until }, closed);
}

function before(instant: Instant | undefined, cutOff: Instant): Instant | null {
  return instant !== undefined && instant < cutOff ? instant : null;
}

/** The states up to the cut-off, the last one cut at it. */
function cutStates(states: readonly StateInterval[], cutOff: Instant): StateInterval[] {
  const cut: StateInterval[] = [];
  for (const interval of states) {
    if (interval.from >= cutOff) break;
    cut.push(interval.to <= cutOff ? interval : { ...interval, to: cutOff });
  }
  return cut;
}

/**
 * Measures one request as of a cut-off (`docs/rules.md#metrics`). The engagement began when the SME accepted; without
 * that, when it was found to have taken place.
 */
export function requestTimes(timeline: RequestTimeline, cutOff: Instant): RequestTimes {
  const { history, firstSet, closed } = timeline;
  const cut = cutStates(timeline.states, cutOff);
  const last = cut.at(-1);
  const state = last !== undefined && last.to === cutOff ? last.state : null;
  const tookPlace = tookPlaceAt(timeline, cut, cutOff);
  const assigned = before(firstSet.get('assigned'), cutOff);
  const engaged = before(firstSet.get('engaged'), cutOff) ?? tookPlace;
  let inNeedsInfo = 0;
  for (const interval of cut) if (interval.state === 'needs-info') inNeedsInfo += openTime(interval, closed);
  const isInvolved = involving.includes(state) && (state !== 'completed' || tookPlace !== null);
  return {
    history,
    timeline,
    cutOff,
    state,
    assignedAt: assigned,
    engagedAt: engaged,
    toAssigned: sinceSubmission(history, assigned, closed),
    toEngaged: sinceSubmission(history, engaged, closed),
    inNeedsInfo,
    tookPlaceAt: tookPlace,
    involvedSince: isInvolved ? assigned : null,
    openAtCutOff: !closed.some(({ from, to }) => from < cutOff && to >= cutOff),
  };
}
