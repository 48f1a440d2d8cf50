import { describe, expect, it } from 'vitest';
import { overall } from '../../../src/domain/metrics/group.ts';
import { monthNames, monthPeriod } from '../../../src/domain/metrics/month.ts';
import { type PeriodSlice, periodSlice } from '../../../src/domain/metrics/period-slice.ts';
import { inGroup, requestsByGroup } from '../../../src/domain/metrics/program-history.ts';
import type { RequestTimes } from '../../../src/domain/metrics/request-times.ts';
import type { Instant } from '../../../src/domain/snapshot.ts';
import { generatedHistory } from '../../builders/program-history.ts';

const history = generatedHistory({ seed: 11 });
const { timezone } = history.config.calendar;

/** Whether the issue was closed at an instant. */
function closedAt({ timeline }: RequestTimes, at: Instant): boolean {
  return timeline.closed.some(({ from, to }) => from <= at && at < to);
}

/** The same lists by looking at every request whole, one question at a time. */
function byHand(
  requests: readonly RequestTimes[],
  from: Instant,
): Readonly<Record<keyof PeriodSlice, number[]>> {
  const within = (at: Instant | undefined, { cutOff }: RequestTimes): boolean =>
    at !== undefined && at >= from && at < cutOff;
  const numbers = (holds: (each: RequestTimes) => boolean): number[] =>
    requests.filter(holds).map((each) => each.history.iid);
  return {
    submitted: numbers((each) => within(each.history.submittedAt, each)),
    open: numbers((each) => {
      const began = Math.max(from, each.history.submittedAt);
      const moments = [began, ...each.timeline.closed.map(({ to }) => to)];
      return moments.some((at) => at >= began && at < each.cutOff && !closedAt(each, at));
    }),
    declined: numbers((each) => {
      if (each.state !== 'declined' || each.openAtCutOff) return false;
      const began = Math.max(
        ...each.timeline.states.map((state) => (state.from < each.cutOff ? state.from : 0)),
      );
      const moments = [began, ...each.timeline.closed.map((closed) => closed.from)];
      const first = moments.filter((at) => at >= began && closedAt(each, at)).sort((a, b) => a - b)[0];
      return within(first, each);
    }),
    tookPlace: numbers((each) => within(each.tookPlaceAt ?? undefined, each)),
    completed: numbers(
      (each) => each.tookPlaceAt !== null && within(each.timeline.firstSet.get('completed'), each),
    ),
    begun: numbers((each) => each.involvedSince !== null && within(each.history.decision?.start, each)),
  };
}

describe('the requests that a month is about', () => {
  const months = monthNames('2025-10', '2026-10').flatMap((name) => monthPeriod(name, timezone) ?? []);

  it.each(months)('are those that are found one by one: $name', ({ from, to }) => {
    const requests = inGroup(requestsByGroup(history, to), overall);

    const { submitted, open, declined, tookPlace, completed, begun } = periodSlice(requests, from);

    const lists = { submitted, open, declined, tookPlace, completed, begun };
    const numbers = Object.entries(lists).map(([key, list]) => [key, list.map((each) => each.history.iid)]);
    expect(Object.fromEntries(numbers)).toEqual(byHand(requests, from));
  });

  it('are some of each kind in a year', () => {
    const year = periodSlice(inGroup(requestsByGroup(history, history.now), overall), months[0]?.from ?? 0);

    for (const list of Object.values(year)) expect(list.length).toBeGreaterThan(5);
  });
});
