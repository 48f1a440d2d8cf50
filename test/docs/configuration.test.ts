import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from '../laws/source-files.ts';
import { repositoryTexts } from './repository-texts.ts';

const page = repositoryTexts().find((each) => each.path === 'docs/configuration.md')?.text ?? '';

/** As far as a JSON Schema says which keys there are, and what they are without being written. */
interface Schema {
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** One key of the page: its path from the file's top, such as `areas[].leads`, and the cell of its default. */
interface Row {
  readonly path: string;
  readonly fallback: string;
}

/** The keys of a table; behind the first of a row, which has the whole path, stand its siblings. */
function rowsOf(section: string, prefix: string): Row[] {
  return section.split('\n').flatMap((line) => {
    const [, keys = '', fallback = ''] = /^\| (`[^|]+`(?: `[^|]+`)*) \| ([^|]*) \|/.exec(line) ?? [];
    const [first, ...siblings] = [...keys.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    if (first === undefined) return [];
    const parent = first.slice(0, first.lastIndexOf('.') + 1);
    const paths = [first, ...siblings.map((each) => parent + each)];
    return paths.map((path) => ({ path: prefix + path, fallback }));
  });
}

function sectionOf(heading: string): string {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  return section.split('\n## ')[0] ?? '';
}

const [programTable = ''] = sectionOf('`program.yml`').split('\n### ');
const rows = [...rowsOf(programTable, ''), ...rowsOf(sectionOf('`roster.yml`'), 'smes[].')];

/** Every last key of a schema, in its order. */
function leavesOf(schema: Schema, path: string): { path: string; schema: Schema }[] {
  const inside = schema.items?.properties === undefined ? schema : schema.items;
  const here = inside === schema ? path : `${path}[]`;
  const keys = Object.entries(inside.properties ?? {});
  if (keys.length === 0) return [{ path, schema }];
  return keys.flatMap(([key, each]) => leavesOf(each, here === '' ? key : `${here}.${key}`));
}

const leaves = ['program', 'roster'].flatMap((name) => {
  const schema: Schema = JSON.parse(readFileSync(`${root}schemas/${name}.schema.json`, 'utf8'));
  return leavesOf(schema, '');
});

/** The row that tells of a key: its own, or that of a group it stands in. */
function rowOf(path: string): Row | undefined {
  return rows.find(
    (row) => path === row.path || path.startsWith(`${row.path}.`) || path.startsWith(`${row.path}[`),
  );
}

describe('docs/configuration.md', () => {
  it('tells of every key, in the order of the files, and of nothing else', () => {
    const told = leaves.map(({ path }) => rowOf(path)?.path ?? `nothing of ${path}`);

    expect(leaves.length).toBeGreaterThan(80);
    expect([...new Set(told)]).toEqual(rows.map((row) => row.path));
  });

  it('tells what holds where a number, a text or a yes is not written', () => {
    const wrong = leaves.filter(({ path, schema }) => {
      const isScalar = ['string', 'number', 'boolean'].includes(typeof schema.default);
      const row = rowOf(path);
      return isScalar && row?.path === path && !row.fallback.includes(String(schema.default));
    });

    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
