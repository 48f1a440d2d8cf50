import type { Instant, IssueFacts, UserRef } from '../snapshot.ts';

/** One change of an issue's assignees, as GitLab's system note tells it. Usernames as they were then. */
export interface AssignmentChange {
  /** Id of the system note. */
  readonly note: number;
  readonly by: UserRef;
  readonly at: Instant;
  readonly came: readonly string[];
  readonly went: readonly string[];
}

const change = /^(?:assigned to (@.+?))?(?:(?: and )?unassigned (@.+))?$/u;
const name = /@([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)/gu;

/**
 * Every change of assignees, oldest first. GitLab has no events for them; the words and the author of its own system
 * notes are what there is (`docs/gitlab.md#notes`).
 */
export function assignmentsOf(issue: IssueFacts): AssignmentChange[] {
  return issue.notes
    .flatMap(({ id, system, body, author, at }) => {
      if (!system || typeof id !== 'number') return [];
      const [, assigned, unassigned] = change.exec(body.trim()) ?? [];
      const [came, went] = [namesIn(assigned), namesIn(unassigned)];
      return came.length + went.length === 0 ? [] : [{ note: id, by: author, at, came, went }];
    })
    .sort((a, b) => a.note - b.note);
}

function namesIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(name)].map((match) => match[1] ?? '');
}
