import { type CsvCell, csv } from './csv.ts';
import type { SiteData } from './site-data.ts';
import type { SiteRow } from './site-rows.ts';

const head = [
  'period',
  'group',
  'area',
  'region',
  'metric',
  'figure',
  'name',
  'unit',
  'value',
  'n',
  'note',
] as const;

function linesOf(row: SiteRow, { periods, groups, figures, notes }: SiteData): CsvCell[][] {
  const period = periods[row.period];
  const group = groups[row.group];
  if (period === undefined || group === undefined) return [];
  const before = [period.name, group.kind, group.area, group.region];
  return figures.flatMap(({ metric, id, name, unit }, place) => {
    const n = row.n[place] ?? null;
    if (n === null || (n === 0 && group.kind === 'cell')) return [];
    const note = notes[row.note[place] ?? 0] ?? '';
    return [[...before, metric, id, name, unit, row.value[place] ?? null, n, note]];
  });
}

/**
 * Every figure of the dashboard on a line of its own, for a spreadsheet. Areas and regions stand by their keys. Of one
 * area in one region only what something stands behind: most of the rest is empty, and would be most of the file.
 */
export function figuresCsv(data: SiteData): string {
  return csv([head, ...data.rows.flatMap((row) => linesOf(row, data))]);
}
