import type { Answer } from '../../answer.ts';
import { answer, emptyAnswer, notFound, unauthorized } from '../answers.ts';
import type { ProjectCall } from '../call.ts';
import { announceAward } from '../issues/announce.ts';
import { findIssue } from '../issues/find-issue.ts';
import { offsetPage } from '../paging.ts';
import { requiredText } from '../parameters.ts';
import { timestamp, userBasic } from '../present-user.ts';
import { type AwardState, type IssueState, type NoteState, nextId } from '../state.ts';
import { findNote } from './note-access.ts';

/** What can be reacted to: an issue, or a note of one. */
interface Awardable {
  readonly id: number;
  readonly type: 'Issue' | 'Note';
  awards: AwardState[];
  readonly issue: IssueState;
  readonly note: NoteState | null;
}

function awardable(call: ProjectCall): Awardable {
  const issue = findIssue(call, 'Issue');
  if (call.path.noteId === undefined)
    return { id: issue.id, type: 'Issue', awards: issue.awards, issue, note: null };
  const note = findNote(call, issue);
  return { id: note.id, type: 'Note', awards: note.awards, issue, note };
}

/** `GET …/award_emoji`. */
export function listAwards(call: ProjectCall): Answer {
  const target = awardable(call);
  return offsetPage(call, target.awards, { present: (award) => presentAward(call, target, award) });
}

/**
 * `POST …/award_emoji`. The same reaction twice by one user is a 404. The note's `updated_at` moves, the
 * issue's does not (`docs/gitlab.md#events`).
 */
export function addAward(call: ProjectCall): Answer {
  const target = awardable(call);
  const name = requiredText(call.parameters, 'name');
  if (!/^[a-z0-9_+-]+$/.test(name)) throw notFound('Award Emoji Name is not a valid emoji name');
  if (target.awards.some((award) => award.name === name && award.userId === call.user.id)) {
    throw notFound('Award Emoji Name has already been taken');
  }
  const award = { id: nextId(call.gitlab, 'award'), name, userId: call.user.id, createdAt: call.now };
  target.awards.push(award);
  if (target.note !== null) target.note.updatedAt = call.now;
  announceAward(call, target, award, 'award');
  return answer(201, presentAward(call, target, award));
}

/** `DELETE …/award_emoji/:award_id`: one's own only; GitLab says 401 to everybody else. */
export function removeAward(call: ProjectCall): Answer {
  const target = awardable(call);
  const at = target.awards.findIndex((award) => award.id === Number(call.path.awardId));
  const award = target.awards[at];
  if (award === undefined) throw notFound();
  if (award.userId !== call.user.id) throw unauthorized();
  target.awards.splice(at, 1);
  if (target.note !== null) target.note.updatedAt = call.now;
  announceAward(call, target, award, 'revoke');
  return emptyAnswer(204);
}

function presentAward(call: ProjectCall, target: Awardable, award: AwardState) {
  return {
    id: award.id,
    name: award.name,
    user: userBasic(call.gitlab, call.url.origin, award.userId),
    created_at: timestamp(award.createdAt),
    updated_at: timestamp(award.createdAt),
    awardable_id: target.id,
    awardable_type: target.type,
    url: null,
  };
}
