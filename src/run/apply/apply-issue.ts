import type { GitLabIssue } from '../../clients/gitlab/types.ts';
import { requestScope } from '../../domain/workflow/request-state.ts';
import type { SetIssue } from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, failedAs } from './applier.ts';

/** Carries out one `PUT` of an issue and compares the answer: a status of 200 proves nothing. */
export async function applySetIssue({ clients, ledger }: Applier, action: SetIssue): Promise<Ending> {
  if (action.needs?.some((reference) => !ledger.has(reference))) {
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
  if (!answer.confidential) return { kind: 'moved', why: 'somebody has made the issue public meanwhile' };
  const assigned = answer.assignees.map((user) => user.id);
  if (action.assignees?.some((id) => !assigned.includes(id))) return ignored('the assignee');
  const state = stateAfter(action);
  if (answer.state !== state) return { kind: 'moved', why: `the issue was ${answer.state} meanwhile` };
  const expected = new Set([
    ...action.expect.scope.filter((label) => !action.remove.includes(label)),
    ...requestScope(action.add),
  ]);
  const foreign = requestScope(answer.labels).filter((label) => !expected.has(label));
  if (foreign.length === 0) return { kind: 'applied' };
  return { kind: 'moved', why: `somebody has set ${foreign.join(', ')} meanwhile` };
}

/** Open or closed, as the action leaves an issue that nobody else has touched. */
function stateAfter({ state, expect }: SetIssue): GitLabIssue['state'] {
  if (state === undefined) return expect.state;
  return state === 'close' ? 'closed' : 'opened';
}

/** GitLab answers 200 and leaves out what the token may not set (`docs/gitlab.md#labels`). */
function ignored(what: string): Ending {
  return failedAs('gitlab-write-ignored', `GitLab answered, but did not set ${what}`);
}
