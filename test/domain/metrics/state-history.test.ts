import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateHistory } from '../../../src/domain/metrics/state-history.ts';
import type { LabelEvent } from '../../../src/domain/snapshot.ts';
import { requestStates, stateOfLabel } from '../../../src/domain/workflow/request-state.ts';
import { at, history, label, life, mallory, moved } from './builders.ts';

describe('the states of a request', () => {
  it('follow one another as half-open intervals up to the cut-off', () => {
    const labelEvents = life(['submitted', 0], ['awaiting-approval', 1], ['assigned', 4]);

    const { intervals } = stateHistory(history({ labelEvents }), at(10));

    expect(intervals).toEqual([
      { state: 'submitted', from: at(0), to: at(1) },
      { state: 'awaiting-approval', from: at(1), to: at(4) },
      { state: 'assigned', from: at(4), to: at(10) },
    ]);
  });

  it('are read by event id, whatever order GitLab gives', () => {
    const labelEvents = life(['submitted', 0], ['needs-info', 1], ['awaiting-approval', 2]);
    const expected = stateHistory(history({ labelEvents }), at(9));

    const shuffled = stateHistory(history({ labelEvents: [...labelEvents].reverse() }), at(9));

    expect(shuffled).toEqual(expected);
  });

  it('are the label that was added last while GitLab Free leaves two of the scope', () => {
    const labelEvents = [label('add', 'awaiting-approval', at(0)), label('add', 'approved', at(2), mallory)];
    labelEvents.push(label('remove', 'approved', at(3)));

    const { intervals } = stateHistory(history({ labelEvents }), at(5));

    expect(intervals.map(({ state, from, to }) => [state, from, to])).toEqual([
      ['awaiting-approval', at(0), at(2)],
      ['approved', at(2), at(3)],
      ['awaiting-approval', at(3), at(5)],
    ]);
  });

  it('do not change by a person who sets a state of the desk', () => {
    const labelEvents = [...life(['submitted', 0]), label('add', 'assigned', at(1), mallory)];

    const { intervals, firstSet } = stateHistory(history({ labelEvents }), at(5), [900]);

    expect(firstSet.has('assigned')).toBe(false);
    expect(intervals).toEqual([{ state: 'submitted', from: at(0), to: at(5) }]);
  });

  it('keep what a revoked token of the desk has set', () => {
    const ghost = { id: 5, username: 'ghost' };
    const labelEvents = [label('add', 'assigned', at(1), ghost), label('add', 'engaged', at(2), null)];

    const { firstSet } = stateHistory(history({ labelEvents }), at(5), [900]);

    expect([...firstSet]).toEqual([
      ['assigned', at(1)],
      ['engaged', at(2)],
    ]);
  });

  it('pass over deleted labels, other labels and values nobody configured', () => {
    const other = (name: string): LabelEvent => ({
      ...label('add', 'engaged', at(1)),
      label: { id: 99, name },
    });
    const labelEvents = [
      ...life(['submitted', 0]),
      { ...label('add', 'engaged', at(1)), label: null },
      other('request::bogus'),
      other('area::ai'),
    ];

    const { intervals } = stateHistory(history({ labelEvents }), at(2));

    expect(intervals.map(({ state }) => state)).toEqual(['submitted']);
  });

  it('leave out what a cloned issue brought along from before its submission', () => {
    const labelEvents = [label('add', 'assigned', at(-50)), ...life(['submitted', 0])];

    const { firstSet } = stateHistory(history({ labelEvents }), at(2));

    expect(firstSet.has('assigned')).toBe(false);
  });

  it('end before the cut-off: an event at it belongs to the next period', () => {
    const labelEvents = life(['submitted', 0], ['assigned', 5]);

    const { firstSet, intervals } = stateHistory(history({ labelEvents }), at(5));

    expect(firstSet.has('assigned')).toBe(false);
    expect(intervals).toEqual([{ state: 'submitted', from: at(0), to: at(5) }]);
  });

  it('remember a state that was left in the same second', () => {
    const labelEvents = [...life(['assigned', 2]), ...moved('assigned', 'engaged', at(2))];

    const { firstSet, intervals } = stateHistory(history({ labelEvents }), at(3));

    expect(firstSet.get('assigned')).toBe(at(2));
    expect(intervals.map(({ state }) => state)).toEqual(['engaged']);
  });
});

const anyEvent = fc.record({
  state: fc.constantFrom(...requestStates),
  action: fc.constantFrom('add' as const, 'remove' as const),
  hours: fc.integer({ min: -3, max: 40 }),
});

/** The state at one instant, recomputed from nothing: replays everything up to it, with a plain array of names. */
function stateAt(events: readonly LabelEvent[], instant: number): string | null {
  let clock = at(0);
  let present: string[] = [];
  for (const event of [...events].sort((a, b) => a.id - b.id)) {
    if (event.at < at(0)) continue;
    clock = Math.max(clock, event.at);
    if (clock > instant) break;
    const name = event.label?.name ?? '';
    present = present.filter((each) => each !== name);
    if (event.action === 'add') present.push(name);
  }
  return stateOfLabel(present.at(-1) ?? '');
}

describe('the intervals of any history', () => {
  it('are in order, never empty or negative, never overlap, and say what a replay says at every instant', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), fc.integer({ min: 0, max: 45 }), (steps, cutOff) => {
        const labelEvents = steps.map(({ action, state, hours }) => label(action, state, at(hours)));

        const { intervals } = stateHistory(history({ labelEvents }), at(cutOff));

        let end = at(0);
        for (const { from, to } of intervals) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(at(cutOff));
        for (let hours = 0; hours < cutOff; hours += 1) {
          const found = intervals.find(({ from, to }) => from <= at(hours) && at(hours) < to);
          expect(found?.state ?? null).toBe(stateAt(labelEvents, at(hours)));
        }
      }),
    );
  });
});
