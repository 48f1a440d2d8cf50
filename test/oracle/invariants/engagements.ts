import { field, pathOf, text } from '../call.ts';
import type { Finding } from '../finding.ts';
import { targetOf } from '../history.ts';
import { keyIn } from '../marker.ts';
import type { Call } from '../outside.ts';
import { before, deskWrote, type Seen, type SeenIssue } from '../seen.ts';
import { stepsOf, stepsTo } from '../steps.ts';

/**
 * 8: after the assignment (`docs/rules.md#after-assignment`, `docs/rules.md#feedback`) a request is engaged only on
 * the SME's own word, asked about only when its meeting is over, and completed once.
 */
export function engagements(seen: Seen): Finding[] {
  return seen.issues.flatMap((issue) => {
    const whats = [...unaccepted(seen, issue), ...askedTooSoon(seen, issue), ...completedTwice(seen, issue)];
    return whats.map((what) => ({ invariant: 8, issue: issue.iid, what }));
  });
}

function unaccepted(seen: Seen, issue: SeenIssue): string[] {
  return stepsTo(seen, issue, 'engaged').flatMap(({ call, from }) => {
    const decision = before(issue.records, call.seq)?.decision ?? null;
    if (decision === null) return [`engaged without an SME (call ${call.seq})`];
    // Approved again, it goes back to the SME who had accepted before.
    const oldest = from.includes('changed') ? 1 : decision.number;
    const numbers = Array.from({ length: decision.number - oldest + 1 }, (_, index) => oldest + index);
    const said = numbers.some((number) => isAccepted(seen, issue, { ...decision, number }, call.seq));
    return said ? [] : [`engaged, and ${decision.username} has not accepted (call ${call.seq})`];
  });
}

/** The comment that told a decision: its id, and the call that wrote it. */
function told(seen: Seen, issue: SeenIssue, number: number): { id: number; seq: number } | null {
  const is = (body: string): boolean => keyIn(body)?.key === `assigned:${number}`;
  const note = issue.deskNotes.find(({ body }) => is(body));
  const call = issue.calls.find((each) => deskWrote(seen, each) && is(text(each, 'body')));
  return note === undefined || call === undefined ? null : { id: note.id, seq: call.seq };
}

function isAccepted(
  seen: Seen,
  issue: SeenIssue,
  { number, username }: { readonly number: number; readonly username: string },
  seq: number,
): boolean {
  const asked = told(seen, issue, number);
  if (asked === null) return false;
  return issue.calls.some((call) => {
    const isTheirs = call.write && call.applied && call.actor === username;
    if (!isTheirs || call.seq <= asked.seq || call.seq >= seq) return false;
    const isThumb = /^(?:thumbsup|\+1)(?:_tone\d)?$/.test(text(call, 'name'));
    return isThumb && pathOf(call).endsWith(`/notes/${asked.id}/award_emoji`) ? true : saysAccept(call);
  });
}

/** The first line that has words, bold marks taken off; what only the team can read is no answer. */
function saysAccept(call: Call): boolean {
  const [first = ''] = text(call, 'body').replaceAll('*', '').trim().split(/\s/, 1);
  const isInternal = [true, 'true'].some((each) => each === field(call, 'internal'));
  return pathOf(call).endsWith('/notes') && !isInternal && /^accept(?:ed)?\W*$/i.test(first);
}

/** The label and the comment alike: after the end, or on the date once somebody has closed the issue. */
function askedTooSoon(seen: Seen, issue: SeenIssue): string[] {
  const prompts = issue.calls.filter((call) => {
    const isNote = deskWrote(seen, call) && targetOf(call, seen.project)?.rest === '/notes';
    return isNote && /^feedback:\d+$/.test(keyIn(text(call, 'body'))?.key ?? '');
  });
  const steps = stepsTo(seen, issue, 'awaiting-feedback').map(({ call }) => call);
  return [...prompts, ...steps].flatMap((call) => {
    const decision = before(issue.records, call.seq)?.decision ?? null;
    if (decision === null) return [`asked how a meeting was that nobody decided on (call ${call.seq})`];
    const closed = issue.stateEvents.findLast((event) => event.seq < call.seq)?.state === 'closed';
    const since = closed ? (decision.parts.at(-1)?.start ?? decision.start) : decision.end;
    return call.at >= since ? [] : [`asked how the meeting was before it was over (call ${call.seq})`];
  });
}

function completedTwice(seen: Seen, issue: SeenIssue): string[] {
  const states = stepsOf(seen, issue).map(({ to }) => to);
  const times = states.filter((to, index) => to === 'completed' && states[index - 1] !== to).length;
  return times <= 1 ? [] : [`completed ${times} times`];
}
