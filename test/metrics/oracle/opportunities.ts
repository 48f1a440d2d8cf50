import type { OpportunityChange, PipelineFacts } from '../../../src/domain/metrics/facts.ts';

const histories = new WeakMap<PipelineFacts, Map<string, readonly OpportunityChange[]>>();

/** The history of one opportunity, oldest first; of the changes of one moment the last by id. */
function historyOf(pipeline: PipelineFacts, id: string): readonly OpportunityChange[] {
  const known = histories.get(pipeline) ?? new Map<string, readonly OpportunityChange[]>();
  histories.set(pipeline, known);
  const own = known.get(id) ?? pipeline.changes.filter(({ opportunityId }) => opportunityId === id);
  const isLast = (change: OpportunityChange): boolean =>
    !own.some(({ at, id: other }) => at === change.at && other > change.id);
  const history = known.get(id) ?? own.filter(isLast).toSorted((one, other) => one.at - other.at);
  known.set(id, history);
  return history;
}

/** The changes of one opportunity before an instant, oldest first. */
export function changesBefore(pipeline: PipelineFacts, id: string, instant: number): OpportunityChange[] {
  return historyOf(pipeline, id).filter(({ at }) => at < instant);
}

export function isClosed({ stages }: PipelineFacts, { stage }: OpportunityChange): boolean {
  return stages[stage]?.closed === true;
}

/** Whether Salesforce knows the opportunity on the day it is read. */
export function isKnown({ opportunities }: PipelineFacts, wanted: string): boolean {
  return opportunities.some(({ id }) => id === wanted);
}

/** Ids of the opportunities that some requests name, each once. */
export function namedBy(
  requests: readonly { readonly history: { readonly opportunityId: string | null } }[],
): string[] {
  return [...new Set(requests.flatMap(({ history }) => history.opportunityId ?? []))];
}
