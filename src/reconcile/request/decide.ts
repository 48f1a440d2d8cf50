import { decidedText } from '../../domain/notifications/decided-text.ts';
import { declinedComment, reasonComment } from '../../domain/notifications/refusal-comment.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import { type RequestState, requestLabel } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, relabel, writeRecord } from './actions-on.ts';
import { sendBack } from './check.ts';
import type { PhaseInput } from './phase.ts';
import { show } from './show.ts';

const waiting: readonly (RequestState | 'none')[] = ['awaiting-approval', 'changed'];

/** A request that waits for a decision: shown again if it changed, else approved, declined or left waiting. */
export function decide(input: PhaseInput): IssueAction[] {
  const { view } = input;
  if (!waiting.includes(view.state) || view.issue.state === 'closed') return [];
  if (needsShowing(view)) return showAgain(input);
  if (view.approval.kind === 'counts') return approve(input, view.approval);
  return [];
}

/** A lost or damaged record, a withdrawn approval, a changed form, or a run that ended before the seal. */
function needsShowing(view: RequestView): boolean {
  const record = view.record.state;
  if (record === null || record.shownAfter === null) return true;
  if (record.approval !== null && !view.authority) return true;
  return view.digest === null || record.digest !== view.digest.value || isLonger(view, record);
}

function isLonger(view: RequestView, record: RecordState): boolean {
  return (
    view.digest !== null &&
    record.durationMinutes !== null &&
    view.digest.durationMinutes > record.durationMinutes
  );
}

function showAgain(input: PhaseInput): IssueAction[] {
  const { view } = input;
  const result = checkRequest(view, input.context, input);
  const to = view.state === 'changed' ? 'changed' : 'awaiting-approval';
  switch (result.kind) {
    case 'clean':
      return show(input, result.shown, { event: 'binding field edited', to });
    case 'problems':
      return view.state === 'changed'
        ? problemsOnly(input, result.problems)
        : sendBack(input, result.problems);
    case 'held':
      return [];
    default:
      return result satisfies never;
  }
}

/** While an SME is assigned the state stays `changed`; the problems are listed once and no approval counts. */
function problemsOnly(input: PhaseInput, problems: Parameters<typeof sendBack>[1]): IssueAction[] {
  return sendBack({ ...input, view: { ...input.view, state: 'needs-info' } }, problems);
}

/**
 * The approval is written down before any label moves: from here on it is the authority of this request. From
 * `changed` the request goes back to the SME it has.
 */
function approve(
  input: PhaseInput,
  approval: { event: number; user: number; digest: string },
): IssueAction[] {
  const { view, context } = input;
  const { event, user, digest } = approval;
  const before = recordOf(view, context);
  const to = view.state === 'changed' && before.decision !== null ? 'assigned' : 'approved';
  const record = decidedOn({ ...before, approval: { event, user, digest } }, view, to);
  const written = writeRecord(view, {
    record,
    text: decidedText(view, context, record, to),
    why: `${context.directory.byId(user)?.username ?? 'somebody'} has approved it (event ${event})`,
  });
  if (to === 'assigned') {
    return [
      written,
      moveTo(view, 'approval counts', 'assigned', { why: 'approved again, with the same SME' }),
    ];
  }
  const strays = view.issue.labels.filter(
    (each) => each.startsWith('request::') && each !== requestLabel('approved'),
  );
  return strays.length === 0
    ? [written]
    : [written, relabel(view, [], strays, 'approved; the waiting is over')];
}

const declinable: readonly (RequestState | 'none')[] = [
  'awaiting-approval',
  'approved',
  'waitlisted',
  'assigned',
  'changed',
  'engaged',
];

/** A decline by somebody who may: with a reason it ends the request, without one it is asked for, once. */
export function decline({ view, context }: PhaseInput): IssueAction[] {
  if (view.approval.kind !== 'declined' || !declinable.includes(view.state)) return [];
  const approver = context.directory.byId(view.approval.user);
  if (approver === null) return [];
  const { username } = approver;
  if (!hasReason(view, approver.id)) {
    return commentOnce(view, {
      key: `reason:${view.approval.event}`,
      body: reasonComment(username),
      mentions: [username],
    });
  }
  const record = decidedOn(recordOf(view, context), view, 'declined');
  const requester = view.issue.author.username;
  return [
    writeRecord(view, {
      record,
      text: decidedText(view, context, record, 'declined'),
      why: `${username} has declined it`,
    }),
    ...commentOnce(view, {
      key: `declined:${view.approval.event}`,
      body: declinedComment(requester, username),
      mentions: [requester],
    }),
    moveTo(view, 'declined with reason', 'declined', {
      ...undoLabels(record),
      why: `${username} has declined it`,
    }),
  ];
}

/** What is granted is still to be taken back: the outbox labels keep the closed request live until it is. */
function undoLabels(record: RecordState): { add: string[] } {
  const rows = record.team.some((each) => each.row !== null) ? ['salesforce::pending'] : [];
  const invited = record.invitations.some((each) => each.outcome === 'invited') ? ['slack::pending'] : [];
  return { add: [...rows, ...invited] };
}

/** The approver's own comment after the request was shown; a question is not a reason. */
function hasReason(view: RequestView, approver: number): boolean {
  const since = view.record.note?.at ?? Number.POSITIVE_INFINITY;
  return view.issue.notes.some(
    (note) =>
      !note.system &&
      note.author.id === approver &&
      note.at >= since &&
      note.body.trim() !== '' &&
      !note.body.trimStart().toLowerCase().startsWith('question:'),
  );
}
