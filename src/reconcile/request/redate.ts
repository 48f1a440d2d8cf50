import { areNewDates, withDatesRefused } from '../../domain/dates/taken-up.ts';
import type { Problem } from '../../domain/form/request-form.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { waitsForDates } from '../../domain/request/waits-for-dates.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { decidedOn, moveTo, recordOf, writeRecord } from './actions-on.ts';
import { refuseDates } from './answer-dates.ts';
import { listProblems, sendBack } from './check.ts';
import { areWithinLimits, askAnew, keyNow, problemsOfDates, readNow, withDatesOfForm } from './new-dates.ts';
import type { PhaseInput } from './phase.ts';
import { redateAssigned } from './redate-assigned.ts';
import { rememberIntention } from './remember.ts';
import { show } from './show.ts';

/**
 * Takes up new dates: those of an edited form, and what requester and SME have agreed on. What may move without a new
 * approval, and how often, is in `docs/rules.md#dates`. While an issue is closed its dates wait.
 */
export function redate(input: PhaseInput): IssueAction[] {
  const { view } = input;
  const record = view.record.state;
  if (record === null || view.issue.state === 'closed' || view.approval.kind === 'declined') return [];
  switch (view.state) {
    case 'awaiting-approval':
    case 'changed':
      return known(input, record, redateShown);
    case 'needs-info':
      return redateSentBack(input, record);
    case 'approved':
    case 'waitlisted':
      return known(input, record, redateWaiting);
    case 'assigned':
    case 'engaged':
      return known(input, record, redateAssigned);
    case 'awaiting-feedback':
      return record.feedback?.outcome === 'moved' ? known(input, record, redateAssigned) : [];
    case 'none':
    case 'submitted':
    case 'completed':
    case 'declined':
    case 'cancelled':
      return [];
    default:
      return view.state satisfies never;
  }
}

type Redating = (input: PhaseInput, record: RecordState) => IssueAction[];

/** A record from before dates were noted says nothing about them: those that stand there are the ones. */
function known(input: PhaseInput, record: RecordState, next: Redating): IssueAction[] {
  if (record.dates !== null) return next(input, record);
  const noted = { ...record, dates: keyNow(input) };
  return [rememberIntention(input.view, input.context, noted, 'its dates are noted')];
}

/** It waits for the approvers: they see the new dates, and approve what they see. */
function redateShown(input: PhaseInput, record: RecordState): IssueAction[] {
  const { view, context } = input;
  // What is not shown, or not to the end, is shown with the dates of today as soon as it can be.
  if (!areNewDates(record, keyNow(input)) || record.shownAfter === null) return [];
  const isFirst = view.state === 'awaiting-approval';
  const result = checkRequest(readNow(input).view, context, input);
  switch (result.kind) {
    case 'clean':
      return show(
        readNow(input),
        result.shown,
        isFirst
          ? { event: 'dates edited', to: 'awaiting-approval', quiet: true }
          : { event: 'new dates beyond limits', to: 'changed', quiet: true },
      );
    case 'problems':
      return isFirst
        ? sendBack(input, result.problems, 'dates edited with problems')
        : refuseDates(input, result.problems);
    case 'held':
      return [];
    default:
      return result satisfies never;
  }
}

/** Only other dates were wanted and the approval stands: with them somebody is looked for in the same run. */
function redateSentBack(input: PhaseInput, record: RecordState): IssueAction[] {
  const { view, context } = input;
  if (!waitsForDates(view) || !areNewDates(record, keyNow(input))) return [];
  const result = checkRequest(view, context, input);
  if (result.kind !== 'clean') return [];
  if (!areWithinLimits(input, record)) {
    return show(input, result.shown, { event: 'checked clean', to: 'awaiting-approval' });
  }
  const why = 'there are new dates, and the approval stands';
  return [
    ...takeUp(input, record, 'waitlisted', why),
    moveTo(view, 'new dates within limits', 'waitlisted', { why }),
  ];
}

/** Approved, and nobody was found yet. */
function redateWaiting(input: PhaseInput, record: RecordState): IssueAction[] {
  const { view } = input;
  if (!view.authority || view.state === 'none' || !areNewDates(record, keyNow(input))) return [];
  const problems = problemsOfDates(input);
  if (problems.length > 0) return giveBack(input, problems);
  if (!areWithinLimits(input, record)) return askAnew(readNow(input));
  return takeUp(input, record, view.state, 'there are new dates');
}

/** The approval stands, so that readable dates within the limits are all that is missing. */
function giveBack(input: PhaseInput, problems: readonly Problem[]): IssueAction[] {
  const { view, context } = input;
  const record = decidedOn(withDatesRefused(recordOf(view, context)), view, 'needs-info');
  const why = 'the new dates have problems';
  return [
    writeRecord(view, { record, text: recordText(view, context, record, 'needs-info'), why }),
    ...listProblems(input, problems),
    moveTo(view, 'dates edited with problems', 'needs-info', { why }),
  ];
}

/** Writes the new dates down, as one change of those that were approved. */
function takeUp(input: PhaseInput, record: RecordState, to: RequestState, why: string): IssueAction[] {
  const { view, context } = input;
  const taken = { ...withDatesOfForm(input), dateChanges: record.dateChanges + 1 };
  const written = to === view.state ? taken : decidedOn(taken, view, to);
  return [writeRecord(view, { record: written, text: recordText(view, context, written, to), why })];
}
