import { type GitLabWorld, type IssueState, nextId } from '../state.ts';
import type { Writer } from './writer.ts';

/**
 * Writes what GitLab itself notes about a change. Assignment, title, description, confidentiality and moves
 * are notes; labels and states are events and never notes (`docs/gitlab.md#events`).
 */
export function addSystemNote(writer: Writer, issue: IssueState, body: string): void {
  issue.notes.push({
    id: nextId(writer.gitlab, 'note'),
    authorId: writer.user.id,
    body,
    createdAt: writer.now,
    updatedAt: writer.now,
    system: true,
    internal: false,
    awards: [],
  });
  issue.updatedAt = writer.now;
}

/** GitLab's sentence about a change of assignees; null: nobody came or went. */
export function assignmentText(
  gitlab: GitLabWorld,
  before: readonly number[],
  after: readonly number[],
): string | null {
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const parts: string[] = [];
  if (added.length > 0) parts.push(`assigned to ${mentions(gitlab, added)}`);
  if (removed.length > 0) parts.push(`unassigned ${mentions(gitlab, removed)}`);
  return parts.length === 0 ? null : parts.join(' and ');
}

function mentions(gitlab: GitLabWorld, ids: readonly number[]): string {
  const names = ids.map((id) => `@${gitlab.users[id]?.username ?? 'ghost'}`);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
