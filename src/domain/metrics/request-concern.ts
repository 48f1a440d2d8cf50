import type { Instant } from '../snapshot.ts';
import type { OpportunityTimeline } from './opportunity-timeline.ts';
import type { ProgramHistory } from './program-history.ts';
import type { RequestTimeline } from './request-timeline.ts';

/** A request, and how long figures can rest on it. */
export interface RequestConcern {
  readonly timeline: RequestTimeline;
  /** No figure of a period that begins later rests on it. */
  readonly until: Instant;
}

const known = new WeakMap<ProgramHistory, readonly RequestConcern[]>();

/**
 * How long each request concerns anybody: until it is settled, and as long as its opportunity moves or another request
 * that names it does; for ever where Salesforce does not know the opportunity, since it is then told as gone.
 */
export function concerns(history: ProgramHistory): readonly RequestConcern[] {
  const found = known.get(history) ?? concernsOf(history);
  known.set(history, found);
  return found;
}

function concernsOf({ timelines, pipeline, config }: ProgramHistory): RequestConcern[] {
  if (pipeline.kind === 'not available') {
    return timelines.map((timeline) => ({ timeline, until: timeline.settledAt }));
  }
  const named = new Set(Object.values(config.salesforce.stages).flat());
  const ends = new Map<string, Instant>();
  for (const { history, settledAt } of timelines) {
    const id = history.opportunityId;
    if (id === null) continue;
    const end = ends.get(id) ?? endOf(pipeline.value.opportunities.get(id), named);
    ends.set(id, Math.max(end, settledAt));
  }
  return timelines.map((timeline) => {
    const end = ends.get(timeline.history.opportunityId ?? '') ?? timeline.settledAt;
    return { timeline, until: Math.max(end, timeline.settledAt) };
  });
}

/** When an opportunity has closed for good and has left every stage that has a number; Infinity: it has not. */
function endOf(opportunity: OpportunityTimeline | undefined, named: ReadonlySet<string>): Instant {
  const states = opportunity?.states ?? [];
  const last = states.at(-1);
  if (last === undefined || last.closedSince === null || named.has(last.stage))
    return Number.POSITIVE_INFINITY;
  const left = states[states.findLastIndex(({ stage }) => named.has(stage)) + 1];
  return Math.max(last.closedSince, left?.at ?? last.closedSince);
}
