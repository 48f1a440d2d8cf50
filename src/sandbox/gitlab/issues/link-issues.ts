import type { Answer } from '../../answer.ts';
import { answer, conflict, forbidden, notFound } from '../answers.ts';
import type { ProjectCall } from '../call.ts';
import { integer, oneOf, requiredText } from '../parameters.ts';
import { timestamp } from '../present-user.ts';
import { accessLevel, canReadIssue, managesIssues } from '../rights.ts';
import { type IssueState, nextId } from '../state.ts';
import { findIssue, issueByGlobalId } from './find-issue.ts';
import { issueBasic, presentIssue } from './present-issue.ts';
import { addSystemNote } from './system-note.ts';

const opposite = { relates_to: 'relates_to', blocks: 'is_blocked_by', is_blocked_by: 'blocks' } as const;

/** `GET …/links`: the linked issues the caller may see. */
export function listLinks(call: ProjectCall): Answer {
  const issue = findIssue(call);
  const linked = issue.links.flatMap((link) => {
    const other = issueByGlobalId(call.gitlab, link.issueId);
    if (other === undefined || !mayRead(call, other)) return [];
    const at = timestamp(link.createdAt);
    const times = { link_created_at: at, link_updated_at: at };
    return [{ ...presentIssue(call, other), issue_link_id: link.id, link_type: link.type, ...times }];
  });
  return answer(200, linked);
}

/** `POST …/links`: a link in both directions; a second one between the same two is a conflict. */
export function linkIssues(call: ProjectCall): Answer {
  const source = findIssue(call);
  requiredText(call.parameters, 'target_project_id');
  requiredText(call.parameters, 'target_issue_iid');
  const type = oneOf(call.parameters, 'link_type', ['relates_to', 'blocks', 'is_blocked_by']) ?? 'relates_to';
  if (!managesIssues(call.access)) throw forbidden();
  const target = targetIssue(call);
  if (source.links.some((link) => link.issueId === target.id)) throw conflict('Issue(s) already assigned');
  const id = nextId(call.gitlab, 'link');
  source.links.push({ id, issueId: target.id, type, createdAt: call.now });
  target.links.push({ id, issueId: source.id, type: opposite[type], createdAt: call.now });
  addSystemNote(call, source, `marked this issue as related to #${target.iid}`);
  addSystemNote(call, target, `marked this issue as related to #${source.iid}`);
  return answer(201, {
    id,
    source_issue: issueBasic(call, source),
    target_issue: issueBasic(call, target),
    link_type: type,
  });
}

function targetIssue(call: ProjectCall): IssueState {
  const key = requiredText(call.parameters, 'target_project_id');
  const project = /^\d+$/.test(key)
    ? call.gitlab.projects[Number(key)]
    : Object.values(call.gitlab.projects).find((candidate) => candidate.path === key);
  const issue = project?.issues[integer(call.parameters, 'target_issue_iid') ?? 0];
  if (issue === undefined || !mayRead(call, issue)) throw notFound();
  return issue;
}

function mayRead(call: ProjectCall, issue: IssueState): boolean {
  const project = call.gitlab.projects[issue.projectId];
  if (project === undefined) return false;
  const access = accessLevel(call.gitlab, project, call.user.id);
  return access > 0 && canReadIssue(issue, call.user.id, access);
}
