import type { GitLabIssue } from '../../clients/gitlab/types.ts';
import { requestScope } from '../../domain/workflow/request-state.ts';
import type { SetIssue } from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf } from './applier.ts';

/** Carries out one `PUT` of an issue and compares the answer: a status of 200 proves nothing. */
export async function applySetIssue({ clients, ledger }: Applier, action: SetIssue): Promise<Ending> {
  if (action.needs !== undefined && !ledger.has(action.needs)) {
    return { kind: 'skipped', why: 'what it reports has not come about' };
  }
  const outcome = await clients.gitlab.updateIssue(action.issue, {
    ...(action.add.length === 0 ? {} : { addLabels: action.add }),
    ...(action.remove.length === 0 ? {} : { removeLabels: action.remove }),
    ...(action.assignees === undefined ? {} : { assigneeIds: action.assignees }),
    ...(action.confidential === undefined ? {} : { confidential: action.confidential }),
    ...(action.state === undefined ? {} : { stateEvent: action.state }),
  });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  return compare(action, outcome.value);
}

function compare(action: SetIssue, answer: GitLabIssue): Ending {
  const missing = action.add.filter((label) => !answer.labels.includes(label));
  const left = action.remove.filter((label) => answer.labels.includes(label));
  if (missing.length > 0 || left.length > 0) return ignored(`the labels ${[...missing, ...left].join(', ')}`);
  if (action.confidential === true && !answer.confidential) return ignored('the issue confidential');
  const assigned = answer.assignees.map((user) => user.id);
  if (action.assignees?.some((id) => !assigned.includes(id))) return ignored('the assignee');
  const expected = new Set([
    ...action.expect.scope.filter((label) => !action.remove.includes(label)),
    ...requestScope(action.add),
  ]);
  const foreign = requestScope(answer.labels).filter((label) => !expected.has(label));
  if (foreign.length === 0) return { kind: 'applied' };
  return { kind: 'moved', why: `somebody has set ${foreign.join(', ')} meanwhile` };
}

/** GitLab answers 200 and leaves out what the token may not set (`docs/gitlab.md#labels`). */
function ignored(what: string): Ending {
  return {
    kind: 'failed',
    code: 'gitlab-write-ignored',
    why: `GitLab answered, but did not set ${what}`,
    cure: 'Give the desk the role Developer in the project, and look whether the SME is a member of it.',
  };
}
