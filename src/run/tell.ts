import type { Config } from '../config/types.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { DeskError } from '../errors.ts';
import { issueOf, type Plan } from '../plan/plan.ts';
import type { PlanNames } from '../plan/render/plan-names.ts';
import type { Applied } from './apply/applied.ts';

/** Names that make a plan readable: the desk's own people, never customers or opportunities. */
export function planNames(snapshot: Pick<Snapshot, 'people'>, config: Config): PlanNames {
  const users: Record<number, string> = {};
  for (const person of Object.values(snapshot.people)) users[person.id] = person.username;
  const salesforce: Record<string, string> = {};
  const slack: Record<string, string> = {};
  for (const sme of config.roster) {
    if (sme.salesforceUser !== null) salesforce[sme.salesforceUser] = sme.gitlab;
    if (sme.slackUser !== null) slack[sme.slackUser] = sme.gitlab;
  }
  return { users, salesforce, slack };
}

/** A problem of an outside system as one sentence with its cure. */
export function problemSentence(problem: DeskError): string {
  return `${problem.message} ${problem.cure} (code ${problem.code})`;
}

/** One line for an action that did not simply succeed; null: nothing to tell. */
export function endingLine(applied: Applied): string | null {
  const { action, ending } = applied;
  const issue = issueOf(action);
  const where = issue === null ? '' : `#${issue} `;
  switch (ending.kind) {
    case 'applied':
    case 'there already':
      return null;
    case 'moved':
      return `${where}${action.kind}: left for the next run, ${ending.why}.`;
    case 'skipped':
      return `${where}${action.kind}: skipped, ${ending.why}.`;
    case 'failed':
      return `${where}${action.kind}: failed. ${ending.why} → ${ending.cure} (code ${ending.code})`;
    case 'unknown':
      return `${where}${action.kind}: the answer was lost, the next run looks. ${ending.why} (code ${ending.code})`;
    default:
      return ending satisfies never;
  }
}

/** The last line of a run: how much of the plan came about. */
export function summaryLine(results: readonly Applied[]): string {
  const done = results.filter(
    (each) => each.ending.kind === 'applied' || each.ending.kind === 'there already',
  ).length;
  const rest = results.length - done;
  if (results.length === 0) return 'Nothing to do: everything is as it should be.';
  return rest === 0
    ? `Done: ${done} of ${done}.`
    : `Done: ${done} of ${results.length}; ${rest} left for the next run.`;
}

/**
 * The exit code (`docs/runbook.md#exit-codes`): 3 held back, 2 something outside failed or is left for the next
 * run, 0 converged.
 */
export function exitCode(plan: Plan, results: readonly Applied[]): 0 | 2 | 3 {
  if (plan.held.length > 0) return 3;
  if (plan.problems.length > 0 || plan.leftOver.length > 0) return 2;
  return results.every(({ ending }) => ending.kind === 'applied' || ending.kind === 'there already') ? 0 : 2;
}
