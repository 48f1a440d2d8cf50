import type { Instant, LabelEvent, UserRef } from '../snapshot.ts';
import { byEventId } from '../timeline/fold-labels.ts';
import type { ItemHistory } from './facts.ts';

/** One label of a scope set or taken off. */
export interface ScopeChange {
  readonly label: number;
  /** What stands behind `scope::`. */
  readonly value: string;
  readonly action: 'add' | 'remove';
  readonly at: Instant;
  /** Null: the account is gone. */
  readonly user: UserRef | null;
}

/** An issue as far as its labels tell how far it has come. */
interface Labelled {
  readonly submittedAt: Instant;
  readonly labelEvents: readonly LabelEvent[];
}

/**
 * The changes of one label scope that count, by event id, since ids and not times say what came first. A time that
 * runs backwards is taken as the one before it. What lies before the submission came along with a moved or cloned
 * issue; a deleted label has no name any more.
 */
export function scopeChanges(
  { labelEvents, submittedAt }: Labelled,
  scope: string,
  counts: (change: ScopeChange) => boolean = () => true,
): ScopeChange[] {
  const prefix = `${scope}::`;
  const own = labelEvents.filter(({ label }) => label?.name.startsWith(prefix));
  const changes: ScopeChange[] = [];
  let clock = submittedAt;
  for (const { label, action, at, user } of byEventId(own)) {
    if (label === null || at < submittedAt) continue;
    const value = label.name.slice(prefix.length);
    const change = { label: label.id, value, action, at: Math.max(clock, at), user };
    if (!counts(change)) continue;
    clock = change.at;
    changes.push(change);
  }
  return changes;
}

/**
 * The labels of the scope that are on the issue after one more change, by label id, the one that was added last at
 * the end: while two are there, as a click on GitLab Free leaves them, that one says how far the issue has come.
 */
export function presentAfter(present: readonly ScopeChange[], change: ScopeChange): readonly ScopeChange[] {
  const others = present.filter(({ label }) => label !== change.label);
  return change.action === 'add' ? [...others, change] : others;
}

/** The change that has set the value which stood right before an instant; null: none stood. */
export function standingAt(changes: readonly ScopeChange[], instant: Instant): ScopeChange | null {
  let present: readonly ScopeChange[] = [];
  for (const change of changes) {
    if (change.at >= instant) break;
    present = presentAfter(present, change);
  }
  return present.at(-1) ?? null;
}

const itemsFolded = new WeakMap<object, Map<string, readonly ScopeChange[]>>();

/**
 * All changes of one scope of an item. They depend on the item alone and are asked for in each group and period, so
 * that they are folded once.
 */
export function itemChanges(item: ItemHistory, scope: string): readonly ScopeChange[] {
  const known = itemsFolded.get(item) ?? new Map<string, readonly ScopeChange[]>();
  itemsFolded.set(item, known);
  const changes = known.get(scope) ?? scopeChanges(item, scope);
  known.set(scope, changes);
  return changes;
}

/**
 * The value of a scope that stood right before an instant, so that what is set later changes no month that is over;
 * null: none stood. Without a single event `today` holds: labels that an import brought along leave none.
 */
export function valueAt(
  item: ItemHistory,
  scope: string,
  instant: Instant,
  today: string | null,
): string | null {
  const changes = itemChanges(item, scope);
  return changes.length === 0 ? today : (standingAt(changes, instant)?.value ?? null);
}

/** Key of the area that an item belonged to right before an instant; `other`: to none. */
export function itemAreaAt(item: ItemHistory, instant: Instant): string {
  return valueAt(item, 'area', instant, item.areaKey) ?? 'other';
}
