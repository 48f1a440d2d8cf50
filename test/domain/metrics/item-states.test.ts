import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAreaAt, scopeChanges, standingAt, valueAt } from '../../../src/domain/metrics/item-states.ts';
import { at } from './builders.ts';
import { carried, feedbackItem, labelled } from './item-builders.ts';

function standing(labelEvents: ReturnType<typeof carried>, hours: number): string | null {
  return standingAt(scopeChanges(feedbackItem({ labelEvents }), 'feedback'), at(hours))?.value ?? null;
}

describe('how far an item has come', () => {
  const labelEvents = [
    labelled('add', 'feedback::new', 0),
    ...carried('feedback::new', 'feedback::accepted', 5),
    labelled('add', 'impact::major', 6),
    labelled('add', 'feedback-type::bug', 7),
  ];

  it('is the label of the scope that was set last, right before the moment that is asked for', () => {
    expect([0, 1, 5, 5.1, 50].map((hours) => standing(labelEvents, hours))).toEqual([
      null,
      'new',
      'new',
      'accepted',
      'accepted',
    ]);
  });

  it('is read by event id, whatever order GitLab gives', () => {
    expect(standing([...labelEvents].reverse(), 50)).toBe('accepted');
  });

  it('is the label before, once one of two is taken off again, as GitLab Free leaves them', () => {
    const clicked = [labelled('add', 'feedback::new', 0), labelled('add', 'feedback::roadmap', 2)];
    const undone = [...clicked, labelled('remove', 'feedback::roadmap', 3)];

    expect([standing(clicked, 9), standing(undone, 9)]).toEqual(['roadmap', 'new']);
  });

  it('knows nothing of labels that were deleted, nor of what a cloned item brought along', () => {
    const deleted = { ...labelled('add', 'feedback::resolved', 1), label: null };
    const copied = labelled('add', 'feedback::resolved', -40);

    expect(standing([copied, deleted], 9)).toBeNull();
  });
});

describe('the area of an item', () => {
  it('is the one it had at that moment, so that a later change moves no month that is over', () => {
    const labelEvents = [labelled('add', 'area::ai', 0), ...carried('area::ai', 'area::appsec', 10)];
    const item = feedbackItem({ areaKey: 'appsec', labelEvents });

    expect([itemAreaAt(item, at(10)), itemAreaAt(item, at(11))]).toEqual(['ai', 'appsec']);
  });

  it('is other while it has none', () => {
    const item = feedbackItem({ areaKey: 'ai', labelEvents: [labelled('add', 'area::ai', 10)] });

    expect(itemAreaAt(item, at(5))).toBe('other');
  });

  it('is that of today where an import has left no event', () => {
    expect(itemAreaAt(feedbackItem({ areaKey: 'agile' }), at(5))).toBe('agile');
    expect(valueAt(feedbackItem(), 'collateral-kind', at(5), null)).toBeNull();
  });
});

const step = fc.record({
  value: fc.constantFrom('new', 'accepted', 'resolved'),
  action: fc.constantFrom('add' as const, 'remove' as const),
  hours: fc.integer({ min: -2, max: 30 }),
});

it('at every moment what stands is what a replay of the events by hand leaves', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 0, max: 35 }), (steps, hours) => {
      const labelEvents = steps.map((each) => labelled(each.action, `feedback::${each.value}`, each.hours));

      let clock = 0;
      let present: string[] = [];
      for (const { value, action, hours: time } of steps) {
        if (time < 0) continue;
        clock = Math.max(clock, time);
        if (clock >= hours) break;
        present = present.filter((each) => each !== value);
        if (action === 'add') present.push(value);
      }
      expect(standing(labelEvents, hours)).toBe(present.at(-1) ?? null);
    }),
    { seed: 7, numRuns: 300 },
  );
});
