import { unfitToDecide } from '../../domain/authorization/approvers.ts';
import { datesKey, writtenForm } from '../../domain/dates/dates-key.ts';
import { datesOf } from '../../domain/dates/dates-of.ts';
import { lastProposed } from '../../domain/dates/within-reschedule.ts';
import { choicesOf, withShownChoices } from '../../domain/form/shown-choices.ts';
import { engagePmComment } from '../../domain/notifications/engage-pm-comment.ts';
import { checkedLines } from '../../domain/notifications/record/checked-lines.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { refusalComment } from '../../domain/notifications/refusal-comment.ts';
import { mention } from '../../domain/notifications/words.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { approversOfRequest } from '../../domain/request/approvers-of-request.ts';
import { asksForRoadmap } from '../../domain/request/asks-for-roadmap.ts';
import { decisionLabels, type RequestView } from '../../domain/request/request-view.ts';
import type { UserRef } from '../../domain/snapshot.ts';
import { byEventId } from '../../domain/timeline/fold-labels.ts';
import { leadTimeFacts, measuredLeadTime } from '../../domain/validation/check-lead-time.ts';
import type { Shown } from '../../domain/validation/check-request.ts';
import { type RequestState, requestLabel } from '../../domain/workflow/request-state.ts';
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
import { endsShowing } from './problems-key.ts';

/** What a showing is: the transition it makes, and whether it only brings up to date what waits for them already. */
export interface Showing {
  readonly event: RequestEvent;
  readonly to: 'awaiting-approval' | 'changed';
  /** The approvers were told before and it is their turn still: nobody is told again. */
  readonly quiet?: true;
}

/**
 * Shows a clean request to its approvers: (a) the record with the digest and the ids of the labels, (b) the label
 * `awaiting-approval`, or `changed` after an SME was assigned, (c) the seal. The order matters: what was clicked
 * before (c) is early (`docs/security.md#approval`).
 */
export function show(input: PhaseInput, shown: Shown, move: Showing): IssueAction[] {
  const { view, context } = input;
  const approvers = approversOfRequest(view, context);
  const record = shownRecord(input, shown, move.to);
  const isFirst = isFirstShowing(view, record);
  const asked = isFirst ? approvers : [];
  const content: RecordContent = {
    record,
    text: recordText(view, context, record, move.to, asked),
    mentions: asked,
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
  // Comments come before the label moves: a run that ends in between finds the old state and writes what is missing.
  return [
    writeRecord(view, content),
    ...(isFirst || move.quiet === true ? [] : toldAgain(input, record, approvers)),
    ...earlyThanks(input),
    ...pointToManagers(input),
    ...transition,
    sealRecord(view, content),
  ];
}

/**
 * The record of what is shown now. An approval of another form is history and grants nothing. A showing that was
 * stopped before its seal is gone on with: it stays the one transition that it was.
 */
function shownRecord({ view, context }: PhaseInput, shown: Shown, to: RequestState): RecordState {
  const before = recordOf(view, context);
  const { form, digest } = view;
  const dates = datesKey(writtenForm(view, context));
  // A date that was agreed on in a comment stands until the form names others.
  const agreed = before.dates === dates ? before.agreed : null;
  const wanted = datesOf({ form, record: { ...view.record, state: { ...before, agreed } } });
  const goesOn = isUnsealed(view.record.state, digest?.value ?? null);
  const record: RecordState = {
    ...before,
    labels: decisionLabels(context.snapshot),
    digest: digest?.value ?? null,
    durationMinutes: digest?.durationMinutes ?? null,
    dates,
    agreed,
    lastDate: lastProposed(wanted?.dates ?? []),
    dateChanges: 0,
    leadTime: measuredLeadTime(form, leadTimeFacts(view)) ?? before.leadTime,
    choices: choicesOf(form, withShownChoices(context.config, before.choices)),
    channel: shown.channel === null ? null : { id: shown.channel.id, name: shown.channel.name },
    checked: checkedLines(view, context, shown),
    shownAfter: null,
    approval: null,
    pastApprovals:
      before.approval === null ? before.pastApprovals : [...before.pastApprovals, before.approval],
  };
  return goesOn ? record : decidedOn(record, view, to);
}

function isUnsealed(record: RecordState | null, digest: string | null): boolean {
  return (
    record !== null && record.shownAfter === null && record.approval === null && record.digest === digest
  );
}

/**
 * Whether the approvers are told by the creation of the record: it is written now, or was and lacks its seal. A
 * record that was edited since tells nobody.
 */
function isFirstShowing({ record }: PhaseInput['view'], shown: RecordState): boolean {
  if (record.note === null) return true;
  return isUnsealed(record.state, shown.digest) && record.note.updatedAt === record.note.at;
}

/** An edit tells nobody who was mentioned before, so a request that is shown again gets a comment of its own. */
function toldAgain({ view }: PhaseInput, record: RecordState, approvers: readonly string[]): IssueAction[] {
  const round = record.pastApprovals.length + [...view.notes.keys()].filter(endsShowing).length;
  const key = `shown:${record.digest?.slice(0, 12) ?? ''}:${round}`;
  const body = `${mention(approvers)}: this request is ready for your decision; what was checked stands in the record above.`;
  return commentOnce(view, { key, body, mentions: approvers });
}

/**
 * An approver who was too quick did nothing wrong: they are asked kindly to set the label once more. Before the
 * first showing every approval is early, also one from before the desk had labelled the issue at all.
 */
function earlyThanks({ view, context }: PhaseInput): IssueAction[] {
  const request = { areaKey: view.areaKey, authorId: view.issue.author.id };
  const record = recordOf(view, context);
  const known = [record.approval, ...record.pastApprovals].map((approval) => approval?.event);
  const since = view.state === 'submitted' ? 0 : (view.reading.claims[0]?.event ?? Number.POSITIVE_INFINITY);
  const told = new Set<number>();
  return byEventId(view.issue.labelEvents).flatMap(({ id, user, label, action }) => {
    if (user === null || label === null || action === 'remove' || id < since) return [];
    if (label.name !== requestLabel('approved') || known.includes(id) || told.has(user.id)) return [];
    if (unfitToDecide(context.directory.byId(user.id), request, view.facts) !== null) return [];
    told.add(user.id);
    return thankForEarly(view, user);
  });
}

/** Whoever asks what will be released hears once whom to ask instead (`docs/rules.md#customer-feedback`). */
function pointToManagers({ view, context }: PhaseInput): IssueAction[] {
  if (!asksForRoadmap(view.form)) return [];
  const requester = view.issue.author.username;
  const page = `${context.snapshot.project.webUrl}/-/wikis/engage-pm`;
  const body = engagePmComment(context.config, { requester, areaKey: view.areaKey }, page);
  return commentOnce(view, { key: 'engage-pm', body, mentions: [requester] });
}

/** One comment for each approver who was too quick. */
export function thankForEarly(view: RequestView, { id, username }: UserRef): IssueAction[] {
  const body = refusalComment(username, requestLabel('approved'), 'early');
  return commentOnce(view, { key: `early:${id}`, body, mentions: [username] });
}
