import { fencedJson } from './escape.ts';

/** A table that GitLab draws from JSON, and that the desk reads back (`docs/gitlab.md#wiki`). */
export interface JsonTable {
  readonly caption: string;
  readonly fields: readonly { readonly key: string; readonly label: string }[];
  readonly items: readonly Readonly<Record<string, string | number>>[];
}

/** The fenced block of a table, one item a line so that a wiki's history shows what changed. */
export function jsonTable({ caption, fields, items }: JsonTable): string {
  const columns = fields.map((field) => fencedJson({ ...field, sortable: true }));
  const lines = [
    '```json:table',
    '{',
    `"caption": ${fencedJson(caption)},`,
    `"fields": [${columns.join(', ')}],`,
    '"filter": true,',
    '"items": [',
    items.map(fencedJson).join(',\n'),
    ']',
    '}',
    '```',
  ];
  return lines.join('\n');
}

/**
 * What the `json:table` blocks of a page hold, in order; null for one that is damaged. A page is text that people
 * can edit, so nothing about it is taken for granted.
 */
export function readJsonTables(page: string): (Record<string, unknown>[] | null)[] {
  const tables: (Record<string, unknown>[] | null)[] = [];
  let block: string[] | null = null;
  for (const line of page.split(/\r\n|\r|\n/)) {
    if (block === null) {
      if (line.trim() === '```json:table') block = [];
    } else if (line.trim() === '```') {
      tables.push(itemsOf(block.join('\n')));
      block = null;
    } else block.push(line);
  }
  if (block !== null) tables.push(null);
  return tables;
}

function itemsOf(json: string): Record<string, unknown>[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  const items = isRecord(parsed) ? parsed.items : null;
  return Array.isArray(items) && items.every(isRecord) ? items : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
