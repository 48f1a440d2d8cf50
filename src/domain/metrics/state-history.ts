import type { Instant, LabelEvent } from '../snapshot.ts';
import { byEventId } from '../timeline/fold-labels.ts';
import { type RequestState, stateOfLabel } from '../workflow/request-state.ts';
import type { Interval, RequestHistory } from './facts.ts';

/** A stretch of time that a request spent in one state. Never empty. */
interface StateInterval extends Interval {
  readonly state: RequestState;
}

/** The states of one request up to a cut-off. */
export interface StateHistory {
  /** In order of time, none overlaps another; gaps are times without a label of the scope. */
  readonly intervals: readonly StateInterval[];
  /** When a state was first set. Also states that were left in the same second. */
  readonly firstSet: ReadonlyMap<RequestState, Instant>;
}

interface LabelChange {
  readonly label: number;
  readonly state: RequestState;
  readonly action: 'add' | 'remove';
  readonly at: Instant;
}

/**
 * A person's click on a state that only the desk sets: it is undone by the desk and counts for nothing. Events
 * of a deleted account count, because a revoked token of the desk ends as one (`docs/gitlab.md#members`).
 */
function isForeign(event: LabelEvent, state: RequestState, desk: readonly number[] | null): boolean {
  if (desk === null || event.user === null || event.user.username === 'ghost') return false;
  if (state === 'approved' || state === 'declined') return false;
  return !desk.includes(event.user.id);
}

/**
 * The changes that count, by event id, since ids and not times say what came first. A time that runs backwards
 * is taken as the one before it. What lies before the submission came along with a moved or cloned issue.
 */
function labelChanges(
  history: RequestHistory,
  cutOff: Instant,
  desk: readonly number[] | null,
): LabelChange[] {
  const changes: LabelChange[] = [];
  let clock = history.submittedAt;
  for (const event of byEventId(history.labelEvents)) {
    const state = event.label === null ? null : stateOfLabel(event.label.name);
    if (event.label === null || state === null || event.at < history.submittedAt) continue;
    if (isForeign(event, state, desk)) continue;
    clock = Math.max(clock, event.at);
    if (clock >= cutOff) break;
    changes.push({ label: event.label.id, state, action: event.action, at: clock });
  }
  return changes;
}

/**
 * Folds the label events of a request, by label id, into half-open intervals per state
 * (`docs/rules.md#metrics`). While two labels of the scope are on the issue, as a click on GitLab Free leaves
 * them, the one that was added last is the state. `desk` names the desk's own user ids; null: not known, and
 * everybody's changes count.
 */
export function stateHistory(
  history: RequestHistory,
  cutOff: Instant,
  desk: readonly number[] | null = null,
): StateHistory {
  const intervals: StateInterval[] = [];
  const firstSet = new Map<RequestState, Instant>();
  let present: readonly LabelChange[] = [];
  let since = history.submittedAt;

  const endInterval = (to: Instant): void => {
    const state = present.at(-1)?.state;
    if (state !== undefined && to > since) intervals.push({ state, from: since, to });
    since = to;
  };

  for (const change of labelChanges(history, cutOff, desk)) {
    const others = present.filter((label) => label.label !== change.label);
    const next = change.action === 'add' ? [...others, change] : others;
    if (change.action === 'add' && !firstSet.has(change.state)) firstSet.set(change.state, change.at);
    if (next.at(-1)?.state !== present.at(-1)?.state) endInterval(change.at);
    present = next;
  }
  endInterval(cutOff);
  return { intervals, firstSet };
}
