import { metrics } from '../domain/metrics/metrics.ts';
import { areaChart } from './area-chart.ts';
import { escapeMarkdown } from './escape.ts';
import { goalsTable } from './goals-table.ts';
import { metricSection } from './metric-section.ts';
import { monthTitle } from './month-title.ts';
import { inputsText, provenance } from './provenance.ts';
import { figuresTable } from './published-figures.ts';
import type { PeriodReport, ReportInput } from './report-input.ts';
import { summaryText } from './summary.ts';

/**
 * The wiki page of one month, `reports/2026-11`. It names no customer, opportunity or person, only counts, times
 * and names from the configuration, and is the same to the byte for the same input (`docs/rules.md#metrics`).
 */
export function monthlyPage(input: ReportInput, report: PeriodReport): string {
  const { config, now } = input.history;
  const { measured } = report;
  const program = metrics.map(({ definition }) => definition).filter(({ number }) => number !== null);
  const operation = metrics.map(({ definition }) => definition).filter(({ number }) => number === null);
  const parts = [
    `**${summaryText(report)}**`,
    `Report of ${escapeMarkdown(config.program.name)} for ${monthTitle(measured.period.name)}. How each figure is computed: [metrics](/metrics). How they went over the year: [dashboard](/dashboard). What they rest on stands [at the end](#what-this-page-rests-on).`,
    '## Goals',
    goalsTable(report),
    ...program.map((definition) =>
      metricSection(definition, report, { now, chart: areaChart(definition, report) }),
    ),
    '## Operation',
    ...operation.map((definition) => metricSection(definition, report, { now, chart: null })),
    '## What this page rests on',
    provenance(input, report),
    'Groups that nothing belongs to are not listed.',
    inputsText(report),
    '## All figures',
    figuresTable(measured, now),
  ];
  return `${parts.join('\n\n')}\n`;
}
