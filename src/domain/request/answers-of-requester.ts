import { commentsOfPeople } from '../commands/comments-of-people.ts';
import type { Instant } from '../snapshot.ts';
import { editsOfForm } from '../timeline/edits-of-form.ts';
import type { RequestView } from './request-view.ts';

/** Something the requester has said: a comment that all can read, or an edit of the form. */
export interface Answer {
  /** Id of the comment, or of GitLab's own note about the edit. */
  readonly note: number;
  readonly at: Instant;
}

/** Everything the requester has said on a request, oldest first (`docs/rules.md#approval`). */
export function answersOfRequester({ issue, facts }: RequestView): Answer[] {
  const comments = commentsOfPeople(issue, facts.deskIds).filter(
    (each) => each.author.id === issue.author.id,
  );
  const edits = editsOfForm(issue).filter((each) => each.user.id === issue.author.id);
  return [
    ...comments.map(({ id, at }) => ({ note: id, at })),
    ...edits.map(({ note, at }) => ({ note, at })),
  ].sort((a, b) => a.note - b.note);
}
