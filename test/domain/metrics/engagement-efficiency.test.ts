import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import { engagementEfficiency } from '../../../src/domain/metrics/program/engagement-efficiency.ts';
import { requestTimeline } from '../../../src/domain/metrics/request-timeline.ts';
import { requestTimes } from '../../../src/domain/metrics/request-times.ts';
import type { RequestState } from '../../../src/domain/workflow/request-state.ts';
import { at, history, hour, life, stateEvent } from './builders.ts';
import { november, scopeOf, valuesOf } from './scope-of.ts';

/** The figures of requests that were all submitted at the hour 0, as of an hour. */
function efficiencyOf(requests: readonly RequestHistory[], cutOff = 600): Record<string, number | null> {
  return valuesOf(engagementEfficiency.measure(scopeOf({ requests }, { now: at(cutOff) })));
}

function assignedAfter(hours: number): RequestHistory {
  return history({ labelEvents: life(['submitted', 0], ['assigned', hours]) });
}

describe('engagement efficiency', () => {
  it('tells mean, median and 90th percentile of the time to assignment in hours', () => {
    const figures = efficiencyOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map(assignedAfter));

    expect(figures).toMatchObject({
      '5.assigned.n': 10,
      '5.assigned.mean': 14.5,
      '5.assigned.median': 5.5,
      '5.assigned.p90': 9,
      '5.assigned.waiting': 0,
      '5.assigned.ended': 0,
    });
  });

  it('counts those still waiting apart, and divides the literal sum by all requests', () => {
    const waiting = history({ labelEvents: life(['submitted', 0], ['waitlisted', 3]) });

    expect(efficiencyOf([assignedAfter(4), assignedAfter(8), waiting, waiting])).toMatchObject({
      '5.requests': 4,
      '5.assigned.n': 2,
      '5.assigned.mean': 6,
      '5.assigned.waiting': 2,
      '5.assigned.ended': 0,
      '5.assigned.literal': 3,
    });
  });

  it('knows the requests submitted in the period only, and nothing of what happens after it', () => {
    const before = history({ submittedAt: november.from - hour, labelEvents: life(['assigned', 5]) });
    const after = history({ submittedAt: november.to });
    const requests = [before, after, assignedAfter(4), assignedAfter(2000)];

    const figures = valuesOf(engagementEfficiency.measure(scopeOf({ requests }, { now: at(5000) })));

    expect(figures).toMatchObject({ '5.requests': 2, '5.assigned.mean': 4, '5.assigned.waiting': 1 });
  });

  it('counts a declined request as ended, not as waiting', () => {
    const declined = history({ stateEvents: [stateEvent('closed', 5)], closedAt: at(5) });

    expect(efficiencyOf([declined])).toMatchObject({
      '5.assigned.n': 0,
      '5.assigned.waiting': 0,
      '5.assigned.ended': 1,
      '5.assigned.mean': null,
    });
  });

  it('takes an issue without state events that is closed as ended', () => {
    expect(efficiencyOf([history({ closedAt: at(5) })])).toMatchObject({ '5.assigned.ended': 1 });
  });

  it('lets the time stand still while the issue is closed, but not in the literal formula', () => {
    const reopened = history({
      labelEvents: life(['submitted', 0], ['cancelled', 2], ['submitted', 12], ['assigned', 15]),
      stateEvents: [stateEvent('closed', 2), stateEvent('reopened', 12)],
    });

    expect(efficiencyOf([reopened])).toMatchObject({ '5.assigned.mean': 5, '5.assigned.literal': 15 });
  });

  it('takes the first assignment when an SME hands back', () => {
    const labelEvents = life(
      ['submitted', 0],
      ['assigned', 3],
      ['waitlisted', 5],
      ['assigned', 9],
      ['engaged', 10],
    );

    expect(efficiencyOf([history({ labelEvents })])).toMatchObject({
      '5.assigned.mean': 3,
      '5.engaged.mean': 10,
    });
  });

  it('takes the moment an engagement was found to have taken place where the SME never accepted', () => {
    const labelEvents = life(['submitted', 0], ['assigned', 3], ['awaiting-feedback', 80]);

    expect(efficiencyOf([history({ labelEvents })])).toMatchObject({ '5.engaged.mean': 80 });
  });

  it('does not know an engagement that the requester says did not take place', () => {
    const labelEvents = life(['submitted', 0], ['assigned', 3], ['awaiting-feedback', 80], ['completed', 90]);

    expect(efficiencyOf([history({ labelEvents, outcome: 'did not take place' })])).toMatchObject({
      '5.engaged.n': 0,
      '5.engaged.waiting': 1,
    });
  });

  it('tells the time in needs-info apart, for the requests that were in it', () => {
    const labelEvents = life(['submitted', 0], ['needs-info', 1], ['awaiting-approval', 7], ['assigned', 9]);

    expect(efficiencyOf([history({ labelEvents }), assignedAfter(2)])).toMatchObject({
      '5.needs-info.n': 1,
      '5.needs-info.mean': 6,
      '5.needs-info.median': 6,
      '5.assigned.n': 2,
    });
  });

  it('has no figures, not zeros, without requests', () => {
    expect(efficiencyOf([])).toMatchObject({
      '5.requests': 0,
      '5.assigned.n': 0,
      '5.assigned.mean': null,
      '5.assigned.median': null,
      '5.assigned.p90': null,
      '5.assigned.waiting': 0,
      '5.assigned.ended': 0,
      '5.assigned.literal': null,
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

          const figures = efficiencyOf(histories, cutOff);

          const times: number[] = [];
          let waiting = 0;
          for (const { assigned, closed } of requests) {
            if (assigned !== null && assigned < cutOff) times.push(Math.min(assigned, closed ?? assigned));
            else if (closed === null || closed >= cutOff) waiting += 1;
          }
          const ended = requests.length - times.length - waiting;
          expect(figures).toMatchObject({
            '5.requests': requests.length,
            '5.assigned.n': times.length,
            '5.assigned.waiting': waiting,
            '5.assigned.ended': ended,
          });
          let total = 0;
          for (const time of times) total += time;
          if (times.length > 0) expect(figures['5.assigned.mean']).toBeCloseTo(total / times.length, 9);
          const below = times.filter((time) => time <= (figures['5.assigned.p90'] ?? -1)).length;
          expect(below * 10).toBeGreaterThanOrEqual(times.length * 9);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is never negative, even where events carry times before the submission', () => {
    const state = fc.constantFrom<RequestState>('needs-info', 'assigned', 'engaged', 'completed');
    const step = fc.tuple(state, fc.integer({ min: -9, max: 50 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const labelEvents = life(...steps);

        const timeline = requestTimeline(history({ labelEvents }), { areas: [], regions: [] }, null);
        const times = requestTimes(timeline, at(55));

        expect(times.toAssigned ?? 0).toBeGreaterThanOrEqual(0);
        expect(times.toEngaged ?? 0).toBeGreaterThanOrEqual(0);
        expect(times.inNeedsInfo).toBeGreaterThanOrEqual(0);
        expect(times.inNeedsInfo).toBeLessThanOrEqual(55 * hour);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
