import { notFound } from '../answers.ts';
import type { ProjectCall } from '../call.ts';
import { timestamp, userBasic } from '../present-user.ts';
import { managesIssues } from '../rights.ts';
import type { IssueState, NoteState } from '../state.ts';

/**
 * Whether the caller may read a note: an internal one needs a Planner, a hidden one (a switch) nobody may.
 */
export function canReadNote(call: ProjectCall, note: NoteState): boolean {
  if (call.switches.hiddenNotes.includes(note.id)) return false;
  return !note.internal || managesIssues(call.access);
}

/** The note of a call. One that may not be read looks absent. */
export function findNote(call: ProjectCall, issue: IssueState): NoteState {
  const id = Number(call.path.noteId);
  const note = issue.notes.find((candidate) => candidate.id === id);
  if (note === undefined || !canReadNote(call, note)) throw notFound('Note');
  return note;
}

/** A note as answers show it: `noteable_id` is the issue's global id (`docs/gitlab.md#notes`). */
export function presentNote(
  call: ProjectCall,
  issue: IssueState,
  note: NoteState,
  commandsChanges: Record<string, unknown> = {},
) {
  return {
    id: note.id,
    type: null,
    body: note.body,
    author: userBasic(call.gitlab, call.url.origin, note.authorId),
    created_at: timestamp(note.createdAt),
    updated_at: timestamp(note.updatedAt),
    system: note.system,
    noteable_id: issue.id,
    noteable_type: 'Issue',
    project_id: issue.projectId,
    noteable_iid: issue.iid,
    resolvable: false,
    confidential: note.internal,
    internal: note.internal,
    imported: false,
    imported_from: 'none',
    commands_changes: commandsChanges,
  };
}
