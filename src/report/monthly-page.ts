import { metricDefinitions } from '../domain/metrics/definitions.ts';
import { dayOf } from '../domain/metrics/month.ts';
import { escapeMarkdown } from './escape.ts';
import { figuresOf } from './figures.ts';
import { goalsTable } from './goals-table.ts';
import { needsInfoTable, waitingTable, winRateTable } from './group-tables.ts';
import { markdownTable } from './markdown-table.ts';
import { metricLink } from './metrics-page.ts';
import { monthTitle } from './month-title.ts';
import { monthlyChart } from './monthly-chart.ts';
import { figuresTable } from './published-figures.ts';
import { instantText, type ReportInput, revisionText } from './report-input.ts';
import { summaryText } from './summary.ts';

function provenance(input: ReportInput): string {
  const { measured, now, timezone, revisions } = input;
  const { period, cutOff, overall } = measured;
  const days = `${dayOf(period.from, timezone)} to ${dayOf(period.to - 1, timezone)}`;
  const salesforce =
    overall.winRate.kind === 'measured' ? `read on ${instantText(now)}` : overall.winRate.reason;
  return markdownTable(
    ['', ''],
    [
      ['Period', `${days} (${escapeMarkdown(timezone)})`],
      ['Cut-off', `${instantText(cutOff)}; what happened from then on is not in the figures`],
      ['Opportunities', salesforce],
      ['Code', revisionText(revisions.code)],
      ['Configuration', revisionText(revisions.config)],
    ],
  );
}

function efficiencySection({ measured }: ReportInput): string {
  const chart = monthlyChart(measured.areas);
  const parts = [
    '## Engagement efficiency',
    chart ?? 'No chart: no request of this period has been given an SME yet.',
    '### From submission to assignment',
    waitingTable(measured, 'toAssigned', 'Assigned'),
    '### From submission to the first engagement',
    waitingTable(measured, 'toEngaged', 'Engaged'),
    '### Time in needs-info, part of both',
    needsInfoTable(measured),
  ];
  return parts.join('\n\n');
}

function notMeasured(): string {
  const rows = metricDefinitions
    .filter(({ measured }) => !measured)
    .map((definition) => [
      metricLink(definition),
      'not available: this version does not measure it',
      definition.goal,
    ]);
  return `## Other metrics\n\n${markdownTable(['Metric', 'Result', 'Goal'], rows)}`;
}

function inputs({ measured }: ReportInput): string {
  const issues = measured.inputs.map((iid) => `#${iid}`).join(', ');
  return `## Inputs\n\nRequests that these figures rest on: ${issues === '' ? 'none' : issues}.`;
}

/**
 * The wiki page of one month, `reports/2026-11`. It names no customer, opportunity or amount, only counts, times
 * and names from the configuration, and is the same to the byte for the same input (`docs/rules.md#metrics`).
 */
export function monthlyPage(input: ReportInput): string {
  const { measured, minimumN, program, standings } = input;
  const figures = figuresOf(measured);
  const title = monthTitle(measured.period.name);
  const parts = [
    `**${summaryText(measured)}**`,
    `Report of ${escapeMarkdown(program)} for ${title}. How each figure is computed: [the metrics](/metrics).`,
    provenance(input),
    '## Results against the goals',
    goalsTable(standings, figures, minimumN),
    'Groups without a request and without an opportunity are not listed below.',
    efficiencySection(input),
    '## Technical win rate',
    winRateTable(measured),
    notMeasured(),
    inputs(input),
    '## All figures',
    figuresTable(figures, minimumN, `Figures of ${measured.period.name}`),
  ];
  return `${parts.join('\n\n')}\n`;
}
