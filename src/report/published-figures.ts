import { figureText } from './figure-text.ts';
import type { Figure } from './figures.ts';
import { jsonTable, readJsonTables } from './json-table.ts';

/** A figure as a page shows it in its table: a number, or the words why there is none. */
export interface PublishedFigure {
  readonly key: string;
  readonly scope: string;
  readonly figure: string;
  readonly value: number | string;
}

/** One figure that differs from what a page says; null: the page did, or does, not list it. */
export interface Difference {
  readonly key: string;
  readonly scope: string;
  readonly figure: string;
  readonly was: number | string | null;
  readonly now: number | string | null;
}

const notAvailable = 'not available';
const notListed = 'not listed';
const units = { count: '', percent: '%', hours: 'h', rating: '', amount: '' } as const;

/** A figure as it is published: rounded, guarded, without the reason of a missing one, which is worded elsewhere. */
export function publishedFigure(figure: Figure, minimumN: number): PublishedFigure {
  const { key, scope, name, value } = figure;
  if (value === null) return { key, scope, figure: name, value: notAvailable };
  const text = figureText(figure, minimumN);
  return { key, scope, figure: name, value: text.startsWith('n = ') ? text : value };
}

/** The table of all figures of a page: what {@link readPublished} reads back. */
export function figuresTable(figures: readonly Figure[], minimumN: number, caption: string): string {
  return jsonTable({
    caption,
    fields: [
      { key: 'scope', label: 'Group' },
      { key: 'figure', label: 'Figure' },
      { key: 'value', label: 'Value' },
      { key: 'unit', label: 'Unit' },
      { key: 'n', label: 'n' },
      { key: 'note', label: 'Note' },
      { key: 'key', label: 'Key' },
    ],
    items: figures.map((figure) => ({
      ...publishedFigure(figure, minimumN),
      unit: units[figure.unit],
      n: figure.n,
      note: figure.note,
    })),
  });
}

/** The table of a correction: only what changed. */
export function differencesTable(differences: readonly Difference[], caption: string): string {
  return jsonTable({
    caption,
    fields: [
      { key: 'scope', label: 'Group' },
      { key: 'figure', label: 'Figure' },
      { key: 'was', label: 'Was' },
      { key: 'now', label: 'Is' },
      { key: 'key', label: 'Key' },
    ],
    items: differences.map((each) => ({ ...each, was: each.was ?? notListed, now: each.now ?? notListed })),
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

type Item = Readonly<Record<string, unknown>>;

/** Tables that people have added to a page have no keys of ours. */
function isKeyed(item: Item): boolean {
  return typeof item.key === 'string' && /^(?:overall|area:[^/]+|region:[^/]+)\//.test(item.key);
}

function publishedOf(item: Item, value: unknown): PublishedFigure | null {
  const { key, scope, figure } = item;
  if (typeof key !== 'string' || (typeof value !== 'number' && typeof value !== 'string')) return null;
  return { key, scope: String(scope ?? ''), figure: String(figure ?? ''), value };
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

/** What differs between the figures a page says and the figures now, in the order of the new ones. */
export function differences(
  published: ReadonlyMap<string, PublishedFigure>,
  figures: readonly PublishedFigure[],
): Difference[] {
  const found: Difference[] = [];
  const keys = new Set<string>();
  for (const { value, ...figure } of figures) {
    keys.add(figure.key);
    const was = published.get(figure.key)?.value ?? null;
    if (was !== value) found.push({ ...figure, was, now: value });
  }
  for (const { value, ...figure } of published.values()) {
    if (!keys.has(figure.key)) found.push({ ...figure, was: value, now: null });
  }
  return found;
}
