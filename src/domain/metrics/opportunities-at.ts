import type { Instant } from '../snapshot.ts';
import type { OpportunityState, OpportunityTimeline, Pipeline } from './opportunity-timeline.ts';

type Known = Map<string, OpportunityState | null>;

/** How many instants are kept of each pipeline: the groups of a period ask for the same two, and the next period again. */
const most = 3;
const kept = new WeakMap<Pipeline, Map<Instant, Known>>();

/**
 * What each opportunity was right before an instant, after every change that lies strictly before it; null: Salesforce
 * does not know it, or its history has nothing before.
 */
export function opportunitiesAt(
  pipeline: Pipeline,
  instant: Instant,
): (opportunityId: string) => OpportunityState | null {
  const known = knownAt(pipeline, instant);
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const state = stateBefore(pipeline.opportunities.get(id), instant);
    known.set(id, state);
    return state;
  };
}

function stateBefore(timeline: OpportunityTimeline | undefined, instant: Instant): OpportunityState | null {
  let last: OpportunityState | null = null;
  for (const state of timeline?.states ?? []) {
    if (state.at >= instant) break;
    last = state;
  }
  return last;
}

/** The answers given so far about an instant; the instant that was not asked for longest is forgotten. */
function knownAt(pipeline: Pipeline, instant: Instant): Known {
  const instants = kept.get(pipeline) ?? new Map<Instant, Known>();
  const known = instants.get(instant) ?? new Map<string, OpportunityState | null>();
  instants.delete(instant);
  instants.set(instant, known);
  for (const oldest of instants.keys()) if (instants.size > most) instants.delete(oldest);
  kept.set(pipeline, instants);
  return known;
}
