import { field } from '../call.ts';
import type { Finding } from '../finding.ts';
import type { Call } from '../outside.ts';
import { decidersOf } from '../rules.ts';
import { before, type Seen, type SeenIssue } from '../seen.ts';
import { ownUpdates, stepsOf } from '../steps.ts';
import { final, stateIn } from '../transitions.ts';

/**
 * 8: the desk closes a request only where it ends, and opens again, once, only what somebody has closed whose closing
 * means nothing, or the SME (`docs/rules.md#approval`).
 */
export function closings(seen: Seen): Finding[] {
  return seen.issues.flatMap((issue) => {
    const updates = ownUpdates(seen, issue);
    const closed = updates.filter((call) => field(call, 'state_event') === 'close');
    const opened = updates.filter((call) => field(call, 'state_event') === 'reopen');
    const whats = [
      ...closed.flatMap((call) => wrongClosing(seen, issue, call)),
      ...opened.flatMap((call) => wrongOpening(seen, issue, call)),
      ...openedTwice(seen, issue),
    ];
    return whats.map((what) => ({ invariant: 8, issue: issue.iid, what }));
  });
}

function wrongClosing(seen: Seen, issue: SeenIssue, call: Call): string[] {
  const own = stepsOf(seen, issue).findLast((step) => step.call.seq <= call.seq)?.to ?? 'none';
  const byPeople = issue.labelEvents.findLast((event) => event.seq < call.seq && event.action === 'add');
  const ends = final.includes(own) || stateIn(byPeople?.label ?? '') === 'declined';
  return ends || issue.author?.bot === true ? [] : [`the desk closed it while ${own} (call ${call.seq})`];
}

/** Who closed the issue that the desk opens here; a call that opens what is open already has done nothing. */
function closerBefore(issue: SeenIssue, call: Call): string | null {
  const last = issue.stateEvents.findLast((event) => event.seq < call.seq);
  return last?.state === 'closed' ? (last.user?.username ?? '') : null;
}

function wrongOpening(seen: Seen, issue: SeenIssue, call: Call): string[] {
  const closer = closerBefore(issue, call);
  if (closer === null) return [];
  const area = seen.rules.areas.find((each) => issue.labels.includes(`area::${each.key}`));
  const entitled = [...decidersOf(seen.rules, area?.key ?? null), ...(area?.leads ?? [])];
  const decided = before(issue.records, call.seq)?.decision?.username;
  const may = closer === issue.author?.username || entitled.includes(closer);
  return may && closer !== decided
    ? [`the desk opened again what ${closer} had closed (call ${call.seq})`]
    : [];
}

/** The SME who closes it hands it back each time; of anybody else the second closing stands. */
function openedTwice(seen: Seen, issue: SeenIssue): string[] {
  const smes = issue.records.flatMap(({ value }) => value.decision?.username ?? []);
  const opened = issue.stateEvents.filter((event, index) => {
    const closer = issue.stateEvents[index - 1];
    const byDesk = event.state === 'reopened' && seen.desk.ids.includes(event.user?.id ?? 0);
    return byDesk && !smes.includes(closer?.user?.username ?? '');
  });
  return opened.length <= 1 ? [] : [`the desk opened it ${opened.length} times against somebody`];
}
