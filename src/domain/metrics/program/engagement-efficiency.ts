import type { Instant } from '../snapshot.ts';
import { type Distribution, distribution, sum } from './distribution.ts';
import type { RequestTimes } from './request-times.ts';

const hour = 3_600_000;

/** How long requests take to one event. Times in hours. `n + waiting + ended` is the number of requests. */
export interface Waiting extends Distribution {
  /** Open at the cut-off and not there yet. */
  readonly waiting: number;
  /** Closed before they got there: declined, cancelled, expired. */
  readonly ended: number;
  /** The program's literal formula: sum of (event − submission) ÷ **all** requests; null: none got there. */
  readonly literal: number | null;
}

/** Metric 5, Engagement efficiency, of some requests. Times in hours. */
export interface EngagementEfficiency {
  readonly requests: number;
  readonly toAssigned: Waiting;
  readonly toEngaged: Waiting;
  /** Per request that was in `needs-info` at all; it is part of the other two and shown apart. */
  readonly needsInfo: Distribution;
}

interface Reached {
  readonly elapsed: number | null;
  readonly at: Instant | null;
  readonly request: RequestTimes;
}

function waitingFor(reached: readonly Reached[]): Waiting {
  const elapsed: number[] = [];
  const raw: number[] = [];
  let waiting = 0;
  for (const { elapsed: time, at, request } of reached) {
    if (time !== null && at !== null) {
      elapsed.push(time / hour);
      raw.push((at - request.history.submittedAt) / hour);
    } else if (request.openAtCutOff) waiting += 1;
  }
  return {
    ...distribution(elapsed),
    waiting,
    ended: reached.length - elapsed.length - waiting,
    literal: raw.length === 0 ? null : sum(raw) / reached.length,
  };
}

/** Metric 5 of the requests given: the caller has chosen those submitted in the period. */
export function engagementEfficiency(requests: readonly RequestTimes[]): EngagementEfficiency {
  const needsInfo: number[] = [];
  for (const request of requests) if (request.inNeedsInfo > 0) needsInfo.push(request.inNeedsInfo / hour);
  return {
    requests: requests.length,
    toAssigned: waitingFor(requests.map((r) => ({ elapsed: r.toAssigned, at: r.assignedAt, request: r }))),
    toEngaged: waitingFor(requests.map((r) => ({ elapsed: r.toEngaged, at: r.engagedAt, request: r }))),
    needsInfo: distribution(needsInfo),
  };
}
