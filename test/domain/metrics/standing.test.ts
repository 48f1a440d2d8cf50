import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import type { RequestHistory } from '../../../src/domain/metrics/facts.ts';
import { goalStatus } from '../../../src/domain/metrics/goal-status.ts';
import { figureOf, type Measurement, measure } from '../../../src/domain/metrics/measure.ts';
import type { Target } from '../../../src/domain/metrics/metric.ts';
import { metrics } from '../../../src/domain/metrics/metrics.ts';
import { monthPeriod, quarterPeriod } from '../../../src/domain/metrics/month.ts';
import { type ProgramHistory, programHistory } from '../../../src/domain/metrics/program-history.ts';
import { type Standing, standings } from '../../../src/domain/metrics/standing.ts';
import { exampleConfig } from '../../builders/config.ts';
import { history, hour, label } from './builders.ts';
import { november } from './scope-of.ts';

function assigned(submitted: string, hours: number, fields: Partial<RequestHistory> = {}): RequestHistory {
  const submittedAt = Date.parse(submitted);
  return history({
    submittedAt,
    labelEvents: [label('add', 'assigned', submittedAt + hours * hour)],
    ...fields,
  });
}

type Baseline = Config['metrics']['baseline'];

function programOf(
  requests: readonly RequestHistory[],
  { now = november.to, baseline = { kind: 'none' } }: { now?: number; baseline?: Baseline } = {},
): ProgramHistory {
  const absent = { kind: 'not available', reason: 'Salesforce is off' } as const;
  const facts = { requests, feedback: [], collateral: [], pipeline: absent, questions: absent };
  return programHistory({ config: { ...exampleConfig(), metrics: { baseline } }, facts, now, desk: null });
}

function requestsBy(measured: Measurement, kind: 'area' | 'region'): (string | number | null)[][] {
  return measured.groups
    .filter(({ group }) => group.kind === kind)
    .map(({ group }) => [group.name, figureOf(measured, '5.requests', group)?.value ?? null]);
}

describe('the requests of a period', () => {
  it('are those submitted in it, by area and region, with what is not configured at the end', () => {
    const program = programOf([
      assigned('2026-11-05T08:00:00Z', 4, { iid: 5 }),
      assigned('2026-11-06T08:00:00Z', 4, { iid: 6, areaKey: 'gone', region: null }),
      assigned('2026-12-01T00:00:00Z', 4, { iid: 7 }),
    ]);

    const measured = measure(program, november);

    expect(figureOf(measured, '5.requests')?.value).toBe(2);
    expect(requestsBy(measured, 'area')).toEqual([
      ['AI', 1],
      ['Other', 1],
    ]);
    expect(requestsBy(measured, 'region')).toEqual([
      ['EMEA', 1],
      ['Not given', 1],
    ]);
    expect(measured.inputs).toEqual([5, 6]);
  });

  it('are counted as of now while the period is not over', () => {
    const now = Date.parse('2026-11-05T10:00:00Z');

    const measured = measure(programOf([assigned('2026-11-05T08:00:00Z', 4)], { now }), november);

    expect(measured.cutOff).toBe(now);
    expect(figureOf(measured, '5.assigned.n')?.value).toBe(0);
    expect(figureOf(measured, '5.assigned.waiting')?.value).toBe(1);
  });
});

describe('how a figure stands', () => {
  const target: Target = { kind: 'baseline', key: 'time-to-assigned', direction: 'lower', change: 0.2 };

  it.each([
    [7.9, 'met'],
    [8, 'met'],
    [8.1, 'not-met'],
  ])('with 10 h as the baseline and 20 %% less as the goal, %d h is %s', (value, kind) => {
    expect(goalStatus(value, '', { kind: 'value', value: 10 }, target)).toEqual({ kind, target: 8 });
  });

  const requests = [
    assigned('2026-03-03T08:00:00Z', 10),
    assigned('2026-10-05T08:00:00Z', 6),
    assigned('2026-11-05T08:00:00Z', 4),
  ];

  function standing(figure: string, baseline: Baseline, period = november): Standing | undefined {
    const program = programOf(requests, { baseline, now: period.to });
    const measureOne = (wanted: typeof period): Measurement => measure(program, wanted);
    const found = standings(program, measureOne(period), measureOne);
    return found.find(({ goal }) => goal.figure === figure);
  }

  it('is told for every goal of every metric', () => {
    const program = programOf(requests);
    const found = standings(program, measure(program, november), (period) => measure(program, period));

    expect(found.map(({ goal }) => goal)).toEqual(metrics.flatMap(({ definition }) => definition.goals));
  });

  it('is told beside the month before', () => {
    expect(standing('5.assigned.mean', { kind: 'none' })).toMatchObject({
      figure: { value: 4, n: 1 },
      previous: 6,
    });
  });

  it('is judged on the quarter so far, against the quarter before, where the goal is for a quarter', () => {
    expect(standing('2.resolved', { kind: 'none' })).toMatchObject({
      period: { name: '2026-Q4', to: november.to },
      figure: { value: 0 },
      previous: 0,
      status: { kind: 'not-met', target: 5 },
    });
  });

  it('of a quarter is judged on the quarter, whatever the goal is for', () => {
    const quarter = quarterPeriod('2026-Q4', 'UTC') ?? november;

    expect(standing('5.assigned.mean', { kind: 'none' }, quarter)).toMatchObject({
      period: quarter,
      figure: { value: 5, n: 2 },
      previous: null,
    });
  });

  it('is not known without a baseline, and says what to configure', () => {
    expect(standing('5.assigned.mean', { kind: 'none' })?.status).toEqual({
      kind: 'no-baseline',
      reason: 'set metrics.baseline in config/program.yml',
    });
  });

  it('is measured against a baseline period', () => {
    const found = standing('5.assigned.mean', { kind: 'period', from: '2026-01', to: '2026-06' });

    expect(found).toMatchObject({ baseline: { value: 10 }, status: { kind: 'met', target: 8 } });
  });

  it('has no baseline where the period has nothing to measure', () => {
    const found = standing('5.assigned.mean', { kind: 'period', from: '2026-04', to: '2026-06' });

    expect(found?.status).toEqual({
      kind: 'no-baseline',
      reason: 'nothing to measure in 2026-04 to 2026-06',
    });
  });

  it('is measured against a configured figure', () => {
    const found = standing('5.assigned.mean', { kind: 'figures', figures: { 'time-to-assigned': 4 } });

    expect(found?.status).toMatchObject({ kind: 'not-met', target: 3.2 });
  });

  it('names the figure that the configuration lacks', () => {
    const found = standing('5.assigned.mean', { kind: 'figures', figures: { 'time-to-engaged': 4 } });

    expect(found?.status).toEqual({
      kind: 'no-baseline',
      reason: 'metrics.baseline has no figure "time-to-assigned"',
    });
  });

  it('has no figure to compare while Salesforce is off, and says so', () => {
    const found = standing('1.rate', { kind: 'figures', figures: { 'technical-win-rate': 40 } });

    expect(found).toMatchObject({
      figure: { value: null, n: 0 },
      status: { kind: 'no-figure', reason: 'Salesforce is off' },
    });
  });

  it('is told for a month that lies long back, against the month before it', () => {
    const october = monthPeriod('2026-10', 'UTC') ?? november;

    expect(standing('5.assigned.mean', { kind: 'none' }, october)).toMatchObject({
      figure: { value: 6 },
      previous: null,
    });
  });
});
