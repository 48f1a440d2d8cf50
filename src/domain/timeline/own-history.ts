import { findForeignRecord } from '../record/find-notes.ts';
import type { IssueFacts, Note } from '../snapshot.ts';

/**
 * The issue without the history it was copied with. A clone brings along the label events and comments of the
 * original with their authors and times, and so does a moved issue (`docs/gitlab.md#events`): what is from before the
 * issue existed, from up to GitLab's own note that it was moved here, or from before the last edit of a record that
 * names another issue, is somebody else's past. The desk's own comments stay, since each says which issue it is about.
 */
export function ownHistory(issue: IssueFacts, deskIds: readonly number[]): IssueFacts {
  const copied = findForeignRecord(issue, deskIds);
  const since = Math.max(issue.createdAt, copied === null ? 0 : copied.updatedAt + 1, movedAt(issue) + 1);
  const isOwn = ({ at }: { readonly at: number }): boolean => at >= since;
  const isTold = (note: Note): boolean => isOwn(note) || (deskIds.includes(note.author.id) && !note.system);
  const { labelEvents, stateEvents, notes } = issue;
  if (labelEvents.every(isOwn) && stateEvents.every(isOwn) && notes.every(isTold)) return issue;
  return {
    ...issue,
    labelEvents: labelEvents.filter(isOwn),
    stateEvents: stateEvents.filter(isOwn),
    notes: notes.filter(isTold),
  };
}

/** When the issue was moved or cloned here, 0: never. Only GitLab writes system notes. */
function movedAt({ notes }: IssueFacts): number {
  const arrivals = notes.filter(({ system, body }) => system && /^(?:moved|cloned) from /u.test(body));
  return Math.max(0, ...arrivals.map(({ at }) => at));
}
