import type { Answer } from '../../answer.ts';
import { answer, badRequest, emptyAnswer, forbidden } from '../answers.ts';
import type { ProjectCall } from '../call.ts';
import { announced, announceNote } from '../issues/announce.ts';
import { changeIssue } from '../issues/change-issue.ts';
import { findIssue } from '../issues/find-issue.ts';
import { checkCreationLimit } from '../limits.ts';
import { flag, requiredText, text } from '../parameters.ts';
import { extractCommands } from '../quick-actions/extract-commands.ts';
import { type Interpretation, interpretCommands } from '../quick-actions/interpret-commands.ts';
import { access, managesIssues } from '../rights.ts';
import { type IssueState, type NoteState, nextId } from '../state.ts';
import { findNote, presentNote } from './note-access.ts';

const longestBody = 1_000_000;
const mostNotes = 5000;

/**
 * `POST …/notes`. Commands run first, with the caller's rights. A body of commands alone leaves no note: 202
 * without an id when one of them did something, else 400. Of a mixed body the text stays
 * (`docs/gitlab.md#quick-actions`).
 */
export function createNote(call: ProjectCall): Answer {
  checkCreationLimit(call, 'note');
  const issue = findIssue(call, 'Issue');
  const body = checkedBody(requiredText(call.parameters, 'body'));
  if (issue.notes.length >= mostNotes) {
    throw badRequest('Note {:base=>["Maximum number of comments exceeded"]}');
  }
  const { text: kept, spoken } = runCommands(call, issue, body);
  if (kept === '') return commandsOnly(spoken);
  const note = addNote(call, issue, kept);
  return answer(201, presentNote(call, issue, note, spoken.changes));
}

/**
 * `PUT …/notes/:id`, by its author or a Maintainer. Edited down to commands that did something, the note is
 * deleted and the answer is 202; whether it is internal never changes (`docs/gitlab.md#notes`).
 */
export function editNote(call: ProjectCall): Answer {
  const issue = findIssue(call, 'Issue');
  const note = findNote(call, issue);
  if (!mayAdministrate(call, note)) throw forbidden();
  const body = text(call.parameters, 'body');
  if (note.system || body === undefined) return answer(200, presentNote(call, issue, note));
  const { text: kept, spoken } = runCommands(call, issue, checkedBody(body));
  if (kept !== '')
    return answer(200, presentNote(call, issue, rewrite(call, issue, note, kept), spoken.changes));
  const response = commandsOnly(spoken);
  remove(call, issue, note);
  return response;
}

/** `DELETE …/notes/:id`, by its author or a Maintainer. */
export function deleteNote(call: ProjectCall): Answer {
  const issue = findIssue(call, 'Issue');
  const note = findNote(call, issue);
  if (!mayAdministrate(call, note)) throw forbidden();
  remove(call, issue, note);
  return emptyAnswer(204);
}

function checkedBody(body: string): string {
  if (body.trim() === '') throw badRequest('Note {:note=>["can\'t be blank"]}');
  if (body.length > longestBody) {
    throw badRequest(`Note {:note=>["is too long (maximum is ${longestBody} characters)"]}`);
  }
  return body;
}

function mayAdministrate(call: ProjectCall, note: NoteState): boolean {
  return note.authorId === call.user.id || call.access >= access.maintainer;
}

function runCommands(
  call: ProjectCall,
  issue: IssueState,
  body: string,
): { text: string; spoken: Interpretation } {
  const { text: kept, commands } = extractCommands(body);
  const spoken = interpretCommands(call, issue, commands, { source: 'note', isNew: false });
  if (commands.length > 0) announced(call, issue, () => changeIssue(call, issue, spoken.change));
  return { text: kept, spoken };
}

function commandsOnly(spoken: Interpretation): Answer {
  if (spoken.summary.length === 0) throw badRequest('Failed to apply commands.');
  return answer(202, { commands_changes: spoken.changes, summary: spoken.summary });
}

/** A Guest's wish for an internal note is dropped without a word: the note is there for everybody. */
function addNote(call: ProjectCall, issue: IssueState, body: string): NoteState {
  const internal = flag(call.parameters, 'internal') ?? flag(call.parameters, 'confidential') ?? false;
  const note: NoteState = {
    id: nextId(call.gitlab, 'note'),
    authorId: call.user.id,
    body,
    createdAt: call.now,
    updatedAt: call.now,
    system: false,
    internal: internal && managesIssues(call.access),
    awards: [],
  };
  issue.notes.push(note);
  issue.updatedAt = call.now;
  announceNote(call, issue, note, 'create');
  return note;
}

function rewrite(call: ProjectCall, issue: IssueState, note: NoteState, body: string): NoteState {
  if (note.body === body) return note;
  note.body = body;
  note.updatedAt = call.now;
  issue.updatedAt = call.now;
  announceNote(call, issue, note, 'update');
  return note;
}

function remove(call: ProjectCall, issue: IssueState, note: NoteState): void {
  issue.notes = issue.notes.filter((candidate) => candidate.id !== note.id);
  issue.updatedAt = call.now;
}
