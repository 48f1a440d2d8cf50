import type { Finding } from '../finding.ts';
import { before, type Seen, type SeenIssue } from '../seen.ts';
import { type Step, stepsOf } from '../steps.ts';
import { mayLead } from '../transitions.ts';

/** 8: the desk moves a request only as the table says, and notes it in the record first. */
export function transitions(seen: Seen): Finding[] {
  return seen.issues.flatMap((issue) => stepsOf(seen, issue).flatMap((step) => judge(issue, step)));
}

/** States whose label moves only after the record has noted what it was decided on. */
const noted: readonly string[] = [
  'awaiting-approval',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
  'awaiting-feedback',
  'completed',
  'declined',
  'cancelled',
];

/** A request that only ever had problems has no record; one that was shown has, and it says so first. */
function hasToBeNoted(to: string, isKnown: boolean): boolean {
  return noted.includes(to) || (to === 'needs-info' && isKnown);
}

function judge(issue: SeenIssue, { call, to, from, own }: Step): Finding[] {
  const finding = (what: string): Finding => ({
    invariant: 8,
    issue: issue.iid,
    what: `${what} (call ${call.seq})`,
  });
  if (to === 'approved') return [finding('the desk itself set request::approved')];
  const findings: Finding[] = [];
  if (!from.some((state) => mayLead(state, to))) findings.push(finding(`${from.join(' or ')} → ${to}`));
  const record = before(issue.records, call.seq);
  const isNoted = record?.decided.some((each) => each.to === to) ?? false;
  if (hasToBeNoted(to, record !== null) && !isNoted && !own.includes(to)) {
    findings.push(finding(`${to} was set before the record said so`));
  }
  return findings;
}
