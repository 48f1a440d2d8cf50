import type { Figure, Unit } from '../domain/metrics/figure.ts';
import { type Group, groupKey } from '../domain/metrics/group.ts';
import type { Measurement } from '../domain/metrics/measure.ts';
import type { Instant } from '../domain/snapshot.ts';
import { jsonTable, readJsonTables } from './json-table.ts';
import { listedGroups } from './metric-figures.ts';
import { instantText } from './report-input.ts';

/** A figure as a page shows it in its table: a number, or the words that there is none. */
export interface PublishedFigure {
  /** Group and figure: `area:ai/5.requests`. Later reports quote it. */
  readonly key: string;
  readonly scope: string;
  readonly figure: string;
  readonly value: number | string;
  /** Rests on the day it was read, so that it is never corrected. */
  readonly readOnly: boolean;
}

/** What stands in place of a value that there is none of. */
export const notAvailable = 'not available';
const units: Readonly<Record<Unit, string>> = {
  count: '',
  percent: '%',
  hours: 'h',
  score: '',
  ratio: '',
  amount: '',
};

/** Two decimals are more than a reader needs, and hide the last digit of a division. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

function published(group: Group, { id, name, value, asOf }: Figure): PublishedFigure {
  return {
    key: `${groupKey(group)}/${id}`,
    scope: group.name,
    figure: name,
    value: value === null ? notAvailable : rounded(value),
    readOnly: !asOf,
  };
}

/** Every figure of a measurement as it is published, overall first. */
export function publishedFigures(measured: Measurement): PublishedFigure[] {
  return listedGroups(measured).flatMap(({ group, figures }) =>
    figures.map((figure) => published(group, figure)),
  );
}

/** The table of all figures of a page: what {@link readPublished} reads back. `now`: when they were read. */
export function figuresTable(measured: Measurement, now: Instant): string {
  const items = listedGroups(measured).flatMap(({ group, figures }) =>
    figures.map((figure) => {
      const { key, scope, figure: name, value, readOnly } = published(group, figure);
      const { unit, n, note } = figure;
      return {
        scope,
        figure: name,
        value,
        unit: units[unit],
        n,
        note,
        read: readOnly ? instantText(now) : '',
        key,
      };
    }),
  );
  return jsonTable({
    caption: `Figures of ${measured.period.name}`,
    fields: [
      { key: 'scope', label: 'Group' },
      { key: 'figure', label: 'Figure' },
      { key: 'value', label: 'Value' },
      { key: 'unit', label: 'Unit' },
      { key: 'n', label: 'n' },
      { key: 'note', label: 'Note' },
      { key: 'read', label: 'Read on' },
      { key: 'key', label: 'Key' },
    ],
    items,
  });
}

/**
 * The figures a page says now, by key: its last whole table with the corrections after it. Null: it has no table
 * that can be read, or a damaged one after it, so what it says is not known.
 */
export function readPublished(page: string): Map<string, PublishedFigure> | null {
  let figures: Map<string, PublishedFigure> | null = null;
  for (const items of readJsonTables(page)) {
    if (items === null) figures = null;
    else if (items.some((item) => isKeyed(item) && 'now' in item)) applyCorrection(figures, items);
    else if (items.some((item) => isKeyed(item) && 'value' in item)) figures = wholeTable(items);
  }
  return figures;
}

/** What a correction says of a figure that a page listed before, or lists now, and not both. */
export const notListed = 'not listed';

type Item = Readonly<Record<string, unknown>>;

/** Tables that people have added to a page have no keys of ours. */
function isKeyed(item: Item): boolean {
  return typeof item.key === 'string' && /^(?:overall|area:[^/]+|region:[^/]+)\//.test(item.key);
}

function publishedOf(item: Item, value: unknown): PublishedFigure | null {
  const { key, scope, figure, read } = item;
  if (typeof key !== 'string' || (typeof value !== 'number' && typeof value !== 'string')) return null;
  const readOnly = typeof read === 'string' && read !== '';
  return { key, scope: String(scope ?? ''), figure: String(figure ?? ''), value, readOnly };
}

function wholeTable(items: readonly Item[]): Map<string, PublishedFigure> {
  const figures = new Map<string, PublishedFigure>();
  for (const item of items) {
    const figure = publishedOf(item, item.value);
    if (figure !== null) figures.set(figure.key, figure);
  }
  return figures;
}

function applyCorrection(figures: Map<string, PublishedFigure> | null, items: readonly Item[]): void {
  for (const item of items) {
    const figure = publishedOf(item, item.now);
    if (figure === null || figures === null) continue;
    if (figure.value === notListed) figures.delete(figure.key);
    else figures.set(figure.key, figure);
  }
}
