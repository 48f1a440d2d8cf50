import type { Answer } from '../answer.ts';
import type { Route } from '../route.ts';
import type { SandboxHost } from '../world.ts';
import {
  answer,
  badParameter,
  conflict,
  emptyAnswer,
  forbidden,
  invalidModel,
  notFound,
  refusedByService,
} from './answers.ts';
import { type ProjectCall, projectRoute } from './call.ts';
import { createLabel, labelBasic, labelByIdOrTitle, labelsByTitle, projectLabels } from './labels.ts';
import { offsetPage } from './paging.ts';
import { flag, integer, isGiven, requiredText, text } from './parameters.ts';
import { canReadIssue, managesIssues } from './rights.ts';
import type { LabelState } from './state.ts';

const longestTitle = 255;
const changeable = ['new_name', 'color', 'description', 'priority', 'archived'] as const;

/** The routes of a project's labels (`docs/gitlab.md#labels`). */
export function labelHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/labels', listLabels),
    projectRoute(host, 'post', '/labels', addLabel),
    projectRoute(host, 'get', '/labels/:label', (call) => answer(200, presentLabel(call, findLabel(call)))),
    projectRoute(host, 'put', '/labels/:label', editLabel),
    projectRoute(host, 'delete', '/labels/:label', removeLabel),
  ];
}

function listLabels(call: ProjectCall): Answer {
  const withAncestors = flag(call.parameters, 'include_ancestor_groups') ?? true;
  const search = text(call.parameters, 'search')?.toLowerCase() ?? '';
  const archived = flag(call.parameters, 'archived');
  const labels = projectLabels(call.gitlab, call.project, withAncestors).filter(
    (label) =>
      label.name.toLowerCase().includes(search) && (archived === undefined || label.archived === archived),
  );
  return offsetPage(call, labels, { present: (label) => presentLabel(call, label) });
}

/** A title that the project or a group above it has already is a conflict, in any tier. */
function addLabel(call: ProjectCall): Answer {
  checkMissing(call, ['name', 'color']);
  mayManage(call);
  const name = requiredText(call.parameters, 'name').trim();
  const color = checkedColor(requiredText(call.parameters, 'color'));
  checkTitle(name);
  if (labelsByTitle(call.gitlab, call.project, name).length > 0) throw conflict('Label already exists');
  const description = text(call.parameters, 'description') ?? null;
  const priority = integer(call.parameters, 'priority') ?? null;
  const label = createLabel(call.gitlab, call.project, { name, color, description, priority });
  return answer(201, presentLabel(call, label));
}

function editLabel(call: ProjectCall): Answer {
  if (!changeable.some((key) => isGiven(call.parameters, key))) {
    throw badParameter(`${changeable.join(', ')} are missing, at least one parameter must be provided`);
  }
  const label = findLabel(call);
  mayManage(call);
  const newName = text(call.parameters, 'new_name')?.trim();
  if (newName !== undefined && newName !== label.name) {
    checkTitle(newName);
    if (labelsByTitle(call.gitlab, call.project, newName).length > 0) {
      throw invalidModel({ title: ['has already been taken'] });
    }
  }
  const color = text(call.parameters, 'color');
  if (color !== undefined) label.color = checkedColor(color);
  label.name = newName ?? label.name;
  label.description = text(call.parameters, 'description') ?? label.description;
  label.archived = flag(call.parameters, 'archived') ?? label.archived;
  if (isGiven(call.parameters, 'priority')) label.priority = integer(call.parameters, 'priority') ?? null;
  return answer(200, presentLabel(call, label));
}

/** Deleting takes a label off every issue without events, and leaves `null` in the events there were. */
function removeLabel(call: ProjectCall): Answer {
  const label = findLabel(call);
  mayManage(call);
  if (label.locked) throw refusedByService('Label is locked and was not removed');
  delete call.gitlab.labels[label.id];
  for (const project of Object.values(call.gitlab.projects)) {
    for (const issue of Object.values(project.issues)) {
      if (issue.labelIds.includes(label.id)) issue.labelIds = issue.labelIds.filter((id) => id !== label.id);
    }
  }
  return emptyAnswer(204);
}

function findLabel(call: ProjectCall): LabelState {
  const label = labelByIdOrTitle(call.gitlab, call.project, call.path.label ?? '');
  if (label === undefined) throw notFound('Label');
  return label;
}

function mayManage(call: ProjectCall): void {
  if (!managesIssues(call.access)) throw forbidden();
}

function checkMissing(call: ProjectCall, keys: readonly string[]): void {
  const missing = keys.filter((key) => !isGiven(call.parameters, key));
  if (missing.length > 0) throw badParameter(missing.map((key) => `${key} is missing`).join(', '));
}

function checkTitle(title: string): void {
  if (title === '') throw invalidModel({ title: ["can't be blank"] });
  if (title.includes(',')) throw invalidModel({ title: ['is invalid'] });
  if (title.length > longestTitle) {
    throw invalidModel({ title: [`is too long (maximum is ${longestTitle} characters)`] });
  }
}

function checkedColor(color: string): string {
  if (/^(#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|[a-zA-Z]+)$/.test(color)) return color;
  throw invalidModel({ color: ['must be a valid color code'] });
}

function presentLabel(call: ProjectCall, label: LabelState) {
  return {
    ...labelBasic(label),
    ...(flag(call.parameters, 'with_counts') === true ? counts(call, label) : {}),
    subscribed: false,
    priority: label.priority,
    is_project_label: label.projectId !== null,
  };
}

function counts(call: ProjectCall, label: LabelState) {
  const issues = Object.values(call.project.issues).filter(
    (issue) => issue.labelIds.includes(label.id) && canReadIssue(issue, call.user.id, call.access),
  );
  const open = issues.filter((issue) => issue.state === 'opened').length;
  return {
    open_issues_count: open,
    closed_issues_count: issues.length - open,
    open_merge_requests_count: 0,
  };
}
