import { field, list } from '../call.ts';
import type { Finding } from '../finding.ts';
import { targetOf } from '../history.ts';
import type { Call } from '../outside.ts';
import { before, deskWrote, type Seen, type SeenIssue } from '../seen.ts';
import { final, mayLead, stateIn } from '../transitions.ts';

/** One step of the desk: which state it set, and which of its own states it can have come from. */
interface Step {
  readonly call: Call;
  readonly to: string;
  readonly from: readonly string[];
}

/** 8: the desk moves a request only as the table says, and notes it in the record first. */
export function transitions(seen: Seen): Finding[] {
  return seen.issues.flatMap((issue) => [
    ...stepsOf(seen, issue).flatMap((step) => judge(issue, step)),
    ...closings(seen, issue),
  ]);
}

function ownUpdates(seen: Seen, issue: SeenIssue): Call[] {
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
function stepsOf(seen: Seen, issue: SeenIssue): Step[] {
  const held: { state: string; until: number }[] = [{ state: 'none', until: Number.POSITIVE_INFINITY }];
  const steps: Step[] = [];
  for (const call of ownUpdates(seen, issue)) {
    for (const to of statesSet(call)) {
      const from = held.filter((each) => each.until >= call.at).map((each) => each.state);
      steps.push({ call, to, from: [...from, ...implied(issue, call, from)] });
      const last = held.at(-1);
      if (last !== undefined) last.until = call.at;
      held.push({ state: to, until: Number.POSITIVE_INFINITY });
    }
  }
  return steps;
}

/** What people set and the desk only took note of: an approval that counts, a decline that closed the issue. */
function implied(issue: SeenIssue, call: Call, from: readonly string[]): string[] {
  const record = before(issue.records, call.seq);
  const approved = record?.approval !== null && record !== null;
  const waits = from.includes('awaiting-approval') || from.includes('changed');
  const closed = issue.stateEvents.some((event) => event.seq < call.seq && event.state === 'closed');
  return [...(approved && waits ? ['approved'] : []), ...(closed ? ['declined', 'cancelled'] : [])];
}

/** States whose label moves only after the record has noted what it was decided on. */
const noted: readonly string[] = [
  'awaiting-approval',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
  'declined',
];

function judge(issue: SeenIssue, { call, to, from }: Step): Finding[] {
  const finding = (what: string): Finding => ({
    invariant: 8,
    issue: issue.iid,
    what: `${what} (call ${call.seq})`,
  });
  if (to === 'approved') return [finding('the desk itself set request::approved')];
  const findings: Finding[] = [];
  if (!from.some((state) => mayLead(state, to))) findings.push(finding(`${from.join(' or ')} → ${to}`));
  const record = before(issue.records, call.seq);
  const unnoted = noted.includes(to) && !(record?.decided.some((each) => each.to === to) ?? false);
  if (unnoted && !from.includes(to)) findings.push(finding(`${to} was set before the record said so`));
  return findings;
}

/** The desk closes a request only where it ends, and reopens it only when somebody else had closed it. */
function closings(seen: Seen, issue: SeenIssue): Finding[] {
  return ownUpdates(seen, issue).flatMap((call): Finding[] => {
    if (field(call, 'state_event') !== 'close') return [];
    const own = stepsOf(seen, issue).findLast((step) => step.call.seq <= call.seq)?.to ?? 'none';
    const byPeople = issue.labelEvents.findLast((event) => event.seq < call.seq && event.action === 'add');
    const ends = final.includes(own) || stateIn(byPeople?.label ?? '') === 'declined';
    if (ends || issue.author?.bot === true) return [];
    return [{ invariant: 8, issue: issue.iid, what: `the desk closed it while ${own} (call ${call.seq})` }];
  });
}
