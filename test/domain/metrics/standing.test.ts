import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import { goalStatus } from '../../../src/domain/metrics/goal-status.ts';
import { type MeasureInput, measure } from '../../../src/domain/metrics/measure.ts';
import { monthPeriod } from '../../../src/domain/metrics/month.ts';
import { standings } from '../../../src/domain/metrics/standing.ts';
import { history, hour, label, metricsConfig } from './builders.ts';

const november = monthPeriod('2026-11', 'UTC') ?? { from: 0, to: 0, name: '' };

function assigned(submitted: string, hours: number, fields: Partial<RequestHistory> = {}): RequestHistory {
  const submittedAt = Date.parse(submitted);
  return history({
    submittedAt,
    labelEvents: [label('add', 'assigned', submittedAt + hours * hour)],
    ...fields,
  });
}

function input(histories: readonly RequestHistory[], now = november.to): MeasureInput {
  return { config: metricsConfig(), histories, opportunities: 'off', now, desk: null };
}

describe('the requests of a period', () => {
  it('are those submitted in it, by area and region, with what is not configured at the end', () => {
    const measured = measure(
      input([
        assigned('2026-11-05T08:00:00Z', 4, { iid: 5 }),
        assigned('2026-11-06T08:00:00Z', 4, { iid: 6, areaKey: 'gone', region: null }),
        assigned('2026-10-31T23:59:59Z', 4, { iid: 4 }),
        assigned('2026-12-01T00:00:00Z', 4, { iid: 7 }),
      ]),
      november,
    );

    expect(measured.overall.efficiency.requests).toBe(2);
    expect(measured.areas.map(({ group, efficiency }) => [group.name, efficiency.requests])).toEqual([
      ['AI', 1],
      ['Other', 1],
    ]);
    expect(measured.regions.map(({ group }) => group.name)).toEqual(['EMEA', 'Not given']);
    expect(measured.inputs).toEqual([5, 6]);
  });

  it('are counted as of now while the period is not over', () => {
    const now = Date.parse('2026-11-05T10:00:00Z');

    const measured = measure(input([assigned('2026-11-05T08:00:00Z', 4)], now), november);

    expect(measured.cutOff).toBe(now);
    expect(measured.overall.efficiency.toAssigned).toMatchObject({ n: 0, waiting: 1 });
  });
});

describe('how a figure stands', () => {
  const goal = { direction: 'lower', change: 0.2, within: '6 months' } as const;

  it.each([
    [7.9, 'met'],
    [8, 'met'],
    [8.1, 'not-met'],
  ])('with 10 h as the baseline and 20 %% less as the goal, %d h is %s', (value, kind) => {
    expect(goalStatus(value, { kind: 'value', value: 10 }, goal)).toEqual({ kind, target: 8 });
  });

  const histories = [
    assigned('2026-03-03T08:00:00Z', 10),
    assigned('2026-10-05T08:00:00Z', 6),
    assigned('2026-11-05T08:00:00Z', 4),
  ];

  function timeToAssigned(baseline: Config['metrics']['baseline']) {
    const facts = input(histories);
    const found = standings(facts, measure(facts, november), baseline);
    return found.find(({ key }) => key === 'time-to-assigned');
  }

  it('is told beside the month before', () => {
    expect(timeToAssigned({ kind: 'none' })).toMatchObject({ value: 4, n: 1, previous: 6 });
  });

  it('is not known without a baseline, and says what to configure', () => {
    expect(timeToAssigned({ kind: 'none' })?.status).toEqual({
      kind: 'no-baseline',
      reason: 'set metrics.baseline in config/program.yml',
    });
  });

  it('is measured against a baseline period', () => {
    const standing = timeToAssigned({ kind: 'period', from: '2026-01', to: '2026-06' });

    expect(standing).toMatchObject({ baseline: { value: 10 }, status: { kind: 'met', target: 8 } });
  });

  it('has no baseline where the period has nothing to measure', () => {
    const standing = timeToAssigned({ kind: 'period', from: '2026-04', to: '2026-06' });

    expect(standing?.status).toEqual({
      kind: 'no-baseline',
      reason: 'nothing to measure in 2026-04 to 2026-06',
    });
  });

  it('is measured against a configured figure', () => {
    const figures = { 'time-to-assigned': 4 };

    expect(timeToAssigned({ kind: 'figures', figures })?.status).toMatchObject({
      kind: 'not-met',
      target: 3.2,
    });
  });

  it('names the figure that the configuration lacks', () => {
    const standing = timeToAssigned({ kind: 'figures', figures: { 'time-to-engaged': 4 } });

    expect(standing?.status).toEqual({
      kind: 'no-baseline',
      reason: 'metrics.baseline has no figure "time-to-assigned"',
    });
  });

  it('has no figure to compare while Salesforce is off', () => {
    const facts = input(histories);
    const figures = { 'technical-win-rate': 40 };

    const [winRate] = standings(facts, measure(facts, november), { kind: 'figures', figures });

    expect(winRate).toMatchObject({ value: null, n: 0, status: { kind: 'no-figure' } });
  });
});
