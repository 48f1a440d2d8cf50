import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { canonicalText } from '../../config/canonical-text.ts';
import type { Instant } from '../../domain/snapshot.ts';

/** An issue at one moment: with the same global id and time nothing of it has changed. */
export interface Stamp {
  readonly id: number;
  readonly updatedAt: Instant;
}

/** What is remembered of one issue, as it stands in a file. */
export type Row<Entry> = readonly [id: number, updatedAt: number, entry: Entry];

/**
 * The entries of one kind of issue: what was found, and what is kept for the next run. What the next run would not
 * believe is not written either: one such entry would cost it all the others.
 */
export function shelf<Entry>(found: readonly Row<Entry>[], schema: z.ZodType<Entry>) {
  const old = new Map(found.map((row) => [row[0], row]));
  const kept = new Map<number, Row<Entry>>();
  return {
    find: ({ id, updatedAt }: Stamp): Entry | null => {
      const row = old.get(id);
      return row !== undefined && row[1] === updatedAt ? row[2] : null;
    },
    keep: ({ id, updatedAt }: Stamp, entry: Entry): void => {
      const row = old.get(id);
      if (row?.[1] === updatedAt && row[2] === entry) kept.set(id, row);
      else if (schema.safeParse(entry).success) kept.set(id, [id, updatedAt, entry]);
    },
    /** Every entry was found and is kept, so that there is nothing to write. */
    isAsFound: (): boolean =>
      kept.size === old.size && [...kept.values()].every((row) => old.get(row[0]) === row),
    rows: (whole: boolean): Row<Entry>[] => [...(whole ? kept : new Map([...old, ...kept])).values()],
  };
}

/**
 * The content of a cache file, or null: it cannot be read, is not what the schema describes, or was written for
 * something else than `of`, which stands in the file beside the content.
 */
export async function readCache<Content extends Readonly<Record<string, unknown>>>(
  directory: string,
  name: string,
  schema: z.ZodType<Content>,
  of: Readonly<Record<string, unknown>>,
): Promise<Content | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(join(directory, name), 'utf8')));
    if (!parsed.success) return null;
    const found = Object.fromEntries(Object.keys(of).map((key) => [key, parsed.data[key]]));
    return canonicalText(found) === canonicalText(of) ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whole or not at all: a job can be ended at any moment. What cannot be written costs the next run its reads only. */
export async function writeCache(directory: string, name: string, content: unknown): Promise<void> {
  const file = join(directory, name);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
    await rename(`${file}.new`, file);
  } catch {
    return;
  }
}
