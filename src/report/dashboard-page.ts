import { figureOf } from '../domain/metrics/measure.ts';
import type { MetricDefinition } from '../domain/metrics/metric.ts';
import { metrics } from '../domain/metrics/metrics.ts';
import { escapeMarkdown, escapeNote } from './escape.ts';
import { figureText } from './figure-text.ts';
import { goalsTable } from './goals-table.ts';
import { groupTable } from './group-table.ts';
import { listedGroups } from './metric-figures.ts';
import { metricName, whatItIs } from './metrics-page.ts';
import { monthTitle } from './month-title.ts';
import { provenance } from './provenance.ts';
import type { PeriodReport, ReportInput } from './report-input.ts';
import { summaryText } from './summary.ts';
import { trendChart } from './trend-chart.ts';

interface Drawn {
  readonly definition: MetricDefinition;
  readonly chart: string | null;
}

function chartSection({ definition, chart }: Drawn): string[] {
  if (chart === null) return [];
  return [`### ${metricName(definition)}`, whatItIs(definition), chart];
}

/** What cannot be drawn is named with its figure, or the reason why there is none. */
function notDrawn(drawn: readonly Drawn[], report: PeriodReport): string[] {
  const rows = drawn
    .filter(({ chart }) => chart === null)
    .map(({ definition }) => {
      const figure = figureOf(report.measured, definition.chart);
      const name = figure === undefined ? '' : ` (${escapeNote(figure.name)})`;
      return `- ${metricName(definition)}${name}: ${figureText(figure)}`;
    });
  if (rows.length === 0) return [];
  return ['### Without a chart', 'Fewer than two months have a value.', rows.join('\n')];
}

/**
 * The wiki page `dashboard`: how every goal stands, and every metric over the months up to the newest report. A living
 * page, written again each month; what is to last stands in the reports.
 */
export function dashboardPage(input: ReportInput, report: PeriodReport): string {
  const { config } = input.history;
  const { name } = report.measured.period;
  const drawn = metrics.map(({ definition }) => ({ definition, chart: trendChart(definition, report) }));
  const program = drawn.filter(({ definition }) => definition.number !== null);
  const operation = drawn.filter(({ definition }) => definition.number === null);
  const columns = program.map(({ definition }) => ({
    figure: definition.chart,
    head: headOf(definition, report),
  }));
  const parts = [
    `**${summaryText(report)}**`,
    `${escapeMarkdown(config.program.name)}, written again with each report; the newest is [${monthTitle(name)}](/reports/${name}). See also: [metrics](/metrics) · [SMEs](/smes) · [home](/home).`,
    ...withFilters(input),
    '## Goals',
    goalsTable(report),
    '## By area and region',
    `${monthTitle(name)}. Groups that nothing belongs to are not listed.`,
    groupTable(listedGroups(report.measured), columns),
    '## Month by month',
    ...program.flatMap(chartSection),
    '## Operation',
    ...operation.flatMap(chartSection),
    ...notDrawn(drawn, report),
    '## What this page rests on',
    provenance(input, report),
    `The issues behind the figures are listed in the [report](/reports/${name}).`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Only an address that cannot end the link. */
function withFilters({ pagesUrl }: ReportInput): string[] {
  if (pagesUrl == null || !/^https?:\/\/[\w.:/~-]+$/.test(pagesUrl)) return [];
  return [
    `[The dashboard with filters](${pagesUrl}): by period, area and region, with every figure as CSV and JSON.`,
  ];
}

function headOf(definition: MetricDefinition, { measured }: PeriodReport): string {
  const figure = figureOf(measured, definition.chart);
  return `${definition.number} ${figure?.name ?? definition.name}`;
}
