import { isAgreedBySme } from '../../domain/dates/agreed-by-sme.ts';
import { type AgreedComment, agreedComment } from '../../domain/dates/agreed-comment.ts';
import { isProposed } from '../../domain/dates/is-proposed.ts';
import { areNewDates, isForOtherDates } from '../../domain/dates/taken-up.ts';
import { withinReschedule } from '../../domain/dates/within-reschedule.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { editsOfForm } from '../../domain/timeline/edits-of-form.ts';
import type { IssueAction } from '../../plan/action.ts';
import { answerAgreed, refuseDates } from './answer-dates.ts';
import { decideAnew } from './decide-anew.ts';
import { areWithinLimits, askAnew, keyNow, problemsOfDates, readNow, withDatesOfForm } from './new-dates.ts';
import type { PhaseInput } from './phase.ts';

type Agreed = Extract<AgreedComment, { kind: 'date' }>;

/**
 * New dates of a request that has its SME. Within the limits the SME keeps it if free and is asked to accept again,
 * else somebody else is looked for; beyond them it wants a new approval (`docs/rules.md#dates`). Of an edit and an
 * agreed date the newer one counts.
 */
export function redateAssigned(input: PhaseInput, record: RecordState): IssueAction[] {
  const { view, context } = input;
  // Up to the meeting a request is shown again wherever its authority is lost; nothing moves until then.
  if (!view.authority && view.state !== 'awaiting-feedback') return [];
  const { decision } = record;
  const agreed = decision === null ? null : agreedComment(view, context, decision);
  const answers = decision === null || agreed === null ? [] : answerAgreed(input, decision, agreed);
  if (agreed?.kind === 'date' && answers.length === 0 && isNews(agreed, input, record)) {
    return takeUpAgreed(input, record, agreed);
  }
  return [...answers, ...takeUpForm(input, record)];
}

/** Whether an agreed date says something that is neither decided nor overtaken by an edit of the dates. */
function isNews({ note, start }: Agreed, input: PhaseInput, record: RecordState): boolean {
  const { decision } = record;
  if (decision === null || decision.parts.length > 0 || start <= input.context.snapshot.now) return false;
  if (!areNewDates(record, keyNow(input))) return start !== (record.agreed ?? decision.start);
  const edited = editsOfForm(input.view.issue).at(-1)?.note ?? 0;
  return note > edited;
}

/** A time on one of the dates that stand already is none beyond them, and no change of them. */
function takeUpAgreed(input: PhaseInput, record: RecordState, { start, writer }: Agreed): IssueAction[] {
  const { view, context } = input;
  const dates = keyNow(input);
  const { form } = view;
  const stand = form.dates.state === 'given' && !areNewDates(record, dates) ? form.dates.value : [];
  const next = { ...record, dates, agreed: start };
  const isOneOfThem = isProposed(start, stand);
  if (!view.authority || !(isOneOfThem || withinReschedule(context.config, record, [{ start }]))) {
    return askAnew({ ...input, view: { ...view, record: { ...view.record, state: next } } });
  }
  const counted = { ...next, dateChanges: record.dateChanges + (isOneOfThem ? 0 : 1) };
  return decideAnew(input, counted, { anyHour: writer.id === record.decision?.sme });
}

function takeUpForm(input: PhaseInput, record: RecordState): IssueAction[] {
  const { view } = input;
  if (!areNewDates(record, keyNow(input))) {
    if (!isForOtherDates(record)) return [];
    // They are approved by now, or a run has ended while it asked for that.
    if (!view.authority) return askAnew(input);
    return decideAnew(input, record, { anyHour: isAgreedBySme(view, input.context) });
  }
  const problems = problemsOfDates(input);
  // Whose SME was just let go is given back with them instead.
  if (problems.length > 0) return record.decision === null ? [] : refuseDates(input, problems);
  if (!view.authority || !areWithinLimits(input, record)) return askAnew(readNow(input));
  const next = { ...withDatesOfForm(input), dateChanges: record.dateChanges + 1 };
  return decideAnew(input, next, { anyHour: false });
}
