import { metricDefinitions } from '../domain/metrics/definitions.ts';
import type { GoalKey, GoalStatus } from '../domain/metrics/goal-status.ts';
import type { Standing } from '../domain/metrics/standing.ts';
import { figureText, valueText } from './figure-text.ts';
import type { Figure, Unit } from './figures.ts';
import { markdownTable } from './markdown-table.ts';
import { metricLink } from './metrics-page.ts';

const figureOf: Readonly<Record<GoalKey, { key: string; name: string; unit: Unit; better: string }>> = {
  'technical-win-rate': { key: 'overall/1.rate', name: 'won ÷ closed', unit: 'percent', better: 'more' },
  'time-to-assigned': {
    key: 'overall/5.assigned.mean',
    name: 'mean to assignment',
    unit: 'hours',
    better: 'less',
  },
  'time-to-engaged': {
    key: 'overall/5.engaged.mean',
    name: 'mean to engagement',
    unit: 'hours',
    better: 'less',
  },
};

function statusText(status: GoalStatus, unit: Unit, better: string): string {
  switch (status.kind) {
    case 'met':
      return `**met** (${valueText(status.target, unit)} or ${better})`;
    case 'not-met':
      return `not met (${valueText(status.target, unit)} or ${better})`;
    case 'no-baseline':
      return `not available: ${status.reason}`;
    case 'no-figure':
      return 'not available: no figure yet';
    default:
      return status satisfies never;
  }
}

function row(standing: Standing, figures: ReadonlyMap<string, Figure>, minimumN: number): string[] {
  const { key, name, unit, better } = figureOf[standing.key];
  const definition = metricDefinitions.find(({ number }) => number === standing.metric);
  const figure = figures.get(key);
  const { baseline, previous } = standing;
  return [
    definition === undefined ? '' : `${metricLink(definition)}: ${name}`,
    figure === undefined ? 'not available' : figureText(figure, minimumN),
    String(standing.n),
    definition?.goal ?? '',
    baseline.kind === 'none' ? 'none' : valueText(baseline.value, unit),
    previous === null ? 'not available' : valueText(previous, unit),
    statusText(standing.status, unit, better),
  ];
}

/** The figures with a goal: result, baseline, the month before, and whether the goal is met. */
export function goalsTable(
  standings: readonly Standing[],
  figures: readonly Figure[],
  minimumN: number,
): string {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const head = ['Metric', 'Result', 'n', 'Goal', 'Baseline', 'Month before', 'Status'];
  return markdownTable(
    head,
    standings.map((standing) => row(standing, byKey, minimumN)),
  );
}
