import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engagementEfficiency } from '../../../src/domain/metrics/engagement-efficiency.ts';
import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import { requestTimes } from '../../../src/domain/metrics/request-times.ts';
import type { RequestState } from '../../../src/domain/workflow/request-state.ts';
import { at, history, hour, life, stateEvent } from './builders.ts';

function efficiencyOf(histories: readonly RequestHistory[], cutOff = 1000) {
  return engagementEfficiency(histories.map((each) => requestTimes(each, at(cutOff))));
}

function assignedAfter(hours: number): RequestHistory {
  return history({ labelEvents: life(['submitted', 0], ['assigned', hours]) });
}

describe('engagement efficiency', () => {
  it('tells mean, median and 90th percentile of the time to assignment in hours', () => {
    const { toAssigned } = efficiencyOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map(assignedAfter));

    expect(toAssigned).toMatchObject({ n: 10, mean: 14.5, median: 5.5, p90: 9, waiting: 0, ended: 0 });
  });

  it('counts those still waiting apart, and divides the literal sum by all requests', () => {
    const waiting = history({ labelEvents: life(['submitted', 0], ['waitlisted', 3]) });

    const { requests, toAssigned } = efficiencyOf([assignedAfter(4), assignedAfter(8), waiting, waiting]);

    expect(requests).toBe(4);
    expect(toAssigned).toMatchObject({ n: 2, mean: 6, waiting: 2, ended: 0, literal: 3 });
  });

  it('counts a declined request as ended, not as waiting', () => {
    const declined = history({ stateEvents: [stateEvent('closed', 5)], closedAt: at(5) });

    expect(efficiencyOf([declined]).toAssigned).toMatchObject({ n: 0, waiting: 0, ended: 1, mean: null });
  });

  it('takes an issue without state events that is closed as ended', () => {
    expect(efficiencyOf([history({ closedAt: at(5) })]).toAssigned.ended).toBe(1);
  });

  it('lets the time stand still while the issue is closed, but not in the literal formula', () => {
    const reopened = history({
      labelEvents: life(['submitted', 0], ['cancelled', 2], ['submitted', 12], ['assigned', 15]),
      stateEvents: [stateEvent('closed', 2), stateEvent('reopened', 12)],
    });

    expect(efficiencyOf([reopened]).toAssigned).toMatchObject({ mean: 5, literal: 15 });
  });

  it('takes the first assignment when an SME hands back', () => {
    const labelEvents = life(
      ['submitted', 0],
      ['assigned', 3],
      ['waitlisted', 5],
      ['assigned', 9],
      ['engaged', 10],
    );

    const { toAssigned, toEngaged } = efficiencyOf([history({ labelEvents })]);

    expect([toAssigned.mean, toEngaged.mean]).toEqual([3, 10]);
  });

  it('takes the agreed date where the SME never accepted and the engagement took place', () => {
    const labelEvents = life(['submitted', 0], ['assigned', 3], ['awaiting-feedback', 80]);

    expect(efficiencyOf([history({ labelEvents, agreedDate: at(56) })]).toEngaged.mean).toBe(56);
  });

  it('does not know an engagement that the requester says did not take place', () => {
    const labelEvents = life(['submitted', 0], ['assigned', 3], ['awaiting-feedback', 80]);

    const { toEngaged } = efficiencyOf([
      history({ labelEvents, agreedDate: at(56), outcome: 'did not take place' }),
    ]);

    expect(toEngaged).toMatchObject({ n: 0, waiting: 1 });
  });

  it('tells the time in needs-info apart, for the requests that were in it', () => {
    const labelEvents = life(['submitted', 0], ['needs-info', 1], ['awaiting-approval', 7], ['assigned', 9]);

    const { needsInfo, toAssigned } = efficiencyOf([history({ labelEvents }), assignedAfter(2)]);

    expect(needsInfo).toEqual({ n: 1, mean: 6, median: 6, p90: 6 });
    expect(toAssigned.n).toBe(2);
  });

  it('has no figures, not zeros, without requests', () => {
    expect(efficiencyOf([]).toAssigned).toEqual({
      n: 0,
      mean: null,
      median: null,
      p90: null,
      waiting: 0,
      ended: 0,
      literal: null,
    });
  });
});

const anyRequest = fc.record({
  assigned: fc.option(fc.integer({ min: 0, max: 60 })),
  closed: fc.option(fc.integer({ min: 1, max: 60 })),
});

describe('engagement efficiency of any requests', () => {
  it('agrees with a recomputation by hand, and every request is in exactly one count', () => {
    fc.assert(
      fc.property(
        fc.array(anyRequest, { maxLength: 12 }),
        fc.integer({ min: 1, max: 70 }),
        (requests, cutOff) => {
          const histories = requests.map(({ assigned, closed }) =>
            history({
              labelEvents: assigned === null ? [] : life(['submitted', 0], ['assigned', assigned]),
              stateEvents: closed === null ? [] : [stateEvent('closed', closed)],
              closedAt: closed === null ? null : at(closed),
            }),
          );

          const { toAssigned } = efficiencyOf(histories, cutOff);

          const times: number[] = [];
          let waiting = 0;
          for (const { assigned, closed } of requests) {
            if (assigned !== null && assigned < cutOff) times.push(Math.min(assigned, closed ?? assigned));
            else if (closed === null || closed >= cutOff) waiting += 1;
          }
          expect(toAssigned.n).toBe(times.length);
          expect(toAssigned.waiting).toBe(waiting);
          expect(toAssigned.n + toAssigned.waiting + toAssigned.ended).toBe(requests.length);
          let total = 0;
          for (const time of times) total += time;
          if (times.length > 0) expect(toAssigned.mean).toBeCloseTo(total / times.length, 9);
          const below = times.filter((time) => time <= (toAssigned.p90 ?? -1)).length;
          expect(below * 10).toBeGreaterThanOrEqual(times.length * 9);
        },
      ),
    );
  });

  it('is never negative, even where events carry times before the submission', () => {
    const state = fc.constantFrom<RequestState>('needs-info', 'assigned', 'engaged', 'completed');
    const step = fc.tuple(state, fc.integer({ min: -9, max: 50 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.integer({ min: -5, max: 60 }), (steps, agreed) => {
        const labelEvents = life(...steps);

        const times = requestTimes(history({ labelEvents, agreedDate: at(agreed) }), at(55));

        expect(times.toAssigned ?? 0).toBeGreaterThanOrEqual(0);
        expect(times.toEngaged ?? 0).toBeGreaterThanOrEqual(0);
        expect(times.inNeedsInfo).toBeGreaterThanOrEqual(0);
        expect(times.inNeedsInfo).toBeLessThanOrEqual(55 * hour);
      }),
    );
  });
});
