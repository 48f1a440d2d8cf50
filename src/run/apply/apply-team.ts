import { sameWish } from '../../domain/opportunity-team/team-wish.ts';
import type { AddToTeam, RemoveFromTeam } from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, notThere } from './applier.ts';
import { completedRecords } from './completed-records.ts';
import { authorityGone } from './read-authority.ts';

/**
 * Adds a row to an opportunity team: authority first, then a last look, since an insert over a row that somebody
 * has made meanwhile would change that row (`docs/rules.md#after-assignment`).
 */
export async function applyAddToTeam(applier: Applier, action: AddToTeam): Promise<Ending> {
  const { salesforce } = applier.clients;
  if (salesforce === null) return notThere('Salesforce');
  const gone = await authorityGone(applier, action.issue, action.authority);
  if (gone !== null) return gone;
  const rows = await salesforce.teamRows([action.opportunity]);
  if (rows.some((row) => row.userId === action.user)) return { kind: 'there already' };
  const outcome = await salesforce.addToTeam({
    opportunityId: action.opportunity,
    userId: action.user,
    role: action.role,
  });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  applier.ledger.resolve(`row(${action.issue},${action.user})`, outcome.value.id);
  return { kind: 'applied' };
}

/** Takes a row of the desk's own off an opportunity team, unless a completed request wants it. */
export async function applyRemoveFromTeam(applier: Applier, action: RemoveFromTeam): Promise<Ending> {
  const { salesforce } = applier.clients;
  if (salesforce === null) return notThere('Salesforce');
  const completed = await completedRecords(applier, action);
  if (completed.some(({ team }) => team.some((wish) => sameWish(wish, action)))) {
    return { kind: 'there already' };
  }
  const outcome = await salesforce.removeFromTeam(action.row);
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}
