import { unfitToDecide } from '../../domain/authorization/approvers.ts';
import { refusalComment } from '../../domain/notifications/refusal-comment.ts';
import { approversOfRequest, waitingText } from '../../domain/notifications/waiting-text.ts';
import { mention } from '../../domain/notifications/words.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { Shown } from '../../domain/validation/check-request.ts';
import { requestLabel } from '../../domain/workflow/request-state.ts';
import type { RequestEvent } from '../../domain/workflow/transitions.ts';
import type { IssueAction } from '../../plan/action.ts';
import {
  commentOnce,
  decidedOn,
  moveTo,
  type RecordContent,
  recordOf,
  relabel,
  sealRecord,
  writeRecord,
} from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

/**
 * Shows a clean request to its approvers: (a) the record with the digest and the ids of the labels, (b) the label
 * `awaiting-approval`, or `changed` after an SME was assigned, (c) the seal. The order matters: what was clicked
 * before (c) is early (`docs/security.md#approval`).
 */
export function show(
  input: PhaseInput,
  shown: Shown,
  move: { event: RequestEvent; to: 'awaiting-approval' | 'changed' },
): IssueAction[] {
  const { view, context } = input;
  const approvers = approversOfRequest(view, context);
  const first = view.record.note === null;
  const record = decidedOn(shownRecord(input, shown), view, move.to);
  const content: RecordContent = {
    record,
    text: waitingText(view, context, shown),
    mentions: approvers,
    why: 'the request is checked and waits for an approval',
  };
  const settled = view.state === move.to && view.issue.labels.includes(requestLabel(move.to));
  const strays = view.issue.labels.filter(
    (each) => each.startsWith('request::') && each !== requestLabel(move.to),
  );
  const transition = settled
    ? strays.length === 0
      ? []
      : [relabel(view, [], strays, 'only the state itself stays')]
    : [moveTo(view, move.event, move.to, { why: 'checked, and nothing is missing' })];
  return [
    writeRecord(view, content),
    ...transition,
    sealRecord(view, content),
    ...(first ? [] : toldAgain(input, record, approvers)),
    ...earlyThanks(input),
  ];
}

/** The record of what is shown now. An approval of another form is history and grants nothing. */
function shownRecord({ view, context }: PhaseInput, shown: Shown): RecordState {
  const before = recordOf(view, context);
  const { form, digest } = view;
  const dates = form.dates.state === 'given' ? form.dates.value.map((date) => date.start) : [];
  return {
    ...before,
    labels: recordOf({ ...view, record: { ...view.record, state: null } }, context).labels,
    digest: digest?.value ?? null,
    durationMinutes: digest?.durationMinutes ?? null,
    lastDate: dates.length === 0 ? null : Math.max(...dates),
    channel: shown.channel === null ? null : { id: shown.channel.id, name: shown.channel.name },
    shownAfter: null,
    approval: null,
    pastApprovals:
      before.approval === null ? before.pastApprovals : [...before.pastApprovals, before.approval],
  };
}

/** An edit tells nobody who was mentioned before, so a request that is shown again gets a comment of its own. */
function toldAgain({ view }: PhaseInput, record: RecordState, approvers: readonly string[]): IssueAction[] {
  const key = `shown:${record.digest?.slice(0, 12) ?? ''}:${record.pastApprovals.length}`;
  const body = `${mention(approvers)}: this request is ready for your decision; what was checked stands in the record above.`;
  return commentOnce(view, { key, body, mentions: approvers });
}

/** An approver who was too quick did nothing wrong: they are asked kindly to set the label once more. */
function earlyThanks({ view, context }: PhaseInput): IssueAction[] {
  if (view.state !== 'submitted' && view.state !== 'needs-info') return [];
  const request = { areaKey: view.areaKey, authorId: view.issue.author.id };
  return view.reading.claims.flatMap((claim) => {
    const person = context.directory.byId(claim.user.id);
    if (claim.state !== 'approved' || unfitToDecide(person, request, view.facts) !== null) return [];
    const { username } = claim.user;
    const body = refusalComment(username, claim.label, 'early');
    return commentOnce(view, { key: `early:${claim.user.id}`, body, mentions: [username] });
  });
}
