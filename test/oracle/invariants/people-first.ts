import { formAt } from '../authority.ts';
import { field } from '../call.ts';
import type { Finding } from '../finding.ts';
import { targetOf } from '../history.ts';
import { keyIn } from '../marker.ts';
import { noDecider } from '../people.ts';
import { deskRead, deskWrote, type LabelEvent, type Seen, type SeenIssue } from '../seen.ts';

/** 9: what a person has changed is still there, or the desk has acted on it. */
export function peopleFirst(seen: Seen): Finding[] {
  return seen.issues.flatMap((issue) => [...sweptAway(seen, issue), ...overwritten(seen, issue)]);
}

/** Labels of the scope that people have set. One that no run has read since is not due yet. */
function sweptAway(seen: Seen, issue: SeenIssue): Finding[] {
  return issue.labelEvents.flatMap((event): Finding[] => {
    if (event.copied || event.action !== 'add' || !(event.label ?? '').startsWith('request::')) return [];
    if (event.user === null || seen.desk.ids.includes(event.user.id)) return [];
    if (stillThere(issue, event) || takenBack(seen, issue, event)) return [];
    const gone = issue.labelEvents.find((each) => isRemoval(each, event));
    if (!wasReadSince(seen, issue, gone?.seq ?? event.seq) || wasActedOn(seen, issue, event)) return [];
    const what = `${event.label} of ${event.user.username} (event ${event.id}) is gone and nothing came of it`;
    return [{ invariant: 9, issue: issue.iid, what }];
  });
}

function isRemoval(each: LabelEvent, event: LabelEvent): boolean {
  return each.labelId === event.labelId && each.id > event.id && each.action === 'remove';
}

function stillThere(issue: SeenIssue, event: LabelEvent): boolean {
  return event.label !== null && issue.labels.includes(event.label);
}

/** People may change their minds: a label that a person took off again is nobody's loss. */
function takenBack(seen: Seen, issue: SeenIssue, event: LabelEvent): boolean {
  const gone = issue.labelEvents.find((each) => isRemoval(each, event));
  return gone?.user != null && !seen.desk.ids.includes(gone.user.id);
}

function wasReadSince(seen: Seen, issue: SeenIssue, seq: number): boolean {
  return issue.calls.some(
    (call) =>
      call.seq > seq &&
      deskRead(seen, call) &&
      call.status === 200 &&
      targetOf(call, seen.project)?.rest === '/resource_label_events',
  );
}

/**
 * Acted on: counted, overtaken by another decision, answered, or kept for later. An early approval is answered
 * when the request is shown (`docs/rules.md#transitions`).
 */
function wasActedOn(seen: Seen, issue: SeenIssue, event: LabelEvent): boolean {
  const { user } = event;
  if (user === null) return true;
  const later = issue.records.filter((record) => record.seq > event.seq);
  if (later.some((record) => record.value.approval?.event === event.id)) return true;
  const fit = noDecider(seen, issue, user, formAt(seen, issue, event.seq + 1).area) === null;
  const decides = event.label === 'request::approved' || event.label === 'request::declined';
  if (fit && event.label === 'request::approved' && standsAlready(issue, event)) return true;
  if (fit && decides && isUnshown(issue, event) && !wasShown(later)) return true;
  return answered(issue, event, user);
}

/** Another approval stood in the record, so this one had nothing to add. */
function standsAlready(issue: SeenIssue, event: LabelEvent): boolean {
  const record = issue.records.findLast((each) => each.seq < event.seq) ?? issue.records[0];
  const after = issue.records.find((each) => each.seq > event.seq);
  return (record?.value.approval ?? null) !== null || (after?.value.approval ?? null) !== null;
}

/** Whether one of some records shows the request to its approvers. */
function wasShown(records: SeenIssue['records']): boolean {
  return records.some((record) => record.value.shownAfter !== null);
}

function isUnshown(issue: SeenIssue, event: LabelEvent): boolean {
  return !issue.records.some((each) => each.seq < event.seq);
}

function answered(
  issue: SeenIssue,
  event: LabelEvent,
  user: { readonly id: number; readonly username: string },
): boolean {
  return issue.deskNotes.some((note) => {
    const key = keyIn(note.body)?.key;
    if (key === undefined) return false;
    const parts = key.split(':');
    const about = parts.includes(String(user.id)) || parts.includes(String(event.id));
    return about || (note.createdAt >= event.at && note.body.includes(`@${user.username}`));
  });
}

/** The text of an issue is its author's; the desk never writes it. */
function overwritten(seen: Seen, issue: SeenIssue): Finding[] {
  return issue.calls.flatMap((call): Finding[] => {
    if (!deskWrote(seen, call) || call.method !== 'PUT' || targetOf(call, seen.project)?.rest !== '')
      return [];
    const names = ['description', 'title'].filter((name) => field(call, name) !== undefined);
    return names.map((name) => ({
      invariant: 9,
      issue: issue.iid,
      what: `the desk wrote the ${name} (call ${call.seq})`,
    }));
  });
}
