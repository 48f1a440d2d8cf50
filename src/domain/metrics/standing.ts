import type { Period } from './facts.ts';
import type { Figure } from './figure.ts';
import {
  type Baseline,
  configuredBaseline,
  type GoalStatus,
  goalStatus,
  measuredBaseline,
  noBaseline,
} from './goal-status.ts';
import { figureOf, type Measurement } from './measure.ts';
import type { Goal, MetricDefinition } from './metric.ts';
import { metrics } from './metrics.ts';
import { monthsPeriod, previousMonth, quarterBefore, quarterOf } from './month.ts';
import type { ProgramHistory } from './program-history.ts';

/** One figure that has a goal, beside what it is compared with. */
export interface Standing {
  readonly metric: MetricDefinition;
  readonly goal: Goal;
  /** The period the goal is judged on: the report's own, or the quarter it lies in, so far. */
  readonly period: Period;
  /** Undefined: the metric gives none for all requests together. */
  readonly figure: Figure | undefined;
  /** The same figure of the month, or quarter, before; null: none. */
  readonly previous: number | null;
  readonly baseline: Baseline;
  readonly status: GoalStatus;
}

/** Gives the figures of a period. */
export type Measure = (period: Period) => Measurement;

/** The baseline of each figure, as `metrics.baseline` is set: none, figures, or a period to measure now. */
function baselines(history: ProgramHistory, measure: Measure): (goal: Goal) => Baseline {
  const setting = history.config.metrics.baseline;
  switch (setting.kind) {
    case 'none':
      return () => noBaseline;
    case 'figures':
      return ({ target }) =>
        target.kind === 'fixed' ? noBaseline : configuredBaseline(setting.figures, target.key);
    case 'period': {
      const { timezone } = history.config.calendar;
      const period = monthsPeriod(setting.from.slice(0, 7), setting.to.slice(0, 7), timezone);
      if (period === null) return () => measuredBaseline(null, `${setting.from} to ${setting.to}`);
      const measured = measure(period);
      return ({ figure }) => measuredBaseline(figureOf(measured, figure)?.value ?? null, period.name);
    }
    default:
      return setting satisfies never;
  }
}

/** What a goal of one span is judged on: the measurement, and the one before it. */
interface Span {
  readonly now: Measurement;
  readonly before: Measurement | null;
}

function monthSpan(history: ProgramHistory, measured: Measurement, measure: Measure): Span {
  const previous = previousMonth(measured.period.name, history.config.calendar.timezone);
  return { now: measured, before: previous === null ? null : measure(previous) };
}

/** Of a month: its quarter up to the month's end. */
function quarterSpan(history: ProgramHistory, measured: Measurement, measure: Measure): Span {
  const { timezone } = history.config.calendar;
  const quarter = quarterOf(measured.period.from, timezone);
  const isWhole = measured.period.name === quarter.name;
  const soFar = { ...quarter, to: measured.period.to };
  return {
    now: isWhole ? measured : measure(soFar),
    before: measure(quarterBefore(quarter, timezone)),
  };
}

/**
 * How every figure with a goal stands in a month or a quarter: against the goal, and against the period before. In a
 * quarter every goal is judged on the quarter. `measure` gives the figures of the periods it is compared with.
 */
export function standings(history: ProgramHistory, measured: Measurement, measure: Measure): Standing[] {
  const baselineOf = baselines(history, measure);
  const quarter = quarterSpan(history, measured, measure);
  const month = quarter.now === measured ? quarter : monthSpan(history, measured, measure);
  const found: Standing[] = [];
  for (const { definition } of metrics) {
    for (const goal of definition.goals) {
      const { now, before } = goal.span === 'quarter' ? quarter : month;
      const figure = figureOf(now, goal.figure);
      const baseline = baselineOf(goal);
      const value = figure?.value ?? null;
      const status = goalStatus(value, figure?.note ?? 'no figure yet', baseline, goal.target);
      const previous = before === null ? null : (figureOf(before, goal.figure)?.value ?? null);
      found.push({ metric: definition, goal, period: now.period, figure, previous, baseline, status });
    }
  }
  return found;
}
