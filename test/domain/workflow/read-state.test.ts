import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readState } from '../../../src/domain/workflow/read-state.ts';
import { event } from '../../builders/label-history.ts';
import { desk } from '../../builders/snapshot.ts';

const shown = [
  event(0, 'desk', 'add', 'request::submitted'),
  event(1, 'desk', 'remove', 'request::submitted'),
  event(3, 'desk', 'add', 'request::awaiting-approval'),
];

type Input = Parameters<typeof readState>[0];

/** Read with the labels that the events leave on the issue, unless others are given. */
function read(events: Input['events'], decided: Input['decided'] = [], labels?: readonly string[]) {
  const left = new Set<string>();
  for (const { label, action } of [...events].sort((a, b) => a.id - b.id)) {
    if (label !== null && action === 'add') left.add(label.name);
    if (label !== null && action === 'remove') left.delete(label.name);
  }
  const { own, claims } = readState({
    events,
    deskIds: [desk.id, 899],
    decided,
    labels: labels ?? [...left],
  });
  return { own, claims: claims.map((claim) => claim.event) };
}

describe('the state of a request, read from its label events', () => {
  it('is none before the desk has set anything, whatever people have set', () => {
    expect(read([])).toEqual({ own: null, claims: [] });
    expect(read([event(1, 'mallory', 'add', 'request::assigned')])).toEqual({ own: null, claims: [1] });
  });

  it('is the last label the desk has added, also when it was taken off since', () => {
    expect(read([...shown, event(4, 'mallory', 'remove', 'request::awaiting-approval')]).own).toBe(
      'awaiting-approval',
    );
  });

  it('counts labels that an earlier token of the desk has added', () => {
    const former = {
      ...event(5, 'desk', 'add', 'request::assigned'),
      user: { id: 899, username: 'project_7_bot_old' },
    };
    expect(read([...shown, former]).own).toBe('assigned');
  });

  it.each([
    ['the click is still there', []],
    ['its label is gone again', [event(5, 'desk', 'remove', 'request::approved')]],
  ])('a click after the transition is a claim: %s', (_, more) => {
    expect(read([...shown, event(4, 'omar', 'add', 'request::approved'), ...more]).claims).toEqual([4]);
  });

  it('a click between the read and the write of a transition is a claim when the record knows it', () => {
    const events = [...shown, event(2, 'omar', 'add', 'request::approved')];
    expect(read(events).claims).toEqual([]);
    expect(read(events, [{ to: 'awaiting-approval', on: 1 }]).claims).toEqual([2]);
  });

  it('a transition in the record that never happened is not believed', () => {
    const events = [...shown, event(4, 'omar', 'add', 'request::approved')];
    const decided = [
      { to: 'awaiting-approval', on: 1 },
      { to: 'assigned', on: 4 },
    ] as const;
    expect(read(events, decided)).toEqual({ own: 'awaiting-approval', claims: [4] });
  });

  it('an entry for the same state that is newer than its label is not believed either', () => {
    const events = [...shown, event(5, 'omar', 'add', 'request::approved')];
    expect(read(events, [{ to: 'awaiting-approval', on: 6 }]).claims).toEqual([5]);
  });

  it('removals, other scopes, deleted labels and deleted accounts are no claims', () => {
    const events = [
      ...shown,
      event(4, 'mallory', 'remove', 'request::awaiting-approval'),
      event(5, 'mallory', 'add', 'sla::breached'),
      event(6, 'mallory', 'add', null),
      event(7, null, 'add', 'request::approved'),
    ];
    expect(read(events)).toEqual({ own: 'awaiting-approval', claims: [] });
  });

  it('a label of the scope that names no state is a claim of nothing, also in the hands of the desk', () => {
    const mine = event(8, 'desk', 'add', 'request::urgent');
    const events = [...shown, event(4, 'mallory', 'add', 'request::urgent'), mine];
    expect(read(events)).toEqual({ own: 'awaiting-approval', claims: [4] });
  });

  it('of two labels that two runs have set, the one the record tells of is the state', () => {
    const events = [...shown, event(4, 'desk', 'add', 'request::needs-info')];
    expect(read(events, [{ to: 'awaiting-approval', on: 2 }]).own).toBe('awaiting-approval');
    const takenBack = [...events, event(5, 'desk', 'remove', 'request::needs-info')];
    expect(read(takenBack).own).toBe('awaiting-approval');
  });

  it('a label of an earlier state that a person took off is no state to fall back to', () => {
    const events = [
      event(1, 'desk', 'add', 'request::needs-info'),
      event(2, 'mallory', 'remove', 'request::needs-info'),
      event(3, 'desk', 'add', 'request::awaiting-approval'),
      event(4, 'omar', 'add', 'request::approved'),
      event(5, 'desk', 'remove', 'request::awaiting-approval'),
    ];
    expect(read(events).own).toBe('awaiting-approval');
    expect(read([...events, event(6, 'mallory', 'add', 'request::needs-info')]).own).toBe(
      'awaiting-approval',
    );
  });

  it('does not depend on the order in which GitLab lists the events', () => {
    const events = [
      ...shown,
      event(2, 'omar', 'add', 'request::approved'),
      event(4, 'mallory', 'add', 'request::engaged'),
      event(5, 'desk', 'remove', 'request::engaged'),
      event(6, 'lena', 'add', 'request::declined'),
    ];
    const decided = [{ to: 'awaiting-approval', on: 1 }] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(read(shuffled, decided)).toEqual({ own: 'awaiting-approval', claims: [2, 4, 6] });
      }),
    );
  });
});
