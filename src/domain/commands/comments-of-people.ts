import type { IssueFacts, Note } from '../snapshot.ts';

/** A comment that somebody wrote, for everybody on the issue to read. */
export interface PersonalComment extends Note {
  readonly id: number;
}

/** What people have written on an issue, oldest first: no system notes, no internal ones, nothing of the desk's. */
export function commentsOfPeople(issue: IssueFacts, deskIds: readonly number[]): PersonalComment[] {
  return issue.notes
    .flatMap((note) => {
      const { id } = note;
      if (typeof id !== 'number' || note.system || note.internal) return [];
      return deskIds.includes(note.author.id) ? [] : [{ ...note, id }];
    })
    .sort((a, b) => a.id - b.id);
}

/** The highest comment id on an issue as read, 0 for none. */
export function lastNoteId(issue: IssueFacts): number {
  return issue.notes.reduce(
    (highest, { id }) => (typeof id === 'number' ? Math.max(highest, id) : highest),
    0,
  );
}
