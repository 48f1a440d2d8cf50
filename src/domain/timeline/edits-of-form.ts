import type { Instant, IssueFacts, UserRef } from '../snapshot.ts';

/** One edit of an issue's description, as GitLab's system note tells it. */
export interface FormEdit {
  /** Id of the system note. */
  readonly note: number;
  readonly user: UserRef;
  readonly at: Instant;
}

/** GitLab notes an edit in words, and a ticked box in others (`docs/gitlab.md#notes`). */
const edited = /^(?:changed the description|marked the (?:checklist item|task)\b)/u;

/** Every edit of the description, oldest first. The words are GitLab's, and only its own system notes count. */
export function editsOfForm(issue: IssueFacts): FormEdit[] {
  return issue.notes
    .flatMap(({ id, system, body, author, at }) =>
      system && typeof id === 'number' && edited.test(body) ? [{ note: id, user: author, at }] : [],
    )
    .sort((a, b) => a.note - b.note);
}
