import type { Figure } from '../domain/metrics/figure.ts';
import type { MetricDefinition } from '../domain/metrics/metric.ts';
import type { Instant } from '../domain/snapshot.ts';
import { escapeNote } from './escape.ts';
import { figureText } from './figure-text.ts';
import { folded } from './folded.ts';
import { groupTable } from './group-table.ts';
import { markdownTable } from './markdown-table.ts';
import { listedGroups, overallFigures } from './metric-figures.ts';
import { metricName, whatItIs } from './metrics-page.ts';
import { instantText, type PeriodReport } from './report-input.ts';

/**
 * One metric of a period on a page: what it is, a chart where the caller has one, the table by group, the rest of its
 * figures, and what of it rests on the day it was read.
 */
export function metricSection(
  definition: MetricDefinition,
  report: PeriodReport,
  more: { readonly now: Instant; readonly chart: string | null },
): string {
  const heading = definition.number === null ? '###' : '##';
  const parts = [
    `${heading} ${metricName(definition)}`,
    whatItIs(definition),
    ...figures(definition, report, more.chart),
    readOnText(overallFigures(report.measured, definition), more.now),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function figures(definition: MetricDefinition, report: PeriodReport, chart: string | null): string[] {
  const all = overallFigures(report.measured, definition);
  if (all.length === 0) return ['Not available: this version of the desk gives no figures for it.'];
  const reason = reasonOfAll(all);
  if (reason !== null) return [`Not available: ${escapeNote(reason)}.`];
  const { columns } = definition;
  const rest = all.filter(({ id }) => !columns.some((column) => column.figure === id));
  const parts = columns.length === 0 ? [] : [groupTable(listedGroups(report.measured), columns)];
  if (rest.length > 0) parts.push(columns.length === 0 ? figureList(rest) : moreFigures(rest));
  return chart === null ? parts : [chart, ...parts];
}

/** Where nothing of a metric could be computed, for one and the same reason, one sentence is enough. */
function reasonOfAll(all: readonly Figure[]): string | null {
  const [first] = all;
  if (first === undefined || first.note === '') return null;
  return all.every(({ value, note }) => value === null && note === first.note) ? first.note : null;
}

function moreFigures(rest: readonly Figure[]): string {
  return folded('More figures, overall', figureList(rest));
}

function figureList(list: readonly Figure[]): string {
  return markdownTable(
    ['Figure', 'Value', 'n'],
    list.map((figure) => [escapeNote(figure.name), figureText(figure), String(figure.n)]),
  );
}

/** What keeps no history says when it was read; no correction is ever written about it. */
function readOnText(all: readonly Figure[], now: Instant): string {
  const read = all.filter(({ asOf }) => !asOf);
  if (read.length === 0) return '';
  const day = `read on ${instantText(now)} and not corrected later`;
  if (read.length === all.length) return `All of it as ${day}.`;
  return `As ${day}: ${read.map(({ name }) => escapeNote(name)).join('; ')}.`;
}
