import type { IssueChange } from '../issues/change-issue.ts';
import type { Writer } from '../issues/writer.ts';
import { labelByTitle } from '../labels.ts';
import { canUpdateIssue, managesIssues } from '../rights.ts';
import type { IssueState } from '../state.ts';
import type { Command } from './extract-commands.ts';

/** What commands amount to: one change, what they did in words, and how many of them had an effect. */
export interface Interpretation {
  readonly change: IssueChange;
  /** GitLab's `commands_changes`. */
  readonly changes: Record<string, unknown>;
  readonly summary: readonly string[];
}

/** What commands so far have asked for; later commands see it. */
interface Draft {
  title?: string;
  stateEvent?: 'close' | 'reopen';
  confidential?: boolean;
  setLabels?: string[];
  addLabels: string[];
  removeLabels: string[];
  assigneeIds?: number[];
  dueDate?: string | null;
  discussionLocked?: boolean;
  changes: Record<string, unknown>;
  summary: string[];
}

/**
 * Carries commands out on paper, with the rights of the writer, and keeps a list of all that were tried
 * (`docs/gitlab.md#quick-actions`). For an issue that is being created, `isNew`: then a Guest may set labels
 * and assignees but GitLab drops their `/confidential`.
 */
export function interpretCommands(
  writer: Writer,
  issue: IssueState,
  commands: readonly Command[],
  origin: { source: 'note' | 'description'; isNew: boolean },
): Interpretation {
  const draft: Draft = { addLabels: [], removeLabels: [], changes: {}, summary: [] };
  for (const command of commands) {
    const effect = carryOut(writer, issue, command, draft, origin.isNew);
    if (effect !== null) draft.summary.push(effect);
    writer.gitlab.executed.push({
      userId: writer.user.id,
      projectId: issue.projectId,
      issueIid: issue.iid,
      source: origin.source,
      command: `/${command.name} ${command.argument}`.trimEnd(),
      effective: effect !== null,
      at: writer.now,
    });
  }
  return { change: asChange(draft), changes: draft.changes, summary: draft.summary };
}

function asChange(draft: Draft): IssueChange {
  return {
    title: draft.title,
    stateEvent: draft.stateEvent,
    confidential: draft.confidential,
    labels: { set: draft.setLabels, add: draft.addLabels, remove: draft.removeLabels },
    assigneeIds: draft.assigneeIds,
    dueDate: draft.dueDate,
    discussionLocked: draft.discussionLocked,
  };
}

type Step = (writer: Writer, issue: IssueState, argument: string, draft: Draft) => string | null;

/** What one command did, in GitLab's words; null: no right, or nothing to do. */
function carryOut(
  writer: Writer,
  issue: IssueState,
  command: Command,
  draft: Draft,
  isNew: boolean,
): string | null {
  const metadata = managesIssues(writer.access) || isNew;
  const update = !isNew && canUpdateIssue(issue, writer.user.id, writer.access);
  const known = steps[command.name];
  if (known === undefined) return managesIssues(writer.access) ? `Applied /${command.name}.` : null;
  const allowed = { metadata, update, manage: managesIssues(writer.access), anybody: true }[known.needs];
  return allowed ? known.step(writer, issue, command.argument, draft) : null;
}

type Need = 'metadata' | 'update' | 'manage' | 'anybody';

const steps: Readonly<Record<string, { needs: Need; step: Step }>> = {
  label: { needs: 'metadata', step: addLabels },
  labels: { needs: 'metadata', step: addLabels },
  relabel: { needs: 'metadata', step: replaceLabels },
  unlabel: { needs: 'metadata', step: removeLabels },
  remove_label: { needs: 'metadata', step: removeLabels },
  assign: { needs: 'metadata', step: assign },
  reassign: { needs: 'metadata', step: reassign },
  unassign: { needs: 'metadata', step: unassign },
  due: { needs: 'metadata', step: setDueDate },
  remove_due_date: { needs: 'metadata', step: removeDueDate },
  confidential: { needs: 'manage', step: makeConfidential },
  lock: { needs: 'manage', step: (_writer, _issue, _argument, draft) => lock(draft, true) },
  unlock: { needs: 'manage', step: (_writer, _issue, _argument, draft) => lock(draft, false) },
  close: { needs: 'update', step: close },
  reopen: { needs: 'update', step: reopen },
  title: { needs: 'update', step: setTitle },
  subscribe: { needs: 'anybody', step: (writer, issue) => subscribe(writer, issue, true) },
  unsubscribe: { needs: 'anybody', step: (writer, issue) => subscribe(writer, issue, false) },
  todo: { needs: 'anybody', step: () => 'Added a to-do item.' },
  done: { needs: 'anybody', step: () => 'Marked to-do item as done.' },
};

/** Labels named by a command: `~"a b" ~c`. A command never creates a label. */
function namedLabels(writer: Writer, argument: string): { id: number; name: string }[] {
  const titles = [...argument.matchAll(/~?"(?<quoted>[^"]+)"|~?(?<plain>[^\s"~]+)/g)].map(
    (match) => match.groups?.quoted ?? match.groups?.plain ?? '',
  );
  return titles.flatMap((title) => labelByTitle(writer.gitlab, writer.project, title) ?? []);
}

function asText(labels: readonly { name: string }[]): string {
  return labels.map((label) => `~"${label.name}"`).join(' ');
}

function addLabels(writer: Writer, _issue: IssueState, argument: string, draft: Draft): string | null {
  const labels = namedLabels(writer, argument);
  if (labels.length === 0) return null;
  draft.addLabels.push(...labels.map((label) => label.name));
  noteIds(draft, 'add_label_ids', labels);
  return `Added ${asText(labels)} label${labels.length > 1 ? 's' : ''}.`;
}

function removeLabels(writer: Writer, issue: IssueState, argument: string, draft: Draft): string | null {
  const all = issue.labelIds.flatMap((id) => writer.gitlab.labels[id] ?? []);
  const labels = argument === '' ? all : namedLabels(writer, argument);
  if (labels.length === 0) return null;
  draft.removeLabels.push(...labels.map((label) => label.name));
  noteIds(draft, 'remove_label_ids', labels);
  return `Removed ${asText(labels)} label${labels.length > 1 ? 's' : ''}.`;
}

function replaceLabels(writer: Writer, _issue: IssueState, argument: string, draft: Draft): string | null {
  const labels = namedLabels(writer, argument);
  if (labels.length === 0) return null;
  draft.setLabels = labels.map((label) => label.name);
  noteIds(draft, 'label_ids', labels);
  return `Replaced all labels with ${asText(labels)} label${labels.length > 1 ? 's' : ''}.`;
}

function noteIds(draft: Draft, key: string, labels: readonly { id: number }[]): void {
  const known = draft.changes[key];
  const before: unknown[] = Array.isArray(known) ? known : [];
  draft.changes[key] = [...before, ...labels.map((label) => label.id)];
}

/** Users named by a command: `@a @b`, `me`. */
function namedUsers(writer: Writer, argument: string): number[] {
  const names = argument.split(/[\s,]+/).map((name) => name.replace(/^@/, '').toLowerCase());
  const users = Object.values(writer.gitlab.users);
  return names.flatMap((name) => {
    if (name === 'me') return [writer.user.id];
    return users.find((user) => user.username.toLowerCase() === name)?.id ?? [];
  });
}

function assign(writer: Writer, issue: IssueState, argument: string, draft: Draft): string | null {
  const ids = namedUsers(writer, argument);
  if (ids.length === 0) return null;
  return setAssignees(draft, [...(draft.assigneeIds ?? issue.assigneeIds), ...ids], `Assigned ${argument}.`);
}

function reassign(writer: Writer, _issue: IssueState, argument: string, draft: Draft): string | null {
  const ids = namedUsers(writer, argument);
  return ids.length === 0 ? null : setAssignees(draft, ids, `Changed assignees to ${argument}.`);
}

function unassign(writer: Writer, issue: IssueState, argument: string, draft: Draft): string | null {
  const current = draft.assigneeIds ?? issue.assigneeIds;
  const gone = argument === '' ? current : namedUsers(writer, argument);
  const left = current.filter((id) => !gone.includes(id));
  return left.length === current.length ? null : setAssignees(draft, left, 'Removed assignees.');
}

function setAssignees(draft: Draft, ids: number[], text: string): string {
  draft.assigneeIds = ids;
  draft.changes.assignee_ids = ids;
  return text;
}

function setDueDate(_writer: Writer, _issue: IssueState, argument: string, draft: Draft): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(argument)) return null;
  draft.dueDate = argument;
  draft.changes.due_date = argument;
  return `Set the due date to ${argument}.`;
}

function removeDueDate(_writer: Writer, issue: IssueState, _argument: string, draft: Draft): string | null {
  if (issue.dueDate === null) return null;
  draft.dueDate = null;
  draft.changes.due_date = null;
  return 'Removed the due date.';
}

function makeConfidential(
  _writer: Writer,
  issue: IssueState,
  _argument: string,
  draft: Draft,
): string | null {
  if (issue.confidential) return null;
  draft.confidential = true;
  draft.changes.confidential = true;
  return 'Made this issue confidential.';
}

function lock(draft: Draft, locked: boolean): string {
  draft.discussionLocked = locked;
  draft.changes.discussion_locked = locked;
  return locked ? 'Locked the discussion.' : 'Unlocked the discussion.';
}

function close(_writer: Writer, issue: IssueState, _argument: string, draft: Draft): string | null {
  if (issue.state === 'closed') return null;
  draft.stateEvent = 'close';
  draft.changes.state_event = 'close';
  return 'Closed this issue.';
}

function reopen(_writer: Writer, issue: IssueState, _argument: string, draft: Draft): string | null {
  if (issue.state === 'opened') return null;
  draft.stateEvent = 'reopen';
  draft.changes.state_event = 'reopen';
  return 'Reopened this issue.';
}

function setTitle(_writer: Writer, _issue: IssueState, argument: string, draft: Draft): string | null {
  if (argument === '') return null;
  draft.title = argument;
  draft.changes.title = argument;
  return `Changed the title to "${argument}".`;
}

function subscribe(writer: Writer, issue: IssueState, subscribed: boolean): string {
  issue.subscribers[writer.user.id] = subscribed;
  return subscribed ? 'Subscribed to this issue.' : 'Unsubscribed from this issue.';
}
