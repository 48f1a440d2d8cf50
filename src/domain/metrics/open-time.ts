import type { Instant } from '../snapshot.ts';
import type { Interval, RequestHistory } from './facts.ts';

/**
 * When the issue of a request was closed, before a cut-off, in order of time; the last one ends at the cut-off
 * where the issue still is. An issue without events of its own but with a closing time (imported) was closed at it.
 */
export function closedIntervals(history: RequestHistory, cutOff: Instant): Interval[] {
  const closed: Interval[] = [];
  const own = history.stateEvents.filter(({ at }) => at >= history.submittedAt);
  let since: Instant | null = own.length === 0 ? closedWithoutEvent(history) : null;
  let clock = history.submittedAt;
  for (const event of own.sort((a, b) => a.id - b.id)) {
    clock = Math.max(clock, event.at);
    if (clock >= cutOff) break;
    if (event.state === 'closed') since ??= clock;
    if (event.state === 'reopened' && since !== null) {
      if (clock > since) closed.push({ from: since, to: clock });
      since = null;
    }
  }
  if (since !== null && cutOff > since) closed.push({ from: since, to: cutOff });
  return closed;
}

function closedWithoutEvent(history: RequestHistory): Instant | null {
  return history.closedAt === null ? null : Math.max(history.closedAt, history.submittedAt);
}

/** Milliseconds that two half-open stretches of time have in common; never negative. */
function overlap(a: Interval, b: Interval): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/**
 * Milliseconds of a stretch of time in which the issue was open: while it is closed nobody is waiting
 * (`docs/rules.md#metrics`). Never negative.
 */
export function openTime(stretch: Interval, closed: readonly Interval[]): number {
  let open = Math.max(0, stretch.to - stretch.from);
  for (const interval of closed) open -= overlap(stretch, interval);
  return open;
}
