import type { Config } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import type { FeedbackItem, ItemHistory, ProgramFacts, Source } from './facts.ts';
import { areaOf, bucket, type Group } from './group.ts';
import { itemAreaAt } from './item-states.ts';
import { type Pipeline, pipelineOf } from './opportunity-timeline.ts';
import { concerns } from './request-concern.ts';
import { type RequestTimeline, requestTimeline } from './request-timeline.ts';
import { type RequestTimes, requestTimes } from './request-times.ts';

/** Everything the metrics are computed from, as it was read. */
export interface MeasureInput {
  readonly config: Config;
  readonly facts: ProgramFacts;
  /** When it was read. */
  readonly now: Instant;
  /** The desk's own user ids, so that states which people have clicked do not count; null: not known. */
  readonly desk: readonly number[] | null;
}

/** The same, folded once, so that any number of periods can be measured. */
export interface ProgramHistory {
  readonly config: Config;
  readonly facts: ProgramFacts;
  readonly now: Instant;
  readonly timelines: readonly RequestTimeline[];
  readonly pipeline: Source<Pipeline>;
}

/** Folds every history. The events of requests are not kept: of a long history they are most of what was read. */
export function programHistory({ config, facts, now, desk }: MeasureInput): ProgramHistory {
  const { pipeline } = facts;
  const timelines = facts.requests.map((each) => requestTimeline(each, config, desk));
  return {
    config,
    facts: { ...facts, requests: timelines.map(({ history }) => history) },
    now,
    timelines,
    pipeline: pipeline.kind === 'read' ? { kind: 'read', value: pipelineOf(pipeline.value) } : pipeline,
  };
}

/** Requests by group, as of one instant: {@link inGroup} gives those of a group. */
export type RequestsByGroup = ReadonlyMap<string, readonly RequestTimes[]>;

/** How many answers are kept of each history: neighbouring periods share their ends. */
const most = 6;
const kept = new WeakMap<ProgramHistory, Map<string, RequestsByGroup>>();

/**
 * The requests submitted before an instant, as of it, under each group they count in; without those that no figure of a
 * period from `from` on can rest on, which are most of a long history.
 */
export function requestsByGroup(
  history: ProgramHistory,
  instant: Instant,
  from: Instant = Number.NEGATIVE_INFINITY,
): RequestsByGroup {
  const answers = kept.get(history) ?? new Map<string, RequestsByGroup>();
  kept.set(history, answers);
  const key = `${instant} ${from}`;
  const groups = answers.get(key) ?? grouped(history, instant, from);
  answers.delete(key);
  answers.set(key, groups);
  for (const oldest of answers.keys()) if (answers.size > most) answers.delete(oldest);
  return groups;
}

function grouped(history: ProgramHistory, instant: Instant, from: Instant): RequestsByGroup {
  const groups = new Map<string, RequestTimes[]>();
  for (const { timeline, until } of concerns(history)) {
    if (until < from || timeline.history.submittedAt >= instant) continue;
    const times = timesAt(timeline, instant);
    for (const key of timeline.buckets) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [times]);
      else known.push(times);
    }
  }
  return groups;
}

const settled = new WeakMap<RequestTimeline, RequestTimes>();

/** A request that is over says the same at every later cut-off, so that it is cut once. */
function timesAt(timeline: RequestTimeline, cutOff: Instant): RequestTimes {
  if (timeline.settledAt >= cutOff) return requestTimes(timeline, cutOff);
  const known = settled.get(timeline) ?? requestTimes(timeline, cutOff);
  settled.set(timeline, known);
  return known;
}

/** The requests of one group. */
export function inGroup(requests: RequestsByGroup, group: Group): readonly RequestTimes[] {
  return requests.get(bucket(group)) ?? [];
}

/** Some items by the group of areas they count in, as of one instant. */
interface ItemsByArea<T> {
  readonly all: readonly T[];
  readonly byArea: ReadonlyMap<string, readonly T[]>;
}

/** The items of one group as of an instant, submitted before it. They have an area and no region. */
export function itemsInGroup<T extends ItemHistory>(
  { all, byArea }: ItemsByArea<T>,
  { area, region }: Group,
): readonly T[] {
  if (region !== null) return [];
  return area === null ? all : (byArea.get(area) ?? []);
}

/** The items submitted before an instant, by the area they bear right before it. */
export function itemsByArea<T extends ItemHistory>(
  items: readonly T[],
  config: Config,
  instant: Instant,
): ItemsByArea<T> {
  const all = items.filter(({ submittedAt }) => submittedAt < instant);
  return { all, byArea: Map.groupBy(all, (item) => areaOf(config, itemAreaAt(item, instant))) };
}

/** Numbers of the requests that feedback items submitted before an instant name. */
export function namedByFeedback(items: readonly FeedbackItem[], instant: Instant): ReadonlySet<number> {
  const submitted = items.filter(({ submittedAt }) => submittedAt < instant);
  return new Set(submitted.flatMap(({ requests }) => requests));
}
