import { acceptance } from '../../domain/engagement/answer-of-sme.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import type { IssueAction } from '../../plan/action.ts';
import { decidedOn, moveTo, recordOf, writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

/**
 * Hears the SME's answer: accepted, the request is engaged (`docs/rules.md#after-assignment`). One whose SME has a
 * new date to accept, or is a new one, belongs into `assigned`.
 */
export function hear(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const record = recordOf(view, context);
  const { decision } = record;
  if (decision === null || !view.authority) return [];
  if (view.state === 'awaiting-feedback') return askAgain(input);
  if (view.state !== 'assigned' && view.state !== 'engaged') return [];
  const accepted = decision.accepted ?? acceptance(view);
  if (accepted === null) return view.state === 'engaged' ? askAgain(input) : [];
  if (view.state === 'engaged' && decision.accepted !== null) return [];
  const heard = decidedOn({ ...record, decision: { ...decision, accepted } }, view, 'engaged');
  const why = `${decision.username} has accepted`;
  return [
    writeRecord(view, { record: heard, text: recordText(view, context, heard, 'engaged'), why }),
    ...(view.state === 'engaged' ? [] : [moveTo(view, 'accepted', 'engaged', { why })]),
  ];
}

/** A decision that is still to come and was not accepted: whoever was told of it is asked. */
function askAgain({ view, context }: PhaseInput): IssueAction[] {
  const record = recordOf(view, context);
  const { decision } = record;
  if (decision === null || decision.start <= context.snapshot.now) return [];
  if (view.state === 'awaiting-feedback' && view.notes.has(`feedback:${decision.number}`)) return [];
  const asked = decidedOn(record, view, 'assigned');
  const why = `${decision.username} is asked to accept the new date`;
  return [
    writeRecord(view, { record: asked, text: recordText(view, context, asked, 'assigned'), why }),
    moveTo(view, 'new dates within limits', 'assigned', { assignees: [decision.sme], why }),
  ];
}
