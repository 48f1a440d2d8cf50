import { notFound } from '../answers.ts';
import type { ProjectCall } from '../call.ts';
import { canReadIssue } from '../rights.ts';
import type { GitLabWorld, IssueState } from '../state.ts';

/**
 * The issue of a call. A confidential one that the caller may not see is as absent as one that never was
 * (`docs/gitlab.md#errors`). Below issues GitLab names what it missed (`404 Issue Not Found`), on the issue
 * itself not.
 */
export function findIssue(call: ProjectCall, missing?: 'Issue'): IssueState {
  const iid = Number(call.path.iid);
  const issue = Number.isInteger(iid) ? call.project.issues[iid] : undefined;
  if (issue === undefined || !canReadIssue(issue, call.user.id, call.access)) throw notFound(missing);
  return issue;
}

/** An issue anywhere, by its global id. */
export function issueByGlobalId(gitlab: GitLabWorld, id: number): IssueState | undefined {
  const place = gitlab.issueIndex[id];
  return place === undefined ? undefined : gitlab.projects[place.projectId]?.issues[place.iid];
}
