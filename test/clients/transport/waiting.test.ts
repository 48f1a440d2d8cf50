import { describe, expect, it } from 'vitest';
import { createGate } from '../../../src/clients/transport/gate.ts';
import { createGap, createSlidingWindow, type Pace } from '../../../src/clients/transport/pace.ts';
import { retryAfter } from '../../../src/clients/transport/retry-after.ts';
import { createWaitBudget } from '../../../src/clients/transport/wait-budget.ts';
import { quickClock } from '../support/quick-clock.ts';

function waitAsked(value: string | undefined, date = 'Mon, 23 Nov 2026 08:00:00 GMT') {
  const headers = value === undefined ? { date } : { date, 'retry-after': value };
  return retryAfter({ status: 429, headers, text: '' });
}

describe('Retry-After', () => {
  it.each([
    ['seconds', '30', 30_000],
    ['zero', '0', 0],
    ['a date, measured by the answer itself', 'Mon, 23 Nov 2026 08:01:10 GMT', 70_000],
    ['a date in the past', 'Mon, 23 Nov 2020 08:00:00 GMT', 0],
    ['a negative number', '-5', null],
    ['nonsense', 'soon', null],
    ['nothing', undefined, null],
  ])('understands %s', (_, value, wait) => {
    expect(waitAsked(value)).toBe(wait);
  });

  it('does not guess when the answer has no date to compare with', () => {
    expect(waitAsked('Mon, 23 Nov 2026 08:01:10 GMT', '')).toBeNull();
  });
});

function starts(pace: Pace, count: number, now = 0): number[] {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = pace.earliest(now);
    pace.reserve(at);
    times.push(at);
  }
  return times;
}

describe('pace', () => {
  it('keeps a gap between writes that come at once', () => {
    expect(starts(createGap(50), 4)).toEqual([0, 50, 100, 150]);
  });

  it('delays no short burst of comments, and the 61st to the next minute', () => {
    const times = starts(createSlidingWindow(60, 60_000), 62);

    expect(times.slice(0, 60).every((at) => at === 0)).toBe(true);
    expect(times.slice(60)).toEqual([60_000, 60_000]);
  });
});

describe('the gate of a service that asks for patience', () => {
  it('takes its pause from the budget once, however many calls wait', async () => {
    const clock = quickClock();
    const budget = createWaitBudget(60_000);
    const gate = createGate(clock, budget);

    expect([gate.shut(30_000), gate.shut(30_000), gate.shut(20_000)]).toEqual([true, true, true]);
    await Promise.all([gate.passed(), gate.passed()]);

    expect(budget.left()).toBe(30_000);
  });

  it('stays open when the budget does not reach', async () => {
    const clock = quickClock();
    const gate = createGate(clock, createWaitBudget(1000));

    expect(gate.shut(1001)).toBe(false);
    await gate.passed();

    expect(clock.waits).toEqual([]);
  });
});
