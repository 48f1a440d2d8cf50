import type { ProjectCall } from '../call.ts';
import { labelsByTitle } from '../labels.ts';
import { flag, instant, integer, list, nested, oneOf, type Parameters, text } from '../parameters.ts';
import { canReadIssue } from '../rights.ts';
import type { IssueState } from '../state.ts';

type Test = (issue: IssueState) => boolean;

/** The issues of a project that the caller may see and asked for, in no order (`docs/gitlab.md#issues`). */
export function filterIssues(call: ProjectCall): IssueState[] {
  const tests = [...stateTests(call), ...labelTests(call), ...personTests(call), ...timeTests(call)];
  return Object.values(call.project.issues).filter(
    (issue) => canReadIssue(issue, call.user.id, call.access) && tests.every((test) => test(issue)),
  );
}

function stateTests(call: ProjectCall): Test[] {
  const { parameters } = call;
  const tests: Test[] = [];
  const state = oneOf(parameters, 'state', ['opened', 'closed', 'all']);
  if (state === 'opened' || state === 'closed') tests.push((issue) => issue.state === state);
  const confidential = flag(parameters, 'confidential');
  if (confidential !== undefined) tests.push((issue) => issue.confidential === confidential);
  const iids = list(parameters, 'iids')?.map(Number);
  if (iids !== undefined) tests.push((issue) => iids.includes(issue.iid));
  const type = text(parameters, 'issue_type');
  if (type !== undefined) tests.push((issue) => issue.issueType === type);
  const search = text(parameters, 'search')?.toLowerCase();
  if (search !== undefined && search !== '')
    tests.push((issue) => searched(issue, parameters).includes(search));
  return tests;
}

function searched(issue: IssueState, parameters: Parameters): string {
  const fields = (text(parameters, 'in') ?? 'title,description').split(',');
  const parts = [
    fields.includes('title') ? issue.title : '',
    fields.includes('description') ? (issue.description ?? '') : '',
  ];
  return parts.join('\n').toLowerCase();
}

/**
 * Labels are matched by title over the project and its groups. A title nobody has gives nothing; in
 * `not[labels]` it is ignored. `None` and `Any` decide alone, wherever in the list they stand
 * (`docs/gitlab.md#issues`).
 */
function labelTests(call: ProjectCall): Test[] {
  const wanted = list(call.parameters, 'labels') ?? [];
  const unwanted = list(nested(call.parameters, 'not'), 'labels') ?? [];
  return [...wantedTests(call, wanted), ...unwanted.map((title) => not(carries(call, title)))];
}

function wantedTests(call: ProjectCall, titles: readonly string[]): Test[] {
  const lower = titles.map((title) => title.toLowerCase());
  if (lower.includes('none')) return [(issue) => issue.labelIds.length === 0];
  if (lower.includes('any')) return [(issue) => issue.labelIds.length > 0];
  return titles.map((title) => carries(call, title));
}

function carries(call: ProjectCall, title: string): Test {
  const ids = new Set(idsOf(call, title));
  return (issue) => issue.labelIds.some((id) => ids.has(id));
}

/** `scope::*` stands for every label of a scope on Premium; on Free it is a title like any other. */
function idsOf(call: ProjectCall, title: string): number[] {
  if (!title.endsWith('::*') || call.switches.tier === 'free') {
    return labelsByTitle(call.gitlab, call.project, title).map((label) => label.id);
  }
  const scope = title.slice(0, -1);
  return Object.values(call.gitlab.labels)
    .filter((label) => label.name.startsWith(scope) && !label.name.slice(scope.length).includes('::'))
    .map((label) => label.id);
}

function not(test: Test): Test {
  return (issue) => !test(issue);
}

function personTests(call: ProjectCall): Test[] {
  const refused = nested(call.parameters, 'not');
  const tests = [...authorTests(call, call.parameters), ...assigneeTests(call, call.parameters)];
  tests.push(...authorTests(call, refused).map(not), ...assigneeTests(call, refused).map(not));
  const scope = oneOf(call.parameters, 'scope', ['created_by_me', 'assigned_to_me', 'all']);
  if (scope === 'created_by_me') tests.push((issue) => issue.authorId === call.user.id);
  if (scope === 'assigned_to_me') tests.push((issue) => issue.assigneeIds.includes(call.user.id));
  return tests;
}

function authorTests(call: ProjectCall, parameters: Parameters): Test[] {
  const id = integer(parameters, 'author_id') ?? userId(call, text(parameters, 'author_username'));
  return id === undefined ? [] : [(issue) => issue.authorId === id];
}

function assigneeTests(call: ProjectCall, parameters: Parameters): Test[] {
  const given = text(parameters, 'assignee_id')?.toLowerCase();
  if (given === 'none') return [(issue) => issue.assigneeIds.length === 0];
  if (given === 'any') return [(issue) => issue.assigneeIds.length > 0];
  const id = integer(parameters, 'assignee_id') ?? userId(call, list(parameters, 'assignee_username')?.[0]);
  return id === undefined ? [] : [(issue) => issue.assigneeIds.includes(id)];
}

/** Id of a user by name; -1 for a name nobody has, which then matches nothing. */
function userId(call: ProjectCall, username: string | undefined): number | undefined {
  if (username === undefined) return undefined;
  const wanted = username.toLowerCase();
  return Object.values(call.gitlab.users).find((user) => user.username.toLowerCase() === wanted)?.id ?? -1;
}

/** Both ends of a time range belong to it, so a poll from the last `updated_at` reads that issue again. */
function timeTests(call: ProjectCall): Test[] {
  const tests: Test[] = [];
  const createdAfter = instant(call.parameters, 'created_after');
  if (createdAfter !== undefined) tests.push((issue) => issue.createdAt >= createdAfter);
  const createdBefore = instant(call.parameters, 'created_before');
  if (createdBefore !== undefined) tests.push((issue) => issue.createdAt <= createdBefore);
  const updatedAfter = instant(call.parameters, 'updated_after');
  if (updatedAfter !== undefined) tests.push((issue) => issue.updatedAt >= updatedAfter);
  const updatedBefore = instant(call.parameters, 'updated_before');
  if (updatedBefore !== undefined) tests.push((issue) => issue.updatedAt <= updatedBefore);
  return tests;
}
