import { type RequestState, statesBeforeMeeting } from './request-state.ts';

/** What can happen to a request; the second column of `docs/rules.md#transitions`. */
export type RequestEvent =
  | 'recognised'
  | 'checked clean'
  | 'problems found'
  | 'no answer'
  | 'binding field edited'
  | 'approval counts'
  | 'early approval'
  | 'declined with reason'
  | 'declined without reason'
  | 'decline reason overdue'
  | 'question asked'
  | 'SME found'
  | 'nobody free'
  | 'larger than any budget'
  | 'dates edited'
  | 'dates edited with problems'
  | 'new dates within limits'
  | 'new dates beyond limits'
  | 'overridden'
  | 'open field edited'
  | 'waitlist over'
  | 'all windows passed'
  | 'accepted'
  | 'SME lost'
  | 'authority lost'
  | 'meeting over'
  | 'feedback done'
  | 'closed before the date'
  | 'closed after the date'
  | 'closed by somebody else'
  | 'not reopened in time'
  | 'reopened'
  | 'moved or cloned';

/** One row: from which states an event may lead where. `undo`: what was granted is taken back. */
export interface Transition {
  readonly from: readonly (RequestState | 'none')[];
  readonly event: RequestEvent;
  /** Where it may lead; the same state means that it stays. */
  readonly to: readonly (RequestState | 'same')[];
  readonly closes?: true;
  readonly undo?: true;
}

const beforeApproval = ['submitted', 'needs-info', 'awaiting-approval'] as const;
const untilWaitlisted = [...beforeApproval, 'approved', 'waitlisted'] as const;
const withSme = ['assigned', 'engaged'] as const;
const approvedToEngaged = ['approved', 'waitlisted', 'assigned', 'changed', 'engaged'] as const;
const open = [...statesBeforeMeeting, 'awaiting-feedback'] as const;

/** Every transition the desk makes. What is not listed is undone, once (`docs/rules.md#transitions`). */
export const transitions: readonly Transition[] = [
  { from: ['none'], event: 'recognised', to: ['submitted'] },
  { from: ['submitted', 'needs-info'], event: 'checked clean', to: ['awaiting-approval'] },
  { from: ['submitted'], event: 'problems found', to: ['needs-info'] },
  { from: ['needs-info'], event: 'no answer', to: ['cancelled'], closes: true },
  { from: ['awaiting-approval'], event: 'binding field edited', to: ['same', 'needs-info'] },
  { from: ['awaiting-approval'], event: 'approval counts', to: ['approved'] },
  { from: ['changed'], event: 'approval counts', to: ['approved', 'assigned', 'engaged'] },
  { from: ['submitted', 'needs-info'], event: 'early approval', to: ['same'] },
  { from: statesBeforeMeeting, event: 'declined with reason', to: ['declined'], closes: true, undo: true },
  { from: statesBeforeMeeting, event: 'declined without reason', to: ['same'] },
  { from: statesBeforeMeeting, event: 'decline reason overdue', to: ['declined'], closes: true, undo: true },
  { from: ['awaiting-approval'], event: 'question asked', to: ['needs-info'] },
  { from: ['approved', 'waitlisted'], event: 'SME found', to: ['assigned'] },
  { from: ['approved'], event: 'nobody free', to: ['waitlisted'] },
  { from: ['approved'], event: 'larger than any budget', to: ['waitlisted'] },
  { from: untilWaitlisted, event: 'dates edited', to: ['same'] },
  { from: untilWaitlisted, event: 'dates edited with problems', to: ['needs-info'] },
  { from: ['needs-info'], event: 'new dates within limits', to: ['waitlisted'] },
  {
    from: [...withSme, 'awaiting-feedback'],
    event: 'new dates within limits',
    to: ['assigned', 'waitlisted'],
  },
  { from: [...approvedToEngaged, 'awaiting-feedback'], event: 'new dates beyond limits', to: ['changed'] },
  { from: ['approved', 'waitlisted', ...withSme], event: 'overridden', to: ['assigned'], undo: true },
  { from: ['changed'], event: 'overridden', to: ['same'], undo: true },
  { from: open, event: 'open field edited', to: ['same'] },
  { from: ['waitlisted'], event: 'waitlist over', to: ['needs-info'] },
  { from: [...untilWaitlisted, 'changed'], event: 'all windows passed', to: ['needs-info'] },
  { from: ['assigned'], event: 'accepted', to: ['engaged'] },
  { from: withSme, event: 'SME lost', to: ['assigned', 'waitlisted'], undo: true },
  { from: ['approved', 'waitlisted'], event: 'authority lost', to: ['awaiting-approval', 'needs-info'] },
  { from: [...withSme, 'changed'], event: 'authority lost', to: ['changed'] },
  { from: approvedToEngaged, event: 'binding field edited', to: ['changed'] },
  { from: [...withSme, 'changed'], event: 'meeting over', to: ['awaiting-feedback'] },
  { from: ['awaiting-feedback'], event: 'feedback done', to: ['completed'], closes: true },
  { from: open, event: 'closed before the date', to: ['same'] },
  { from: open, event: 'not reopened in time', to: ['cancelled'], undo: true },
  {
    from: [...withSme, 'changed', 'awaiting-feedback'],
    event: 'closed after the date',
    to: ['awaiting-feedback'],
  },
  { from: open, event: 'closed by somebody else', to: ['same'] },
  { from: ['cancelled', 'declined'], event: 'reopened', to: ['submitted'] },
  { from: ['completed'], event: 'reopened', to: ['same'], closes: true },
  { from: [...open, 'completed', 'declined', 'cancelled'], event: 'moved or cloned', to: ['submitted'] },
];

/** The row that lets `event` lead from one state to another, or null: the table has none. */
export function transitionFor(
  from: RequestState | 'none',
  event: RequestEvent,
  to: RequestState,
): Transition | null {
  const target = to === from ? 'same' : to;
  const row = transitions.find(
    (each) =>
      each.event === event && each.from.includes(from) && (each.to.includes(to) || each.to.includes(target)),
  );
  return row ?? null;
}
