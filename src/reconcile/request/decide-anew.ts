import { meetingsOf } from '../../domain/assignment/engagement.ts';
import { wishOf } from '../../domain/assignment/wish.ts';
import { lastNoteId } from '../../domain/commands/comments-of-people.ts';
import { datesOf } from '../../domain/dates/dates-of.ts';
import { isProposed } from '../../domain/dates/is-proposed.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { decidedOn, moveTo, writeRecord } from './actions-on.ts';
import { decisionAnew } from './decision-anew.ts';
import type { PhaseInput } from './phase.ts';
import { release } from './release.ts';

type Decision = NonNullable<RecordState['decision']>;

/**
 * Decides on the dates that were taken up: the meeting stays where they still offer it; else the SME keeps it at a new
 * time, and has to accept again; else the SME is let go, and somebody else is looked for in the same run.
 * `anyHour`: the SME has named the time.
 */
export function decideAnew(
  input: PhaseInput,
  taken: RecordState,
  { anyHour }: { readonly anyHour: boolean },
): IssueAction[] {
  const { view, context } = input;
  const { decision } = taken;
  if (decision === null || view.state === 'none') return write(input, taken, 'there are new dates');
  if (staysAsItIs(input, taken, decision)) {
    const kept = { ...decision, dates: taken.dates, heard: lastNoteId(view.issue) };
    return write(input, { ...taken, decision: kept }, 'the new dates leave the meeting where it is');
  }
  const next = { ...taken, feedback: null };
  const after: RequestView = { ...view, record: { ...view.record, state: next } };
  const fresh = decisionAnew({ ...input, view: after }, decision, wishOf(after), anyHour);
  if (fresh === null) {
    const why = `${decision.username} cannot take the new dates`;
    return release(after, context, { excluded: false, why });
  }
  const why = `${decision.username} is free at the new dates`;
  const decided = { ...next, decision: fresh };
  if (view.state === 'assigned') return write(input, decided, why);
  return [
    ...write(input, decidedOn(decided, view, 'assigned'), why, 'assigned'),
    moveTo(view, 'new dates within limits', 'assigned', { why }),
  ];
}

function write(
  { view, context }: PhaseInput,
  record: RecordState,
  why: string,
  to = view.state,
): IssueAction[] {
  if (to === 'none') return [];
  return [writeRecord(view, { record, text: recordText(view, context, record, to), why })];
}

/** Whether the meeting lies ahead, at times that the new dates offer as well. */
function staysAsItIs({ view, context }: PhaseInput, taken: RecordState, decision: Decision): boolean {
  const wanted = datesOf({ form: view.form, record: { ...view.record, state: taken } });
  const meetings = meetingsOf(decision);
  if (wanted === null || decision.start <= context.snapshot.now) return false;
  const count = wanted.series ? wanted.dates.length : 1;
  return count === meetings.length && meetings.every(({ start }) => isProposed(start, wanted.dates));
}
