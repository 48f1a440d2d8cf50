import type { Unit } from '../domain/metrics/figure.ts';
import type { CsvCell } from '../report/site/csv.ts';
import type { Placed } from './selection.ts';
import type { View } from './view.ts';
import { periodText, toldText } from './words.ts';

/** One figure in the table of everything. */
export interface TableRow {
  readonly period: string;
  readonly group: string;
  readonly metric: string;
  readonly name: string;
  readonly unit: Unit;
  readonly value: number | null;
  readonly n: number;
  readonly note: string;
}

/** The columns that people can sort by. */
export const columns = ['period', 'group', 'metric', 'name', 'value', 'n'] as const;

/** Name of a column in a row. */
export type Column = (typeof columns)[number];

/** Which way a table is sorted. */
export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** The figures of the chosen periods: of the chosen group, or of all there are. */
export function tableRows({ data, lookup, periods, group }: View, allGroups: boolean): TableRow[] {
  const names = new Map(data.metrics.map(({ key, name }) => [key, name]));
  const groups: readonly Placed<{ readonly name: string }>[] = allGroups
    ? data.groups.map((item, place) => ({ place, item }))
    : [group];
  const rows: TableRow[] = [];
  for (const { place: period, item } of periods) {
    for (const { place, item: of } of groups) {
      for (const [index, { metric, name, unit }] of data.figures.entries()) {
        const told = lookup(period, place, index);
        if (told === null) continue;
        rows.push({
          period: item.name,
          group: of.name,
          metric: names.get(metric) ?? metric,
          name,
          unit,
          ...told,
        });
      }
    }
  }
  return rows;
}

/** The rows that contain every word of a text somewhere, without case. */
export function filtered(rows: readonly TableRow[], text: string): readonly TableRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const all = `${periodText(row.period)} ${row.period} ${row.group} ${row.metric} ${row.name} ${row.note}`;
    return words.every((word) => all.toLowerCase().includes(word));
  });
}

/** The rows in an order; those without a value come last, whichever way. */
export function sorted(rows: readonly TableRow[], { column, descending }: Order): TableRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [a[column], b[column]];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), 'en');
  });
}

/** A row as the table shows it, in the order of its columns. */
export function cellsOf(row: TableRow): string[] {
  const value = toldText(row, row.unit);
  return [periodText(row.period), row.group, row.metric, row.name, value, String(row.n)];
}

/** The same rows to take away. */
export function linesOf(rows: readonly TableRow[]): CsvCell[][] {
  const head = ['period', 'group', 'metric', 'figure', 'unit', 'value', 'n', 'note'];
  return [
    head,
    ...rows.map((row) => [row.period, row.group, row.metric, row.name, row.unit, row.value, row.n, row.note]),
  ];
}
