import type { Answer } from '../../answer.ts';
import { answer, refusedByService } from '../answers.ts';
import type { ProjectCall } from '../call.ts';
import { createLabel, labelByTitle } from '../labels.ts';
import { flag, integer, requiredText } from '../parameters.ts';
import { accessLevel, managesIssues } from '../rights.ts';
import { type GitLabWorld, type IssueState, type NoteState, nextId, type ProjectState } from '../state.ts';
import { changeIssue } from './change-issue.ts';
import { blankIssue, enter } from './create-issue.ts';
import { findIssue } from './find-issue.ts';
import { presentSingleIssue } from './present-issue.ts';
import { addSystemNote } from './system-note.ts';
import type { Writer } from './writer.ts';

/**
 * `POST …/move`: a new issue in the other project with its comments and events under their first authors and
 * times, the old one closed with the new one's global id (`docs/gitlab.md#issues`).
 */
export function moveIssue(call: ProjectCall): Answer {
  const { issue, writer } = prepare(call, 'move');
  if (writer.project.id === issue.projectId) {
    throw refusedByService('Cannot move issue to project it originates from!');
  }
  const copy = copyIssue(writer, issue, true);
  addSystemNote(writer, copy, `moved from ${reference(call.gitlab, issue)}`);
  addSystemNote(call, issue, `moved to ${reference(call.gitlab, copy)}`);
  changeIssue(call, issue, { stateEvent: 'close' });
  issue.movedToId = copy.id;
  return answer(201, presentSingleIssue(call, copy));
}

/**
 * `POST …/clone`: a copy; with `with_notes` also its comments and events, under their first authors and
 * times.
 */
export function cloneIssue(call: ProjectCall): Answer {
  const { issue, writer } = prepare(call, 'clone');
  const copy = copyIssue(writer, issue, flag(call.parameters, 'with_notes') ?? false);
  addSystemNote(writer, copy, `cloned from ${reference(call.gitlab, issue)}`);
  addSystemNote(call, issue, `cloned to ${reference(call.gitlab, copy)}`);
  return answer(201, presentSingleIssue(call, copy));
}

function prepare(call: ProjectCall, verb: 'move' | 'clone'): { issue: IssueState; writer: Writer } {
  const issue = findIssue(call);
  requiredText(call.parameters, 'to_project_id');
  const project = call.gitlab.projects[integer(call.parameters, 'to_project_id') ?? 0];
  const access = project === undefined ? 0 : accessLevel(call.gitlab, project, call.user.id);
  if (project === undefined || !managesIssues(call.access) || !managesIssues(access)) {
    throw refusedByService(`Cannot ${verb} issue due to insufficient permissions!`);
  }
  return { issue, writer: { ...call, project, access } };
}

function copyIssue(writer: Writer, issue: IssueState, withHistory: boolean): IssueState {
  const copy = blankIssue(writer, issue.title, issue.description);
  copy.confidential = issue.confidential;
  copy.dueDate = issue.dueDate;
  copy.authorId = withHistory ? issue.authorId : writer.user.id;
  copy.assigneeIds = [...issue.assigneeIds];
  copy.labelIds = issue.labelIds.flatMap((id) => labelThere(writer.gitlab, writer.project, id));
  if (withHistory) copyHistory(writer, issue, copy);
  return enter(writer, copy);
}

/** Labels go by title. A label the other project lacks is created there: the mover manages it. */
function labelThere(gitlab: GitLabWorld, project: ProjectState, labelId: number): number[] {
  const label = gitlab.labels[labelId];
  if (label === undefined) return [];
  return [(labelByTitle(gitlab, project, label.name) ?? createLabel(gitlab, project, label)).id];
}

/**
 * Comments and events keep authors and times and get new ids: what they say about this issue proves nothing.
 */
function copyHistory(writer: Writer, issue: IssueState, copy: IssueState): void {
  copy.notes = issue.notes.map((note): NoteState => {
    return { ...note, id: nextId(writer.gitlab, 'note'), awards: note.awards.map((award) => ({ ...award })) };
  });
  copy.labelEvents = issue.labelEvents.flatMap((event) =>
    labelThere(writer.gitlab, writer.project, event.labelId).map((labelId) => {
      return { ...event, id: nextId(writer.gitlab, 'labelEvent'), labelId };
    }),
  );
  copy.stateEvents = issue.stateEvents.map((event) => {
    return { ...event, id: nextId(writer.gitlab, 'stateEvent') };
  });
}

function reference(gitlab: GitLabWorld, issue: IssueState): string {
  return `${gitlab.projects[issue.projectId]?.path}#${issue.iid}`;
}
