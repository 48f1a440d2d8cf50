import type { Waiting } from '../domain/metrics/engagement-efficiency.ts';
import type { GroupFigures, Measurement } from '../domain/metrics/measure.ts';
import { escapeMarkdown } from './escape.ts';
import { valueText } from './figure-text.ts';
import { markdownTable } from './markdown-table.ts';

const kinds = { overall: '', area: 'Area: ', region: 'Region: ' } as const;

function groups({ overall, areas, regions }: Measurement): readonly GroupFigures[] {
  return [overall, ...areas, ...regions];
}

function nameOf({ group }: GroupFigures): string {
  return group.kind === 'overall' ? '**Overall**' : `${kinds[group.kind]}${escapeMarkdown(group.name)}`;
}

function hours(value: number | null): string {
  return value === null ? 'not available' : valueText(value, 'hours');
}

function rate(value: number | null): string {
  return value === null ? 'not available' : valueText(value, 'percent');
}

function waitingCells(waiting: Waiting): string[] {
  const { n, mean, median, p90, literal, ended } = waiting;
  return [
    String(n),
    hours(mean),
    hours(median),
    hours(p90),
    String(waiting.waiting),
    String(ended),
    hours(literal),
  ];
}

/** One of the two waiting times of metric 5, by group. `got` names what the requests got to. */
export function waitingTable(measured: Measurement, which: 'toAssigned' | 'toEngaged', got: string): string {
  const head = [
    'Group',
    'Requests',
    got,
    'Mean',
    'Median',
    '90 % within',
    'Waiting',
    'Ended before',
    'Sum ÷ all',
  ];
  const rows = groups(measured).map((group) => [
    nameOf(group),
    String(group.efficiency.requests),
    ...waitingCells(group.efficiency[which]),
  ]);
  return markdownTable(head, rows);
}

/** Time that requests spent waiting for their requesters, by group. */
export function needsInfoTable(measured: Measurement): string {
  const rows = groups(measured).map((group) => {
    const { n, mean, median } = group.efficiency.needsInfo;
    return [nameOf(group), String(n), hours(mean), hours(median)];
  });
  return markdownTable(['Group', 'Requests in needs-info', 'Mean', 'Median'], rows);
}

/** Metric 1 by group, or the sentence that says why there is none. */
export function winRateTable(measured: Measurement): string {
  const { winRate } = measured.overall;
  if (winRate.kind === 'not-available') return `Not available: ${winRate.reason}.`;
  const rows: string[][] = [];
  for (const group of groups(measured)) {
    const figures = group.winRate;
    if (figures.kind === 'not-available') continue;
    const { won, closed, all, literal } = figures;
    rows.push([nameOf(group), String(won), String(closed), rate(figures.rate), String(all), rate(literal)]);
  }
  const table = markdownTable(['Group', 'Won', 'Closed', 'Won ÷ closed', 'All', 'Won ÷ all'], rows);
  if (winRate.gone === 0) return table;
  const gone = winRate.gone === 1 ? '1 opportunity is' : `${winRate.gone} opportunities are`;
  return `${table}\n\n${gone} no longer in Salesforce and not counted.`;
}
