import type { Instant } from '../snapshot.ts';
import { type RequestState, requestStates } from '../workflow/request-state.ts';
import type { Interval, RequestHistory } from './facts.ts';
import { presentAfter, type ScopeChange, scopeChanges } from './item-states.ts';

/** A stretch of time that a request spent in one state. Never empty. */
export interface StateInterval extends Interval {
  readonly state: RequestState;
}

/** The states of one request up to a cut-off. */
export interface StateHistory {
  /** In order of time, none overlaps another; gaps are times without a label of the scope. */
  readonly intervals: readonly StateInterval[];
  /** When a state was first set. Also states that were left in the same second. */
  readonly firstSet: ReadonlyMap<RequestState, Instant>;
}

const states = new Map<string, RequestState>(requestStates.map((state) => [state, state]));

/** The state that a change is about; null: a value nobody configured. */
function stateOf({ value }: ScopeChange): RequestState | null {
  return states.get(value) ?? null;
}

/**
 * A person's click on a state that only the desk sets: it is undone by the desk and counts for nothing. Events
 * of a deleted account count, because a revoked token of the desk ends as one (`docs/gitlab.md#members`).
 */
function isForeign({ user }: ScopeChange, state: RequestState, desk: readonly number[] | null): boolean {
  if (desk === null || user === null || user.username === 'ghost') return false;
  if (state === 'approved' || state === 'declined') return false;
  return !desk.includes(user.id);
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
  let present: readonly ScopeChange[] = [];
  let current: RequestState | null = null;
  let since = history.submittedAt;

  const endInterval = (to: Instant): void => {
    if (current !== null && to > since) intervals.push({ state: current, from: since, to });
    since = to;
  };

  const changes = scopeChanges(history, 'request', (change) => {
    const state = stateOf(change);
    return state !== null && !isForeign(change, state, desk);
  });
  for (const change of changes) {
    if (change.at >= cutOff) break;
    const state = stateOf(change);
    if (state !== null && change.action === 'add' && !firstSet.has(state)) firstSet.set(state, change.at);
    present = presentAfter(present, change);
    const last = present.at(-1);
    const next = last === undefined ? null : stateOf(last);
    if (next === current) continue;
    endInterval(change.at);
    current = next;
  }
  endInterval(cutOff);
  return { intervals, firstSet };
}
