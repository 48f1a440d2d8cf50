import { accessLevel, managesIssues } from '../rights.ts';
import { type IssueState, nextId } from '../state.ts';
import { changeLabels, type LabelChange } from './label-change.ts';
import { addSystemNote, assignmentText } from './system-note.ts';
import type { Writer } from './writer.ts';

/** What a caller wants of an issue; absent keys stay as they are. */
export interface IssueChange {
  readonly title?: string | undefined;
  readonly description?: string | null | undefined;
  readonly stateEvent?: 'close' | 'reopen' | undefined;
  readonly confidential?: boolean | undefined;
  readonly labels?: LabelChange | undefined;
  readonly assigneeIds?: readonly number[] | undefined;
  readonly dueDate?: string | null | undefined;
  readonly discussionLocked?: boolean | undefined;
}

/**
 * Applies a change as far as the writer's rights go. What they may not set is left out without a word:
 * labels, assignees, confidentiality and dates of an existing issue are for Planners and above, and everybody
 * else still gets a success (`docs/gitlab.md#labels`). The right to update the issue at all is the caller's
 * to check.
 */
export function changeIssue(writer: Writer, issue: IssueState, change: IssueChange): void {
  const setsMetadata = managesIssues(writer.access);
  changeText(writer, issue, change);
  if (setsMetadata && change.labels !== undefined) changeLabels(writer, issue, change.labels);
  if (setsMetadata && change.assigneeIds !== undefined) changeAssignees(writer, issue, change.assigneeIds);
  if (setsMetadata && change.confidential !== undefined) {
    changeConfidentiality(writer, issue, change.confidential);
  }
  if (setsMetadata && change.dueDate !== undefined) changeDueDate(writer, issue, change.dueDate);
  if (setsMetadata && change.discussionLocked !== undefined)
    changeLock(writer, issue, change.discussionLocked);
  if (change.stateEvent !== undefined) changeState(writer, issue, change.stateEvent);
}

function changeText(writer: Writer, issue: IssueState, change: IssueChange): void {
  if (change.title !== undefined && change.title !== issue.title) {
    addSystemNote(writer, issue, `changed title from **${issue.title}** to **${change.title}**`);
    issue.title = change.title;
  }
  if (change.description !== undefined && change.description !== issue.description) {
    addSystemNote(writer, issue, 'changed the description');
    issue.description = change.description;
  }
}

/**
 * Assignees become the given users, members of the project only. Free keeps the first and drops the others
 * without a word (`docs/gitlab.md#issues`).
 */
export function changeAssignees(writer: Writer, issue: IssueState, wanted: readonly number[]): void {
  const members = [...new Set(wanted)].filter(
    (id) => accessLevel(writer.gitlab, writer.project, id) > 0 && writer.gitlab.users[id] !== undefined,
  );
  const after = writer.switches.tier === 'free' ? members.slice(0, 1) : members;
  const text = assignmentText(writer.gitlab, issue.assigneeIds, after);
  if (text === null) return;
  issue.assigneeIds = after;
  addSystemNote(writer, issue, text);
}

function changeConfidentiality(writer: Writer, issue: IssueState, confidential: boolean): void {
  if (issue.confidential === confidential) return;
  issue.confidential = confidential;
  addSystemNote(
    writer,
    issue,
    confidential ? 'made the issue confidential' : 'made the issue visible to everyone',
  );
}

function changeDueDate(writer: Writer, issue: IssueState, dueDate: string | null): void {
  if (issue.dueDate === dueDate) return;
  issue.dueDate = dueDate;
  addSystemNote(writer, issue, dueDate === null ? 'removed due date' : `changed due date to ${dueDate}`);
}

function changeLock(writer: Writer, issue: IssueState, locked: boolean): void {
  if ((issue.discussionLocked ?? false) === locked) return;
  issue.discussionLocked = locked;
  addSystemNote(writer, issue, locked ? 'locked the discussion in this issue' : 'unlocked the discussion');
}

/** Closing and reopening leave an event each; repeating the state that is leaves none. */
function changeState(writer: Writer, issue: IssueState, event: 'close' | 'reopen'): void {
  const isClosing = event === 'close';
  if ((issue.state === 'closed') === isClosing) return;
  issue.state = isClosing ? 'closed' : 'opened';
  issue.closedAt = isClosing ? writer.now : null;
  issue.closedById = isClosing ? writer.user.id : null;
  issue.stateEvents.push({
    id: nextId(writer.gitlab, 'stateEvent'),
    userId: writer.user.id,
    createdAt: writer.now,
    state: isClosing ? 'closed' : 'reopened',
  });
  issue.updatedAt = writer.now;
}
