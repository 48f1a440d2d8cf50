import { extractCommands } from '../quick-actions/extract-commands.ts';
import { interpretCommands } from '../quick-actions/interpret-commands.ts';
import { type IssueState, nextId } from '../state.ts';
import { changeAssignees, type IssueChange } from './change-issue.ts';
import { changeLabels } from './label-change.ts';
import type { Writer } from './writer.ts';

/**
 * A new issue. Whoever may open one may also set its labels, assignees and confidentiality at that moment, a
 * Guest too; commands in the description run with the author's rights and are taken out of it
 * (`docs/gitlab.md#quick-actions`). Labels given here leave events like later ones (`docs/gitlab.md#events`).
 */
export function createIssue(writer: Writer, wanted: IssueChange & { title: string }): IssueState {
  const { text, commands } = extractCommands(wanted.description ?? '');
  const issue = blankIssue(writer, wanted.title, wanted.description == null ? null : text);
  const spoken = interpretCommands(writer, issue, commands, { source: 'description', isNew: true });
  issue.confidential = spoken.change.confidential ?? wanted.confidential ?? false;
  issue.dueDate = spoken.change.dueDate ?? wanted.dueDate ?? null;
  changeLabels(writer, issue, {
    set: spoken.change.labels?.set ?? wanted.labels?.set,
    add: [...(wanted.labels?.add ?? []), ...(spoken.change.labels?.add ?? [])],
    remove: [...(wanted.labels?.remove ?? []), ...(spoken.change.labels?.remove ?? [])],
  });
  changeAssignees(writer, issue, spoken.change.assigneeIds ?? wanted.assigneeIds ?? []);
  return enter(writer, issue);
}

/** An issue with the next ids, not yet in the project. */
export function blankIssue(writer: Writer, title: string, description: string | null): IssueState {
  return {
    id: nextId(writer.gitlab, 'issue'),
    iid: writer.project.nextIid,
    projectId: writer.project.id,
    title,
    description,
    state: 'opened',
    confidential: false,
    createdAt: writer.now,
    updatedAt: writer.now,
    closedAt: null,
    closedById: null,
    authorId: writer.user.id,
    labelIds: [],
    assigneeIds: [],
    dueDate: null,
    discussionLocked: null,
    movedToId: null,
    issueType: 'issue',
    subscribers: {},
    notes: [],
    awards: [],
    labelEvents: [],
    stateEvents: [],
    links: [],
  };
}

/** Puts a finished issue into its project. */
export function enter(writer: Writer, issue: IssueState): IssueState {
  writer.project.issues[issue.iid] = issue;
  writer.project.nextIid = issue.iid + 1;
  writer.gitlab.issueIndex[issue.id] = { projectId: issue.projectId, iid: issue.iid };
  return issue;
}
