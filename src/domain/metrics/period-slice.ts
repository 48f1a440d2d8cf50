import type { Instant } from '../snapshot.ts';
import { openTime } from './open-time.ts';
import type { RequestTimes } from './request-times.ts';

/** The requests that a period is about, as of its cut-off. A request can be in several lists. */
export interface PeriodSlice {
  /** Submitted in the period. */
  readonly submitted: readonly RequestTimes[];
  /** Open at some time of it. */
  readonly open: readonly RequestTimes[];
  /** Closed as declined for the first time in it, and still so at the cut-off. */
  readonly declined: readonly RequestTimes[];
  /** Found in it to have taken place. */
  readonly tookPlace: readonly RequestTimes[];
  /** Took place, and completed for the first time in it. */
  readonly completed: readonly RequestTimes[];
  /** With an SME whose engagement begins in it. */
  readonly begun: readonly RequestTimes[];
}

const slices = new WeakMap<readonly RequestTimes[], Map<Instant, PeriodSlice>>();

/**
 * What of some requests belongs to the period from an instant up to the one they are cut at. Several metrics ask for
 * the same, of many groups and periods, so that the requests are looked through once.
 */
export function periodSlice(requests: readonly RequestTimes[], from: Instant): PeriodSlice {
  const known = slices.get(requests) ?? new Map<Instant, PeriodSlice>();
  slices.set(requests, known);
  const slice = known.get(from) ?? sliced(requests, from);
  known.set(from, slice);
  return slice;
}

function sliced(requests: readonly RequestTimes[], from: Instant): PeriodSlice {
  const submitted: RequestTimes[] = [];
  const open: RequestTimes[] = [];
  const declined: RequestTimes[] = [];
  const tookPlace: RequestTimes[] = [];
  const completed: RequestTimes[] = [];
  const begun: RequestTimes[] = [];
  for (const each of requests) {
    // Most requests are over long before: nothing below can hold for them.
    if (each.timeline.settledAt < from) continue;
    if (each.history.submittedAt >= from) submitted.push(each);
    if (wasOpen(each, from)) open.push(each);
    if (each.state === 'declined' && (declinedAt(each) ?? Number.NEGATIVE_INFINITY) >= from)
      declined.push(each);
    if (each.tookPlaceAt !== null && each.tookPlaceAt >= from) tookPlace.push(each);
    if (each.tookPlaceAt !== null && isCompleted(each, from)) completed.push(each);
    if (each.involvedSince !== null && begins(each, from)) begun.push(each);
  }
  return { submitted, open, declined, tookPlace, completed, begun };
}

function wasOpen({ history, timeline, cutOff }: RequestTimes, from: Instant): boolean {
  const last = timeline.closed.at(-1);
  if (last === undefined) return cutOff > from;
  if (last.from <= from && last.to >= cutOff) return false;
  return openTime({ from: Math.max(from, history.submittedAt), to: cutOff }, timeline.closed) > 0;
}

/** When a request that stands as declined at the cut-off was first closed as such; null: it is open. */
function declinedAt({ openAtCutOff, cutOff, timeline }: RequestTimes): Instant | null {
  const stretch = timeline.states.findLast(({ from }) => from < cutOff);
  if (stretch === undefined || openAtCutOff) return null;
  const closed = timeline.closed.find(({ to }) => to > stretch.from);
  return closed === undefined ? null : Math.max(stretch.from, closed.from);
}

function isCompleted({ timeline, cutOff }: RequestTimes, from: Instant): boolean {
  const at = timeline.firstSet.get('completed');
  return at !== undefined && at >= from && at < cutOff;
}

/** The last decision has no history: never as of a day that is over. */
function begins({ history: { decision }, cutOff }: RequestTimes, from: Instant): boolean {
  return decision !== null && decision.start >= from && decision.start < cutOff;
}
