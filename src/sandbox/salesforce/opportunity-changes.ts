import { numberedId } from './record-id.ts';
import type { OpportunityRow, SalesforceWorld } from './state.ts';

/** What can be changed of an opportunity; what is absent stays. */
export interface OpportunityChange {
  /** Name of a stage of the organisation. It brings its probability along. */
  readonly stage?: string | undefined;
  readonly amount?: number | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly closeDate?: string | undefined;
  /** In percent; it overrides the one of the stage. */
  readonly probability?: number | null | undefined;
}

/**
 * Puts an opportunity into the organisation, with the first row of its history. It is closed or won as its stage says.
 * Null: the organisation has no such stage.
 */
export function createOpportunity(world: SalesforceWorld, row: OpportunityRow): OpportunityRow | null {
  const stage = world.stages.find((each) => each.ApiName === row.StageName);
  if (stage === undefined) return null;
  const made = { ...row, IsClosed: stage.IsClosed, IsWon: stage.IsWon };
  world.opportunities.push(made);
  remember(world, made, row.CreatedById, row.CreatedDate);
  return made;
}

/**
 * Changes an opportunity as somebody does in Salesforce. A change of stage, amount, close date or probability is kept in
 * its history with all four values after the change; what stays the same leaves no row. `by` is a user id, `now` epoch
 * milliseconds. Null: there is no such opportunity, or no such stage.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunityhistory.htm
 */
export function changeOpportunity(
  world: SalesforceWorld,
  id: string,
  change: OpportunityChange,
  { by, now }: { readonly by: string; readonly now: number },
): OpportunityRow | null {
  const row = world.opportunities.find((each) => each.Id === id && !each.IsDeleted);
  const stage = world.stages.find((each) => each.ApiName === (change.stage ?? row?.StageName));
  if (row === undefined || stage === undefined) return null;
  const before = valuesOf(row);
  if (stage.ApiName !== row.StageName) {
    row.StageName = stage.ApiName;
    row.IsClosed = stage.IsClosed;
    row.IsWon = stage.IsWon;
    row.Probability = stage.DefaultProbability;
  }
  if (change.amount !== undefined) row.Amount = change.amount;
  if (change.closeDate !== undefined) row.CloseDate = change.closeDate;
  if (change.probability !== undefined) row.Probability = change.probability;
  if (JSON.stringify(before) !== JSON.stringify(valuesOf(row))) remember(world, row, by, now);
  return row;
}

function valuesOf({ StageName, Amount, Probability, CloseDate }: OpportunityRow) {
  return { StageName, Amount, Probability, CloseDate };
}

function remember(world: SalesforceWorld, row: OpportunityRow, by: string, now: number): void {
  world.counters.history += 1;
  world.history.push({
    Id: numberedId('008', world.counters.history),
    OpportunityId: row.Id,
    ...valuesOf(row),
    CreatedById: by,
    CreatedDate: now,
  });
}
