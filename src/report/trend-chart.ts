import type { Figure } from '../domain/metrics/figure.ts';
import { figureOf } from '../domain/metrics/measure.ts';
import type { MetricDefinition } from '../domain/metrics/metric.ts';
import { figureText } from './figure-text.ts';
import { folded } from './folded.ts';
import { markdownTable } from './markdown-table.ts';
import { monthTitle, shortTitle, spanOf } from './month-title.ts';
import type { PeriodReport } from './report-input.ts';
import { mostPoints, xyChart } from './xy-chart.ts';

/**
 * How the figure of a metric went over the months or quarters: a chart, and the same as a table. Null: fewer than two
 * of them have a value.
 */
export function trendChart(definition: MetricDefinition, report: PeriodReport): string | null {
  const span = spanOf(report.measured.period.name);
  const rows = report.trend
    .slice(-mostPoints)
    .map((measured) => ({ name: measured.period.name, figure: figureOf(measured, definition.chart) }));
  const points = rows.flatMap(({ name, figure }) =>
    figure === undefined || figure.value === null ? [] : [{ label: shortTitle(name), value: figure.value }],
  );
  const newest = rows.findLast(({ figure }) => figure?.value != null)?.figure;
  if (points.length < 2 || newest === undefined) return null;
  const goal = goalLine(definition, newest, report);
  const chart = xyChart({ title: `${newest.name}, by ${span}`, unit: newest.unit, points, goal });
  const { asOf } = newest;
  return [chart, caption({ left: rows.length - points.length, span, goal, asOf }), numbers(rows, span)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What the figure is asked to be, where that is the same for each period drawn. */
function goalLine(definition: MetricDefinition, { id }: Figure, report: PeriodReport): number | null {
  const own = spanOf(report.measured.period.name);
  const standing = report.standings.find(({ goal }) => goal.figure === id);
  if (standing === undefined || standing.metric.key !== definition.key) return null;
  if (own === 'month' && standing.goal.span !== 'month') return null;
  const { status } = standing;
  return status.kind === 'met' || status.kind === 'not-met' ? status.target : null;
}

interface Drawn {
  /** How many months or quarters have no value. */
  readonly left: number;
  readonly span: 'month' | 'quarter';
  readonly goal: number | null;
  readonly asOf: boolean;
}

/** What keeps no history is drawn as it is today, so that an older page may show another value. */
function caption({ left, span, goal, asOf }: Drawn): string {
  const sentences = [
    goal === null ? '' : 'The level line is the goal.',
    asOf ? '' : `Every ${span} as read for this page, which may differ from its own report.`,
    left === 0
      ? ''
      : `${left} ${span}${left === 1 ? '' : 's'} without a value ${left === 1 ? 'is' : 'are'} left out.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function numbers(rows: readonly { name: string; figure: Figure | undefined }[], span: string): string {
  const table = markdownTable(
    [span === 'month' ? 'Month' : 'Quarter', 'Value', 'n'],
    rows.map(({ name, figure }) => [monthTitle(name), figureText(figure), String(figure?.n ?? 0)]),
  );
  return folded('The numbers', table);
}
