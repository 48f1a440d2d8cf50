import { datesKey, isAboutDates, writtenForm } from '../../domain/dates/dates-key.ts';
import { withinReschedule } from '../../domain/dates/within-reschedule.ts';
import type { Problem } from '../../domain/form/request-form.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { readForm } from '../../domain/request/request-view.ts';
import { checkLeadTime, leadTimeFacts, measuredLeadTime } from '../../domain/validation/check-lead-time.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import type { IssueAction } from '../../plan/action.ts';
import { moveTo, recordOf } from './actions-on.ts';
import { listProblems, sendBack, voidShown } from './check.ts';
import type { PhaseInput } from './phase.ts';
import { show } from './show.ts';

/** The hash of the dates as they stand in the form now. */
export function keyNow({ view, context }: PhaseInput): string {
  return datesKey(writtenForm(view, context));
}

/** The same request with its form read as it is checked for the first time: what is past now is a problem. */
export function readNow(input: PhaseInput): PhaseInput {
  const { view, context } = input;
  return {
    ...input,
    view: { ...view, form: readForm(context, view.issue, context.snapshot.now, view.record.state) },
  };
}

/** The record of a request whose dates of the form are taken up; one that was agreed on before is history. */
export function withDatesOfForm(input: PhaseInput): RecordState {
  const { view, context } = readNow(input);
  const before = recordOf(view, context);
  const leadTime = measuredLeadTime(view.form, leadTimeFacts(view)) ?? before.leadTime;
  return { ...before, dates: keyNow(input), agreed: null, leadTime };
}

/** What is wrong with new dates: what cannot be read or is past, else too little time to the first one. */
export function problemsOfDates(input: PhaseInput): readonly Problem[] {
  const { view, context } = readNow(input);
  const unread = view.form.problems.filter(isAboutDates);
  if (unread.length > 0) return unread;
  const leadTime = checkLeadTime(context.config, view.form, leadTimeFacts(view));
  return leadTime.kind === 'problem' ? [leadTime.problem] : [];
}

/** Whether the dates of the form may be taken up without a new approval. */
export function areWithinLimits(input: PhaseInput, record: RecordState): boolean {
  const { dates } = readNow(input).view.form;
  return withinReschedule(input.context.config, record, dates.state === 'given' ? dates.value : []);
}

/**
 * New dates beyond the limits want a new approval: the request is shown with them as `changed`. What was granted stays
 * as it is, and nothing new is (`docs/rules.md#dates`).
 */
export function askAnew(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const result = checkRequest(view, context, input);
  const event = 'new dates beyond limits';
  switch (result.kind) {
    case 'clean':
      return show(input, result.shown, { event, to: 'changed' });
    case 'problems':
      if (view.state === 'approved' || view.state === 'waitlisted') {
        return sendBack(input, result.problems, 'dates edited with problems');
      }
      return [
        voidShown(view, context, 'changed'),
        ...listProblems(input, result.problems),
        moveTo(view, event, 'changed', { why: 'the new dates want an approval, and the form has problems' }),
      ];
    case 'held':
      return [];
    default:
      return result satisfies never;
  }
}
