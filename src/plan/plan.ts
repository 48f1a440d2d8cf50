import { createHash } from 'node:crypto';
import type { Instant } from '../domain/snapshot.ts';
import type { Action, IssueAction, WriteRecord } from './action.ts';

/** The steps of a run, in their order. */
export const steps = [
  'validate',
  'assign',
  'follow-up',
  'salesforce',
  'slack',
  'digest',
  'board',
  'publish',
  'setup',
] as const;

export type Step = (typeof steps)[number];

/** What one step wants to do. */
export interface StepActions {
  readonly step: Step;
  readonly actions: readonly Action[];
}

/** Additions that a cap has left for the next run. */
export interface LeftOver {
  readonly kind: Action['kind'];
  readonly count: number;
}

/** Removals that a stop holds back until somebody allows them. */
export interface Held {
  readonly kind: Action['kind'];
  readonly count: number;
  /** The flag that lets them pass, such as `--allow removals=7`. */
  readonly allow: string;
}

/** Everything one run is going to write, in order. */
export interface Plan {
  /** The moment it was planned for. Not part of the digest. */
  readonly now: Instant;
  /** SHA-256 over the canonical actions: two plans with one digest write the same. */
  readonly digest: string;
  readonly actions: readonly Action[];
  readonly leftOver: readonly LeftOver[];
  readonly held: readonly Held[];
  /** What kept a step or an issue out of the plan, one sentence each, with what to do. */
  readonly problems: readonly string[];
}

/** A plan of the actions of all steps, with consecutive edits of one record made one. */
export function makePlan(input: {
  now: Instant;
  steps: readonly StepActions[];
  leftOver: readonly LeftOver[];
  held: readonly Held[];
  problems: readonly string[];
}): Plan {
  const actions = mergeRecordWrites(input.steps.flatMap((each) => each.actions));
  return {
    now: input.now,
    digest: digestOf(actions),
    actions,
    leftOver: input.leftOver,
    held: input.held,
    problems: input.problems,
  };
}

/** The digest of some actions, with what they expect and without clock or run. */
export function digestOf(actions: readonly Action[]): string {
  return createHash('sha256').update(canonicalJson(actions)).digest('hex');
}

/** JSON with sorted keys, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Whether an action belongs to one issue. */
export function isIssueAction(action: Action): action is IssueAction {
  return 'issue' in action;
}

/** Number of the issue that an action belongs to, a request or a card; null: to none. */
export function issueOf(action: Action): number | null {
  if (isIssueAction(action)) return action.issue;
  return 'card' in action ? action.card : null;
}

/**
 * One edit instead of several where nobody could read what stood there in between: two writes of one record with
 * nothing else of that issue between them become the later one, and a write that only notes outcomes is left to
 * the next one. The intention stands in the record before anything outside happens, so a run that ends early
 * finds out by looking.
 */
function mergeRecordWrites(actions: readonly Action[]): Action[] {
  const merged: (Action | null)[] = [];
  const lastOfIssue = new Map<number, number>();
  const outcomes = new Map<number, number>();
  for (const action of actions) {
    if (!isIssueAction(action)) {
      merged.push(action);
      continue;
    }
    const current = action.kind === 'record.write' ? withoutWaiting(action, merged, outcomes) : action;
    const last = lastOfIssue.get(action.issue) ?? -1;
    const before = merged[last] ?? null;
    if (current.kind === 'record.write' && before?.kind === 'record.write') {
      merged[last] = combined(before, current);
      continue;
    }
    if (current.kind === 'record.write' && current.outcomeOnly === true)
      outcomes.set(action.issue, merged.length);
    lastOfIssue.set(action.issue, merged.length);
    merged.push(current);
  }
  return merged.filter((action) => action !== null);
}

/** Takes a waiting outcome out of the list; the write that comes instead expects what that one expected. */
function withoutWaiting(
  action: WriteRecord,
  merged: (Action | null)[],
  outcomes: Map<number, number>,
): WriteRecord {
  const at = outcomes.get(action.issue) ?? -1;
  const waiting = merged[at] ?? null;
  outcomes.delete(action.issue);
  if (waiting?.kind !== 'record.write') return action;
  merged[at] = null;
  return { ...action, note: waiting.note, expect: waiting.expect };
}

function combined(before: WriteRecord, after: WriteRecord): WriteRecord {
  const why = before.why === after.why ? after.why : `${before.why}; ${after.why}`;
  const mentions = [...new Set([...before.mentions, ...after.mentions])];
  const { outcomeOnly: _, ...rest } = after;
  const waits = before.outcomeOnly === true && after.outcomeOnly === true;
  const write = { ...rest, note: before.note, expect: before.expect, mentions, why };
  return waits ? { ...write, outcomeOnly: true } : write;
}
