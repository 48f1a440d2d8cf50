import { figureOf, type Measurement } from '../domain/metrics/measure.ts';
import type { MetricDefinition } from '../domain/metrics/metric.ts';
import { metrics } from '../domain/metrics/metrics.ts';
import { escapeNote } from './escape.ts';
import { changeText, type Direction } from './figure-change.ts';
import { figureText } from './figure-text.ts';
import { markdownTable } from './markdown-table.ts';
import { metricName } from './metrics-page.ts';
import type { PeriodReport } from './report-input.ts';

interface MainFigure {
  readonly id: string;
  readonly direction: Direction;
}

/** The figures that tell most about a metric: the first of its table, those with a goal, and the one its chart draws. */
function mainFigures({ columns, goals, chart }: MetricDefinition): readonly MainFigure[] {
  const ids = [columns[0]?.figure ?? chart, ...goals.map(({ figure }) => figure), chart];
  return [...new Set(ids)].map((id) => ({
    id,
    direction: goals.find(({ figure }) => figure === id)?.target.direction ?? null,
  }));
}

function row(
  definition: MetricDefinition,
  id: string,
  direction: Direction,
  now: Measurement,
  before: Measurement,
) {
  const figure = figureOf(now, id);
  if (figure === undefined) return [];
  const previous = figureOf(before, id)?.value ?? null;
  return [
    [
      metricName(definition),
      escapeNote(figure.name),
      figureText(figureOf(before, id)),
      figureText(figure),
      changeText(figure.value, previous, figure.unit, direction),
    ],
  ];
}

/** How the main figures have changed against the period before, or the sentence that there is none to compare with. */
export function changesTable({ measured, trend }: PeriodReport): string {
  const before = trend.at(-2);
  if (before === undefined) return 'There is no period before to compare with.';
  const rows = metrics.flatMap(({ definition }) =>
    mainFigures(definition).flatMap(({ id, direction }) => row(definition, id, direction, measured, before)),
  );
  if (rows.length === 0) return 'There is no figure to compare.';
  return markdownTable(['Metric', 'Figure', 'Before', 'Now', 'Change'], rows);
}
