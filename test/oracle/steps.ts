import { list } from './call.ts';
import { targetOf } from './history.ts';
import type { Call } from './outside.ts';
import { before, deskWrote, type Seen, type SeenIssue } from './seen.ts';
import { stateIn } from './transitions.ts';

/** One step of the desk: which state it set, and which of its own states it can have come from. */
export interface Step {
  readonly call: Call;
  readonly to: string;
  readonly from: readonly string[];
  /** Of `from` those that the desk itself had set. */
  readonly own: readonly string[];
}

/** The desk's own changes of an issue: labels, assignees, closing and opening. */
export function ownUpdates(seen: Seen, issue: SeenIssue): Call[] {
  return issue.calls.filter(
    (call) => deskWrote(seen, call) && call.method === 'PUT' && targetOf(call, seen.project)?.rest === '',
  );
}

function statesSet(call: Call): string[] {
  return [...list(call, 'add_labels'), ...list(call, 'labels')].flatMap((label) => stateIn(label) ?? []);
}

/**
 * The desk's steps. A second run in the same moment may still carry out what it planned before, so each state of
 * that moment counts as one it can have come from.
 */
export function stepsOf(seen: Seen, issue: SeenIssue): Step[] {
  const held: { state: string; until: number }[] = [{ state: 'none', until: Number.POSITIVE_INFINITY }];
  const steps: Step[] = [];
  for (const call of ownUpdates(seen, issue)) {
    for (const to of statesSet(call)) {
      const own = held.filter((each) => each.until >= call.at).map((each) => each.state);
      steps.push({ call, to, from: [...own, ...implied(issue, call, own)], own });
      const last = held.at(-1);
      if (last !== undefined) last.until = call.at;
      held.push({ state: to, until: Number.POSITIVE_INFINITY });
    }
  }
  return steps;
}

/** The steps that led somewhere else: a label that was put back is none. */
export function stepsTo(seen: Seen, issue: SeenIssue, state: string): Step[] {
  return stepsOf(seen, issue).filter(({ to, own }) => to === state && !own.includes(state));
}

/** What people set and the desk only took note of: an approval that counts, a decline that closed the issue. */
function implied(issue: SeenIssue, call: Call, from: readonly string[]): string[] {
  const record = before(issue.records, call.seq);
  const approved = record?.approval !== null && record !== null;
  const waits = from.includes('awaiting-approval') || from.includes('changed');
  const closed = issue.stateEvents.some((event) => event.seq < call.seq && event.state === 'closed');
  return [...(approved && waits ? ['approved'] : []), ...(closed ? ['declined', 'cancelled'] : [])];
}
