import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { findIssue } from '../issues/find-issue.ts';
import { offsetPage } from '../paging.ts';
import { oneOf } from '../parameters.ts';
import { addAward, listAwards, removeAward } from './awards.ts';
import { canReadNote, findNote, presentNote } from './note-access.ts';
import { createNote, deleteNote, editNote } from './write-note.ts';

/** The routes of comments and reactions (`docs/gitlab.md#notes`). */
export function noteHandlers(host: SandboxHost): Route[] {
  const notes = '/issues/:iid/notes';
  const handlers = [
    projectRoute(host, 'get', notes, listNotes),
    projectRoute(host, 'post', notes, createNote),
    projectRoute(host, 'get', `${notes}/:noteId`, readNote),
    projectRoute(host, 'put', `${notes}/:noteId`, editNote),
    projectRoute(host, 'delete', `${notes}/:noteId`, deleteNote),
  ];
  for (const target of ['/issues/:iid', `${notes}/:noteId`]) {
    handlers.push(
      projectRoute(host, 'get', `${target}/award_emoji`, listAwards),
      projectRoute(host, 'post', `${target}/award_emoji`, addAward),
      projectRoute(host, 'delete', `${target}/award_emoji/:awardId`, removeAward),
    );
  }
  return handlers;
}

/** What the caller may not read is taken out after the page was cut (`docs/gitlab.md#paging`). */
function listNotes(call: ProjectCall): Answer {
  const issue = findIssue(call, 'Issue');
  const order = oneOf(call.parameters, 'order_by', ['created_at', 'updated_at']) ?? 'created_at';
  const direction = oneOf(call.parameters, 'sort', ['asc', 'desc']) === 'asc' ? 1 : -1;
  const filter = oneOf(call.parameters, 'activity_filter', ['all_notes', 'only_comments', 'only_activity']);
  const wanted = issue.notes.filter(
    (note) => filter === undefined || filter === 'all_notes' || note.system === (filter === 'only_activity'),
  );
  const at = (note: { createdAt: number; updatedAt: number }) =>
    order === 'created_at' ? note.createdAt : note.updatedAt;
  const sorted = wanted.toSorted((a, b) => direction * (at(a) - at(b) || a.id - b.id));
  return offsetPage(call, sorted, {
    present: (note) => presentNote(call, issue, note),
    visible: (note) => canReadNote(call, note),
  });
}

function readNote(call: ProjectCall): Answer {
  const issue = findIssue(call, 'Issue');
  return answer(200, presentNote(call, issue, findNote(call, issue)));
}
