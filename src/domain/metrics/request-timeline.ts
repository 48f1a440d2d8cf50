import type { Config } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import { byEventId } from '../timeline/fold-labels.ts';
import type { RequestState } from '../workflow/request-state.ts';
import type { Interval, RequestHistory } from './facts.ts';
import { areaOf, bucketsOf, regionOf } from './group.ts';
import { closedIntervals } from './open-time.ts';
import { type StateInterval, stateHistory } from './state-history.ts';

/** One request's whole history, folded once; {@link requestTimes} cuts it at any instant. */
export interface RequestTimeline {
  /** Without its events, which are folded into what follows. */
  readonly history: RequestHistory;
  /** Key of the group of areas and of regions it counts in. */
  readonly area: string;
  readonly region: string;
  /** The {@link bucket}s of every group it counts in. */
  readonly buckets: readonly string[];
  /** In order; the last one may end at Infinity. */
  readonly states: readonly StateInterval[];
  readonly firstSet: ReadonlyMap<RequestState, Instant>;
  /** When the issue was closed, in order; the last one may end at Infinity. */
  readonly closed: readonly Interval[];
  /** When an answer became late: each time the desk has set `sla::breached`. */
  readonly breaches: readonly Instant[];
  /** The last moment at which anything about it changes, the beginning of its engagement included; Infinity: it is open. */
  readonly settledAt: Instant;
}

const none: readonly never[] = [];

/** Folds the events of one request. `desk`: the desk's own user ids; null: not known, everybody's events count. */
export function requestTimeline(
  history: RequestHistory,
  config: Pick<Config, 'areas' | 'regions'>,
  desk: readonly number[] | null,
): RequestTimeline {
  const { intervals, firstSet } = stateHistory(history, Number.POSITIVE_INFINITY, desk);
  const closed = closedIntervals(history, Number.POSITIVE_INFINITY);
  const area = areaOf(config, history.areaKey);
  const region = regionOf(config, history.region);
  return {
    history: { ...history, labelEvents: none, stateEvents: none },
    area,
    region,
    buckets: bucketsOf(area, region),
    states: intervals,
    firstSet,
    closed,
    breaches: breachesOf(history, desk),
    settledAt: settledAt(history, firstSet, intervals, closed),
  };
}

function settledAt(
  { decision }: RequestHistory,
  firstSet: RequestTimeline['firstSet'],
  states: readonly StateInterval[],
  closed: readonly Interval[],
): Instant {
  const last = closed.at(-1);
  if (last === undefined || last.to !== Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  const changes = [
    ...firstSet.values(),
    ...states.flatMap(({ from, to }) => (Number.isFinite(to) ? [from, to] : [from])),
  ];
  return Math.max(last.from, decision?.start ?? last.from, ...changes);
}

function breachesOf(history: RequestHistory, desk: readonly number[] | null): Instant[] {
  const own = history.labelEvents.filter(
    ({ action, label, at, user }) =>
      action === 'add' &&
      label?.name === 'sla::breached' &&
      at >= history.submittedAt &&
      (desk === null || user === null || user.username === 'ghost' || desk.includes(user.id)),
  );
  return byEventId(own).map(({ at }) => at);
}
