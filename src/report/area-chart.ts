import type { MetricDefinition } from '../domain/metrics/metric.ts';
import { figureIn, listedGroups } from './metric-figures.ts';
import { monthTitle } from './month-title.ts';
import type { PeriodReport } from './report-input.ts';
import { isNegative, mostPoints, xyChart } from './xy-chart.ts';

/**
 * The figure of a metric by area in one period, or null: fewer than two areas have a value, all have 0, or one is
 * negative, which bars cannot show. Of many areas those with the most behind them are drawn; the table beside it has
 * all of them.
 */
export function areaChart(definition: MetricDefinition, { measured }: PeriodReport): string | null {
  const areas = listedGroups(measured).flatMap((each) => {
    const figure = figureIn(each, definition.chart);
    if (each.group.kind !== 'area' || figure === undefined || figure.value === null) return [];
    return [{ label: each.group.name, value: figure.value, figure }];
  });
  const [first] = areas;
  const values = areas.map(({ value }) => value);
  if (areas.length < 2 || first === undefined) return null;
  if (isNegative(values) || values.every((value) => value === 0)) return null;
  const most = new Set([...areas].sort((a, b) => b.figure.n - a.figure.n).slice(0, mostPoints));
  const title = `${first.figure.name} by area, ${monthTitle(measured.period.name)}`;
  return xyChart({
    title,
    unit: first.figure.unit,
    points: areas.filter((area) => most.has(area)),
    goal: null,
  });
}
