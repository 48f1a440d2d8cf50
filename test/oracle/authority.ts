import { pathOf } from './call.ts';
import { bindingDifferences, type FormReading, readForm } from './form.ts';
import { wasNamed } from './label-names.ts';
import type { RecordSays } from './marker.ts';
import { noDecider } from './people.ts';
import { at, before, deskRead, type LabelEvent, type Seen, type SeenIssue } from './seen.ts';

const approvedLabel = 'request::approved';
const declinedLabel = 'request::declined';

/** The form as it stood when a call was made. */
export function formAt(seen: Seen, issue: SeenIssue, seq: number): FormReading {
  return readForm(at(issue.descriptions, seq) ?? '', seen.rules);
}

/** The form that the desk had read when it first wrote a digest down. */
function formShown(seen: Seen, issue: SeenIssue, digest: string): FormReading | null {
  const first = issue.records.find((record) => record.value.digest === digest);
  if (first === undefined) return null;
  const read = lastRead(seen, issue, first.seq);
  return formAt(seen, issue, read ?? first.seq);
}

/** The desk's last reading of an issue's text before a call, alone or in a list. */
export function lastRead(seen: Seen, issue: SeenIssue, seq: number): number | null {
  const found = seen.calls.findLast((call) => {
    if (call.seq >= seq || call.system !== 'gitlab' || !deskRead(seen, call)) return false;
    return /\/issues$/.test(pathOf(call)) || pathOf(call).endsWith(`/issues/${issue.iid}`);
  });
  return found?.seq ?? null;
}

/** The clicks of people who may decide, on the two labels that decide, as of a call; oldest first. */
function decisions(seen: Seen, issue: SeenIssue, seq: number): LabelEvent[] {
  const area = formAt(seen, issue, seq).area;
  return issue.labelEvents.filter((event) => {
    if (event.copied || event.seq >= seq) return false;
    const decides = [approvedLabel, declinedLabel].some((name) =>
      wasNamed(seen, event.labelId, name, event.seq),
    );
    return decides && noDecider(seen, issue, event.user, area) === null;
  });
}

/**
 * Why an issue has no authority when call `seq` is made, by an independent reading of
 * `docs/security.md#approval`; empty: a live human decision stands. `asOf` is the moment the outside is judged
 * at; what the desk itself had written counts up to the call.
 */
export function whyNot(seen: Seen, issue: SeenIssue, seq: number, asOf = seq): string[] {
  const record = before(issue.records, seq);
  if (record === null) return ['the issue has no record'];
  const { approval } = record;
  if (approval === null) return ['the record holds no approval'];
  const event = issue.labelEvents.find((each) => each.id === approval.event && each.seq < seq);
  if (event === undefined) return [`the approval names event ${approval.event}, which is none of this issue`];
  return [
    ...recordReasons(issue, record),
    ...eventReasons(seen, issue, event, { approval, asOf }),
    ...countingReasons(seen, issue, event, approval.event),
    ...presentReasons(seen, issue, event, { digest: approval.digest, asOf }),
  ];
}

function recordReasons(issue: SeenIssue, record: RecordSays): string[] {
  const reasons: string[] = [];
  if (record.issue !== issue.id) reasons.push(`the record names the issue ${record.issue}`);
  if (record.project !== issue.raw.projectId) reasons.push(`the record names the project ${record.project}`);
  if (record.approval?.digest !== record.digest)
    reasons.push('the approval is of another digest than the record');
  return reasons;
}

function eventReasons(
  seen: Seen,
  issue: SeenIssue,
  event: LabelEvent,
  { approval, asOf }: { approval: { readonly user: number }; asOf: number },
): string[] {
  const reasons: string[] = [];
  if (event.copied) reasons.push('the click was copied from another issue');
  if (event.action !== 'add') reasons.push('the click took the label away');
  const named =
    wasNamed(seen, event.labelId, approvedLabel, event.seq) &&
    wasNamed(seen, event.labelId, approvedLabel, asOf);
  if (!named) reasons.push(`the clicked label is not ${approvedLabel}`);
  if (event.user?.id !== approval.user) reasons.push('the record names another person than the click');
  const unfit = noDecider(seen, issue, event.user, formAt(seen, issue, asOf).area);
  if (unfit !== null) reasons.push(`the click is by ${unfit}`);
  return reasons;
}

/** What had to hold when the approval was counted: not early, and nothing closed or reopened after it. */
function countingReasons(seen: Seen, issue: SeenIssue, event: LabelEvent, approval: number): string[] {
  const counted = issue.records.find((record) => record.value.approval?.event === approval);
  if (counted === undefined) return [];
  const reasons: string[] = [];
  const { shownAfter } = counted.value;
  if (shownAfter === null || event.id <= shownAfter)
    reasons.push('the click came before the request was shown');
  const opened = issue.records.findLast(
    (record) => record.seq < counted.seq && record.value.shownAfter === null,
  );
  const then = issue.labelEvents.filter(
    (each) => opened !== undefined && each.seq < opened.seq && !each.copied,
  );
  if (shownAfter !== null && then.some((each) => each.id > shownAfter)) {
    reasons.push('the record was sealed below events that were there before it');
  }
  const read = lastRead(seen, issue, counted.seq) ?? counted.seq;
  const between = issue.stateEvents.some((each) => each.seq > event.seq && each.seq < read);
  if (between) reasons.push('the issue was closed or reopened between the click and its counting');
  return reasons;
}

/** What has to hold at each grant: the same form, open, confidential, and no newer word. */
function presentReasons(
  seen: Seen,
  issue: SeenIssue,
  event: LabelEvent,
  { digest, asOf }: { digest: string; asOf: number },
): string[] {
  const reasons: string[] = [];
  const shown = formShown(seen, issue, digest);
  if (shown === null) reasons.push('the approved digest stood in no record');
  else
    reasons.push(...bindingDifferences(shown, formAt(seen, issue, asOf)).map((each) => `changed, ${each}`));
  if (!(at(issue.confidential, asOf) ?? false)) reasons.push('the issue is not confidential');
  if (!isOpen(issue, asOf)) reasons.push('the issue is closed');
  const newer = decisions(seen, issue, asOf).filter((each) => each.id > event.id);
  if (newer.some((each) => each.action === 'remove' && each.labelId === event.labelId))
    reasons.push('the approval was withdrawn');
  if (newer.some((each) => each.action === 'add' && each.labelId !== event.labelId))
    reasons.push('the request was declined');
  return reasons;
}

/** Whether an issue was open when a call was made. */
function isOpen(issue: SeenIssue, seq: number): boolean {
  const last = issue.stateEvents.findLast((event) => event.seq < seq);
  if (last !== undefined) return last.state === 'reopened';
  const next = issue.stateEvents[0];
  return next === undefined ? issue.raw.state === 'opened' : next.state === 'closed';
}
