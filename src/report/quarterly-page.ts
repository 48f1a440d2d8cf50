import { metrics } from '../domain/metrics/metrics.ts';
import { changesTable } from './changes-table.ts';
import { escapeMarkdown } from './escape.ts';
import { goalsTable } from './goals-table.ts';
import { metricSection } from './metric-section.ts';
import { monthTitle } from './month-title.ts';
import { proposals } from './proposals.ts';
import { inputsText, provenance } from './provenance.ts';
import { figuresTable } from './published-figures.ts';
import type { PeriodReport, ReportInput } from './report-input.ts';
import { summaryText } from './summary.ts';
import { trendChart } from './trend-chart.ts';

function proposalList(report: PeriodReport): string {
  const list = proposals(report);
  if (list.length === 0) return 'None: no rule finds anything in these figures.';
  return list.map((sentence, index) => `${index + 1}. ${sentence}`).join('\n');
}

/**
 * The wiki page of one quarter, `reviews/2026-Q4`: goals met and missed, what has changed against the quarter before,
 * what follows by rule, and every metric over the last quarters (`docs/rules.md#metrics`).
 */
export function quarterlyPage(input: ReportInput, report: PeriodReport): string {
  const { config, now } = input.history;
  const { measured } = report;
  const definitions = metrics.map(({ definition }) => definition);
  const section = (definition: (typeof definitions)[number]): string =>
    metricSection(definition, report, { now, chart: trendChart(definition, report) });
  const parts = [
    `**${summaryText(report)}**`,
    `Review of ${escapeMarkdown(config.program.name)} for ${monthTitle(measured.period.name)}. How each figure is computed: [metrics](/metrics). What they rest on stands [at the end](#what-this-page-rests-on).`,
    '## Goals met and missed',
    goalsTable(report),
    '## What changed against the quarter before',
    changesTable(report),
    '## Proposals',
    'Each follows by a fixed rule from a figure of this page. People decide.',
    proposalList(report),
    ...definitions.filter(({ number }) => number !== null).map(section),
    '## Operation',
    ...definitions.filter(({ number }) => number === null).map(section),
    '## What this page rests on',
    provenance(input, report),
    'Groups that nothing belongs to are not listed.',
    inputsText(report),
    '## All figures',
    figuresTable(measured, now),
  ];
  return `${parts.join('\n\n')}\n`;
}
