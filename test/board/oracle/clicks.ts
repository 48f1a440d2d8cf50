import type { IssueState } from '../../../src/sandbox/gitlab/state.ts';
import type { Seen } from './see.ts';

/** What one person did to the labels of a scope at one moment: GitLab writes an event for each label. */
export interface Click {
  /** Of its last event. */
  readonly event: number;
  /** All its events. */
  readonly events: readonly number[];
  readonly by: number;
  readonly at: number;
  /** Values that were set, in order. */
  readonly set: readonly string[];
  /** Values that were taken off. */
  readonly off: readonly string[];
}

/** The clicks of everybody in a scope, in order, with the names that labels have now; a nameless label is none. */
export function clicksIn(world: Seen, issue: IssueState, scope: string): Click[] {
  const clicks: Click[] = [];
  for (const { id, userId, createdAt, labelId, action } of issue.labelEvents.toSorted(
    (a, b) => a.id - b.id,
  )) {
    const name = world.gitlab.labels[labelId]?.name ?? '';
    if (userId === null || createdAt < issue.createdAt || !name.startsWith(scope)) continue;
    const value = name.slice(scope.length);
    const last = clicks.at(-1);
    const isSame = last !== undefined && last.by === userId && last.at === createdAt;
    const click = isSame ? last : { event: id, events: [], by: userId, at: createdAt, set: [], off: [] };
    const grown: Click = {
      ...click,
      event: id,
      events: [...click.events, id],
      set: action === 'add' ? [...click.set, value] : click.set,
      off: action === 'remove' ? [...click.off, value] : click.off,
    };
    if (isSame) clicks[clicks.length - 1] = grown;
    else clicks.push(grown);
  }
  return clicks;
}
