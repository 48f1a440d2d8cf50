import { candidateOf } from '../../domain/assignment/eligibility.ts';
import { wishOf } from '../../domain/assignment/wish.ts';
import { announcementKey } from '../../domain/notifications/announcement.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { declinedComment, reasonComment } from '../../domain/notifications/refusal-comment.ts';
import { type RecordState, withNewApproval } from '../../domain/record/record-state.ts';
import { decisionLabels, type RequestContext, type RequestView } from '../../domain/request/request-view.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import { type RequestState, requestLabel } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, relabel, writeRecord } from './actions-on.ts';
import { listProblems, sendBack } from './check.ts';
import type { PhaseInput } from './phase.ts';
import { show } from './show.ts';

const waiting: readonly (RequestState | 'none')[] = ['awaiting-approval', 'changed'];

/**
 * A request that waits for a decision: approved, shown again if it changed, or left waiting. While a decline waits
 * for its reason nothing is shown again.
 */
export function decide(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  if (!waiting.includes(view.state) || view.issue.state === 'closed') return [];
  if (view.approval.kind === 'declined') return [];
  if (view.approval.kind === 'counts') return approve(input, view.approval);
  return needsShowing(view, decisionLabels(context.snapshot)) ? showAgain(input) : [];
}

/**
 * A lost or damaged record, a withdrawn approval, a changed form, a run that ended before the seal, or labels that
 * were made anew: a click on the new ones could never count.
 */
function needsShowing(view: RequestView, labels: RecordState['labels']): boolean {
  const record = view.record.state;
  if (record === null || record.shownAfter === null) return true;
  if (record.labels.approved !== labels.approved || record.labels.declined !== labels.declined) return true;
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
      // While an SME is assigned the state stays; the problems are listed once and no approval counts.
      return view.state === 'changed'
        ? listProblems(input, result.problems)
        : sendBack(input, result.problems, 'binding field edited');
    case 'held':
      return [];
    default:
      return result satisfies never;
  }
}

/**
 * The approval is written down before any label moves: from here on it is the authority of this request. From
 * `changed` the request goes back to the SME it has, if that SME can still take it; else it is assigned anew.
 */
function approve(
  input: PhaseInput,
  approval: { event: number; user: number; digest: string },
): IssueAction[] {
  const { view, context } = input;
  const { event, user, digest } = approval;
  const before = withNewApproval(recordOf(view, context), { event, user, digest });
  const decision = keptDecision(input, before);
  const to = decision === null ? 'approved' : 'assigned';
  const record = decidedOn({ ...before, decision }, view, to);
  const written = writeRecord(view, {
    record,
    text: recordText(view, context, record, to),
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
  if (before.decision !== null && view.issue.assignees.length > 0) {
    const letGo = relabel(view, [], strays, 'approved; the SME it had cannot take it any more');
    return [written, { ...letGo, assignees: [] }];
  }
  return strays.length === 0
    ? [written]
    : [written, relabel(view, [], strays, 'approved; the waiting is over')];
}

/** The decision that stands if its SME can still take the request as it was approved now. */
function keptDecision(
  { view, context, engagements }: PhaseInput,
  { decision }: RecordState,
): RecordState['decision'] {
  const wish = wishOf(view);
  const { config, directory, snapshot } = context;
  const sme = config.roster.find((each) => each.gitlab === decision?.username);
  if (view.state !== 'changed' || wish === null || sme === undefined) return null;
  const supply = { config, directory, engagements, now: snapshot.now };
  return candidateOf(sme, wish, supply).kind === 'eligible' ? decision : null;
}

const declinable: readonly (RequestState | 'none')[] = [
  'submitted',
  'needs-info',
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
      text: recordText(view, context, record, 'declined'),
      why: `${username} has declined it`,
    }),
    ...commentOnce(view, {
      key: `declined:${view.approval.event}`,
      body: declinedComment(requester, username),
      mentions: [requester],
    }),
    moveTo(view, 'declined with reason', 'declined', {
      ...undoLabels(view, context, record),
      why: `${username} has declined it`,
    }),
  ];
}

/**
 * What is granted is still to be taken back, and what was announced to be corrected: the outbox labels keep the
 * closed request live until it is. A row that was only intended may be there: its answer can have been lost.
 */
function undoLabels(view: RequestView, { snapshot }: RequestContext, record: RecordState): { add: string[] } {
  const { slack } = snapshot;
  const key = announcementKey(view);
  const rows = record.team.length > 0 ? ['salesforce::pending'] : [];
  const invited = record.invitations.some((each) => each.outcome === 'invited');
  const announced = slack.mode === 'on' && slack.messages.some((message) => message.key === key);
  const owesSlack = invited || announced || slack.mode === 'down';
  return { add: [...rows, ...(owesSlack ? ['slack::pending'] : [])] };
}

/**
 * The approver's own comment after the validation, or any before there was one; it has to be one that the requester
 * can read, and a question is not a reason.
 */
function hasReason(view: RequestView, approver: number): boolean {
  const since = view.record.note?.at ?? view.issue.createdAt;
  return view.issue.notes.some(
    (note) =>
      !note.system &&
      !note.internal &&
      note.author.id === approver &&
      note.at >= since &&
      note.body.trim() !== '' &&
      !note.body.trimStart().toLowerCase().startsWith('question:'),
  );
}
