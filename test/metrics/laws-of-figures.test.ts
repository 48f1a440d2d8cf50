import { describe, expect, it } from 'vitest';
import { groupKey } from '../../src/domain/metrics/group.ts';
import { type Measurement, measure } from '../../src/domain/metrics/measure.ts';
import { type MeasureInput, programHistory } from '../../src/domain/metrics/program-history.ts';
import { requestTimeline } from '../../src/domain/metrics/request-timeline.ts';
import { type RequestTimes, requestTimes } from '../../src/domain/metrics/request-times.ts';
import { dice } from '../builders/program/dice.ts';
import { caseOf, seeds } from './cases.ts';
import { asKnownAt } from './generate/as-known-at.ts';
import { inAnotherOrder, wildProgram } from './generate/program.ts';

/** What a measurement says of what has a history; figures and groups with nothing in them are left out. */
function asOfFigures({ groups }: Measurement): Record<string, string> {
  const told = groups.flatMap(({ group, figures }) =>
    figures
      .filter(({ asOf, n, value }) => asOf && !(n === 0 && (value ?? 0) === 0))
      .map(({ id, value, n, note }) => [`${groupKey(group)}/${id}`, `${value ?? note} (n = ${n})`] as const),
  );
  return Object.fromEntries(told);
}

it('a period that is computed late is the period that was computed on time', () => {
  let compared = 0;
  for (const seed of seeds(5000, 5300)) {
    const { period } = caseOf(seed);
    const late = wildProgram(seed, { crooked: false });
    const onTime = asKnownAt(late, period.to);
    const figures = asOfFigures(measure(programHistory(late), period));
    compared += Object.keys(figures).length;

    expect(asOfFigures(measure(programHistory(onTime), period)), `seed ${seed}`).toEqual(figures);
  }
  expect(compared).toBeGreaterThan(20_000);
});

it('no list has an order that matters', () => {
  for (const seed of seeds(6000, 6150)) {
    const { program, period } = caseOf(seed);
    const mixed = inAnotherOrder(program, dice(seed));

    expect(measure(programHistory(mixed), period), `seed ${seed}`).toEqual(
      measure(programHistory(program), period),
    );
  }
});

/** Every request of some programs, as of a moment of its own. */
function requestsOf({ config, facts, desk }: MeasureInput, seed: number): RequestTimes[] {
  const throws = dice(seed);
  return facts.requests.map((history) =>
    requestTimes(
      requestTimeline(history, config, desk),
      history.submittedAt + throws.whole(1, 9_000) * 3_600_000,
    ),
  );
}

function length(
  stretches: readonly { readonly from: number; readonly to: number }[],
  cutOff: number,
): number {
  return stretches.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, cutOff) - from), 0);
}

describe('of every request', () => {
  const requests = seeds(7000, 7200).flatMap((seed) => requestsOf(wildProgram(seed), seed));

  it('no stretch is empty or runs backwards, none overlaps the one before, none begins before the submission', () => {
    for (const { timeline, history } of requests) {
      for (const stretches of [timeline.states, timeline.closed]) {
        let before = history.submittedAt;
        for (const { from, to } of stretches) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeGreaterThan(from);
          before = to;
        }
      }
    }
    expect(requests.length).toBeGreaterThan(2000);
  });

  it('the times in its states are never more than its life', () => {
    for (const { timeline, history, cutOff } of requests) {
      const states = timeline.states.filter(({ from }) => from < cutOff);
      const closed = timeline.closed.filter(({ from }) => from < cutOff);

      expect(length(states, cutOff)).toBeLessThanOrEqual(cutOff - history.submittedAt);
      expect(length(closed, cutOff)).toBeLessThanOrEqual(cutOff - history.submittedAt);
    }
  });

  it('no time is negative, and none is longer than the clock on the wall says or than it was open', () => {
    for (const { history, timeline, cutOff, ...times } of requests) {
      const closed = timeline.closed.filter(({ from }) => from < cutOff);
      const open = cutOff - history.submittedAt - length(closed, cutOff);
      for (const [time, at] of [
        [times.toAssigned, times.assignedAt],
        [times.toEngaged, times.engagedAt],
      ] as const) {
        if (time === null || at === null) continue;
        expect(time).toBeGreaterThanOrEqual(0);
        expect(time).toBeLessThanOrEqual(at - history.submittedAt);
        expect(time).toBeLessThanOrEqual(open);
      }
      expect(times.inNeedsInfo).toBeGreaterThanOrEqual(0);
      expect(times.inNeedsInfo).toBeLessThanOrEqual(open);
    }
  });
});

it('who got there, who waits and who ended add up to all requests', () => {
  for (const seed of seeds(8000, 8150)) {
    const { program, period } = caseOf(seed);
    for (const { figures } of measure(programHistory(program), period).groups) {
      const value = (id: string): number => figures.find((each) => each.id === id)?.value ?? 0;
      for (const id of ['5.assigned', '5.engaged']) {
        expect(value(`${id}.n`) + value(`${id}.waiting`) + value(`${id}.ended`)).toBe(value('5.requests'));
      }
    }
  }
});
