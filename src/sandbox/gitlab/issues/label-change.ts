import { refusedByService } from '../answers.ts';
import { createLabel, defaultLabelColor, labelByTitle, labelsByTitle } from '../labels.ts';
import { managesIssues } from '../rights.ts';
import { type GitLabWorld, type IssueState, nextId } from '../state.ts';
import type { Writer } from './writer.ts';

/** What a caller wants of an issue's labels, by title. `set` replaces, the others add to and take from it. */
export interface LabelChange {
  readonly set?: readonly string[] | undefined;
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

/**
 * Changes labels the way GitLab does: (set or current) with `add`, without `remove`; unknown titles are
 * created, or dropped when the user may not create labels; on Premium the labels of one scope exclude one
 * another. One event per label, the added ones first (`docs/gitlab.md#labels`). Gives whether anything
 * changed.
 */
export function changeLabels(writer: Writer, issue: IssueState, change: LabelChange): boolean {
  const set = change.set === undefined ? undefined : labelIds(writer, change.set);
  const add = labelIds(writer, change.add ?? []);
  const remove = new Set(
    (change.remove ?? []).flatMap((title) =>
      labelsByTitle(writer.gitlab, writer.project, title).map((label) => label.id),
    ),
  );
  const wanted = new Set([...(set ?? issue.labelIds), ...add].filter((id) => !remove.has(id)));
  const order = [...add, ...(set ?? [])].filter((id) => wanted.has(id));
  const kept =
    writer.switches.tier === 'premium' ? withoutRivals(writer.gitlab, issue, wanted, order) : wanted;
  return writeLabels(writer, issue, [...kept]);
}

function labelIds(writer: Writer, titles: readonly string[]): number[] {
  const mayCreate = managesIssues(writer.access);
  const ids: number[] = [];
  for (const title of titles) {
    const known = labelByTitle(writer.gitlab, writer.project, title);
    const label =
      known ??
      (mayCreate
        ? createLabel(writer.gitlab, writer.project, { name: title, color: defaultLabelColor })
        : null);
    if (label !== null) ids.push(label.id);
  }
  return ids;
}

/**
 * Scoped exclusivity. Of a scope that holds more than one label and was added to, the last in the order of
 * the lists stays, which in a full `labels` list can be an old one. Two that were there before and nobody
 * added to both stay.
 */
function withoutRivals(
  gitlab: GitLabWorld,
  issue: IssueState,
  wanted: ReadonlySet<number>,
  order: readonly number[],
): Set<number> {
  const kept = new Set(wanted);
  const before = new Set(issue.labelIds);
  for (const scope of new Set(order.map((id) => scopeOf(gitlab, id)))) {
    if (scope === null) continue;
    const rivals = [...wanted].filter((id) => scopeOf(gitlab, id) === scope);
    if (rivals.length < 2 || rivals.every((id) => before.has(id))) continue;
    const winner = order.findLast((id) => scopeOf(gitlab, id) === scope);
    for (const id of rivals) if (id !== winner) kept.delete(id);
  }
  return kept;
}

/** Everything before the last `::` of a title; null: the label has no scope. */
function scopeOf(gitlab: GitLabWorld, labelId: number): string | null {
  const name = gitlab.labels[labelId]?.name ?? '';
  const at = name.lastIndexOf('::');
  return at <= 0 ? null : name.slice(0, at);
}

function writeLabels(writer: Writer, issue: IssueState, ids: readonly number[]): boolean {
  const before = new Set(issue.labelIds);
  const after = new Set(ids);
  const added = ids.filter((id) => !before.has(id));
  const removed = issue.labelIds.filter((id) => !after.has(id));
  const { labelCap } = writer.switches;
  if (added.length > 0 && ids.length > labelCap && ids.length > before.size) {
    throw refusedByService(`Cannot add more than ${labelCap} labels to a work item.`);
  }
  if (added.length + removed.length === 0) return false;
  issue.labelIds = [...ids];
  for (const labelId of added) addEvent(writer, issue, labelId, 'add');
  for (const labelId of removed) addEvent(writer, issue, labelId, 'remove');
  issue.updatedAt = writer.now;
  return true;
}

function addEvent(writer: Writer, issue: IssueState, labelId: number, action: 'add' | 'remove'): void {
  issue.labelEvents.push({
    id: nextId(writer.gitlab, 'labelEvent'),
    userId: writer.user.id,
    createdAt: writer.now,
    labelId,
    action,
  });
}
