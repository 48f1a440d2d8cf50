import type { Baseline } from '../../domain/metrics/goal-status.ts';
import type { Goal, MetricDefinition } from '../../domain/metrics/metric.ts';
import { metrics } from '../../domain/metrics/metrics.ts';
import type { Standing } from '../../domain/metrics/standing.ts';

/** A goal beside what it is measured against. */
export interface SiteGoal extends Goal {
  /** Of the whole program, as the newest report has it. */
  readonly baseline: Baseline;
}

/** A metric as the dashboard explains and draws it. */
export interface SiteMetric
  extends Pick<MetricDefinition, 'key' | 'number' | 'name' | 'formula' | 'details' | 'goal' | 'chart'> {
  readonly goals: readonly SiteGoal[];
}

/** Every metric with its goals, each beside its baseline. */
export function siteMetrics(standings: readonly Standing[]): SiteMetric[] {
  const baselines = new Map(standings.map(({ goal, baseline }) => [goal.figure, baseline]));
  return metrics.map(({ definition }) => ({
    key: definition.key,
    number: definition.number,
    name: definition.name,
    formula: definition.formula,
    details: definition.details,
    goal: definition.goal,
    chart: definition.chart,
    goals: definition.goals.map((goal) => ({
      ...goal,
      baseline: baselines.get(goal.figure) ?? { kind: 'none', reason: 'not measured yet' },
    })),
  }));
}
