import { findForeignRecord } from '../record/find-notes.ts';
import type { IssueFacts } from '../snapshot.ts';

/**
 * The issue without the history it was copied with. A clone brings along the label events of the original with
 * their authors and times, a moved issue its comments too (`docs/gitlab.md#events`): events from before the
 * issue existed, or from before the last edit of a record that names another issue, are somebody else's past.
 */
export function ownHistory(issue: IssueFacts, deskIds: readonly number[]): IssueFacts {
  const copied = findForeignRecord(issue, deskIds);
  const since = Math.max(issue.createdAt, copied === null ? 0 : copied.updatedAt + 1);
  if (since <= issue.createdAt && issue.labelEvents.every((event) => event.at >= since)) return issue;
  return {
    ...issue,
    labelEvents: issue.labelEvents.filter((event) => event.at >= since),
    stateEvents: issue.stateEvents.filter((event) => event.at >= since),
  };
}
