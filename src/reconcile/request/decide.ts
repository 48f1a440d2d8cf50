import { hoursOf } from '../../domain/assignment/capacity.ts';
import { candidateOf } from '../../domain/assignment/eligibility.ts';
import { meetingsOf } from '../../domain/assignment/engagement.ts';
import { wishOf } from '../../domain/assignment/wish.ts';
import { isAgreedBySme } from '../../domain/dates/agreed-by-sme.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { sameUsername } from '../../domain/people.ts';
import { type RecordState, withNewApproval } from '../../domain/record/record-state.ts';
import { decisionLabels, type RequestView } from '../../domain/request/request-view.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import { type RequestState, requestLabel } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { decidedOn, moveTo, recordOf, relabel, writeRecord } from './actions-on.ts';
import { listProblems, sendBack } from './check.ts';
import { decisionAnew } from './decision-anew.ts';
import type { PhaseInput } from './phase.ts';
import { show } from './show.ts';
import { lacksDates } from './windows-passed.ts';

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
  if (lacksDates(input)) return [];
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
  const to = stateWith(decision);
  const record = decidedOn({ ...before, decision }, view, to);
  const written = writeRecord(view, {
    record,
    text: recordText(view, context, record, to),
    why: `${context.directory.byId(user)?.username ?? 'somebody'} has approved it (event ${event})`,
  });
  if (to !== 'approved') {
    return [written, moveTo(view, 'approval counts', to, { why: 'approved again, with the same SME' })];
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

/** Who has accepted the request before it changed need not do so again. */
function stateWith(decision: RecordState['decision']): 'approved' | 'assigned' | 'engaged' {
  if (decision === null) return 'approved';
  return decision.accepted === null ? 'assigned' : 'engaged';
}

/** The decision that stands if its SME can still take the request as it was approved now. */
function keptDecision(input: PhaseInput, { decision }: RecordState): RecordState['decision'] {
  const { view, context, engagements } = input;
  const wish = wishOf(view);
  const { config, directory, snapshot } = context;
  if (view.state !== 'changed' || wish === null || decision === null) return null;
  const sme = config.roster.find((each) => sameUsername(each.gitlab, decision.username));
  if (sme === undefined) return null;
  const meetings = meetingsOf(decision);
  if (hoursOf(config, wish.durationMinutes) * meetings.length !== decision.hours) {
    // Of another length it is another meeting, at the time that stands; it takes more of the SME.
    const dates = meetings.map(({ start }) => ({
      start,
      allDay: false,
      timezone: sme.calendar.timezone,
      raw: '',
    }));
    return decisionAnew(input, decision, { ...wish, dates }, isAgreedBySme(view, context));
  }
  // Who was chosen by hand stays whatever the rules say: that was weighed by whoever has chosen.
  if (decision.override !== null) return decision;
  const supply = { config, directory, engagements, now: snapshot.now };
  const asked = { ...wish, anyHour: isAgreedBySme(view, context) };
  return candidateOf(sme, asked, supply).kind === 'eligible' ? decision : null;
}
