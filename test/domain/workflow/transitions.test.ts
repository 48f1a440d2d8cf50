import { describe, expect, it } from 'vitest';
import { type RequestState, requestStates } from '../../../src/domain/workflow/request-state.ts';
import { type RequestEvent, transitionFor, transitions } from '../../../src/domain/workflow/transitions.ts';

type From = RequestState | 'none';

const beforeApproval = ['submitted', 'needs-info', 'awaiting-approval'] as const;
const toWaitlisted = [...beforeApproval, 'approved', 'waitlisted'] as const;
const afterApproval = ['approved', 'waitlisted', 'assigned', 'changed', 'engaged'] as const;
const toEngaged = [...beforeApproval, ...afterApproval] as const;
const open = [...toEngaged, 'awaiting-feedback'] as const;
const assigned = ['assigned', 'engaged'] as const;

/** The rules' own table, row by row: from, event, to, and whether it closes the issue and undoes grants. */
const rules: readonly (readonly [
  readonly From[],
  RequestEvent,
  readonly (RequestState | 'same')[],
  ('closes' | 'undo')[]?,
])[] = [
  [['none'], 'recognised', ['submitted']],
  [['submitted', 'needs-info'], 'checked clean', ['awaiting-approval']],
  [['submitted'], 'problems found', ['needs-info']],
  [['needs-info'], 'no answer', ['cancelled'], ['closes']],
  [['awaiting-approval'], 'binding field edited', ['same', 'needs-info']],
  [['awaiting-approval'], 'approval counts', ['approved']],
  [['changed'], 'approval counts', ['approved', 'assigned', 'engaged']],
  [['submitted', 'needs-info'], 'early approval', ['same']],
  [toEngaged, 'declined with reason', ['declined'], ['closes', 'undo']],
  [toEngaged, 'declined without reason', ['same']],
  [toEngaged, 'decline reason overdue', ['declined'], ['closes', 'undo']],
  [['approved', 'waitlisted'], 'SME found', ['assigned']],
  [['approved'], 'nobody free', ['waitlisted']],
  [['approved'], 'larger than any budget', ['waitlisted']],
  [toWaitlisted, 'dates edited', ['same']],
  [toWaitlisted, 'dates edited with problems', ['needs-info']],
  [['needs-info'], 'new dates within limits', ['waitlisted']],
  [[...assigned, 'awaiting-feedback'], 'new dates within limits', ['assigned', 'waitlisted']],
  [[...afterApproval, 'awaiting-feedback'], 'new dates beyond limits', ['changed']],
  [['awaiting-approval'], 'question asked', ['needs-info']],
  [['approved', 'waitlisted', ...assigned], 'overridden', ['assigned'], ['undo']],
  [['changed'], 'overridden', ['same'], ['undo']],
  [open, 'open field edited', ['same']],
  [['waitlisted'], 'waitlist over', ['needs-info']],
  [[...toWaitlisted, 'changed'], 'all windows passed', ['needs-info']],
  [['assigned'], 'accepted', ['engaged']],
  [assigned, 'SME lost', ['assigned', 'waitlisted'], ['undo']],
  [['approved', 'waitlisted'], 'authority lost', ['awaiting-approval', 'needs-info']],
  [[...assigned, 'changed'], 'authority lost', ['changed']],
  [afterApproval, 'binding field edited', ['changed']],
  [[...assigned, 'changed'], 'meeting over', ['awaiting-feedback']],
  [['awaiting-feedback'], 'feedback done', ['completed'], ['closes']],
  [open, 'closed before the date', ['same']],
  [open, 'not reopened in time', ['cancelled'], ['undo']],
  [[...assigned, 'changed', 'awaiting-feedback'], 'closed after the date', ['awaiting-feedback']],
  [open, 'closed by somebody else', ['same']],
  [['cancelled', 'declined'], 'reopened', ['submitted']],
  [['completed'], 'reopened', ['same'], ['closes']],
  [[...open, 'completed', 'declined', 'cancelled'], 'moved or cloned', ['submitted']],
];

const steps = rules.flatMap(([froms, event, tos, marks = []]) =>
  froms.flatMap((from) =>
    tos.flatMap((to) => {
      const target = to === 'same' ? from : to;
      return target === 'none' ? [] : [{ from, event, to: target, marks }];
    }),
  ),
);

describe('the transitions of a request', () => {
  it.each(steps)('$from, $event: $to', ({ from, event, to, marks }) => {
    const row = transitionFor(from, event, to);
    expect(row).not.toBeNull();
    expect(row?.closes ?? false).toBe(marks.includes('closes'));
    expect(row?.undo ?? false).toBe(marks.includes('undo'));
  });

  it('there is no other step in the table than those of the rules', () => {
    const known = new Set(steps.map(({ from, event, to }) => `${from}|${event}|${to}`));
    const events = [...new Set(transitions.map((row) => row.event))];
    const surplus: string[] = [];
    for (const from of ['none', ...requestStates] as const) {
      for (const event of events) {
        for (const to of requestStates) {
          const name = `${from}|${event}|${to}`;
          if (transitionFor(from, event, to) !== null && !known.has(name)) surplus.push(name);
        }
      }
    }
    expect(surplus).toEqual([]);
  });

  it('nothing leads out of a final state but a reopening, and nothing assigns what nobody has approved', () => {
    for (const { from, event, to } of steps) {
      if (from === 'completed' || from === 'cancelled' || from === 'declined') {
        expect(['reopened', 'moved or cloned']).toContain(event);
      }
      if (to === 'assigned') expect(beforeApproval).not.toContain(from);
    }
  });
});
