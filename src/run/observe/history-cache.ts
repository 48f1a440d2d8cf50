import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalText } from '../../config/canonical-text.ts';
import type { Config } from '../../config/types.ts';
import type { Instant, Snapshot } from '../../domain/snapshot.ts';
import { type EventsEntry, eventsEntry, type RequestEntry, requestEntry } from './history-cache-entry.ts';

/** Counts up with every change of what is read out of an issue, so that nobody keeps what an older desk has read. */
const version = 1;

const fileName = 'history.json';

/** An issue at one moment: with the same global id and time nothing of it has changed. */
interface Stamp {
  readonly id: number;
  readonly updatedAt: Instant;
}

/**
 * What was read out of issues in earlier runs. It saves reads and decides nothing: everything in it stands in GitLab,
 * and an entry counts only while the issue has not changed. It holds numbers and configured words, because whoever
 * can read the cache of a job need not be allowed to read the issues (`docs/security.md#sinks`).
 */
export interface HistoryCache {
  readonly request: (issue: Stamp) => RequestEntry | null;
  readonly item: (issue: Stamp) => EventsEntry | null;
  readonly keepRequest: (issue: Stamp, entry: RequestEntry) => void;
  readonly keepItem: (issue: Stamp, entry: EventsEntry) => void;
  /** Writes what was kept; after a run that ended half-way (`whole: false`) what was not looked at stays as well. */
  readonly save: (whole: boolean) => Promise<void>;
}

/**
 * Opens the cache in a directory; null: no directory is given. A file that cannot be read, or was written for another
 * version, project, desk or configuration, is an empty cache.
 */
export async function historyCache(
  directory: string | null,
  config: Config,
  snapshot: Pick<Snapshot, 'project' | 'desk'>,
): Promise<HistoryCache | null> {
  if (directory === null) return null;
  const of = purpose(config, snapshot);
  const ofRequest = requestEntry(config);
  const found = await readCache(join(directory, fileName), cacheFile(ofRequest), of);
  const requests = shelf(found?.requests ?? [], ofRequest);
  const items = shelf(found?.items ?? [], eventsEntry);
  return {
    request: requests.find,
    item: items.find,
    keepRequest: requests.keep,
    keepItem: items.keep,
    save: async (whole) => {
      if (found !== null && requests.isAsFound() && items.isAsFound()) return;
      await writeCache(directory, { ...of, requests: requests.rows(whole), items: items.rows(whole) });
    },
  };
}

type Row<Entry> = readonly [id: number, updatedAt: number, entry: Entry];

/**
 * The entries of one kind of issue: what was found, and what is kept for the next run. What the next run would not
 * believe is not written either: one such entry would cost it all the others.
 */
function shelf<Entry>(found: readonly Row<Entry>[], schema: z.ZodType<Entry>) {
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

/** What a cache is for. Only the same one is used. */
interface Purpose {
  readonly version: number;
  readonly project: number;
  readonly desk: readonly number[];
  readonly config: string;
}

/**
 * The parts of the configuration that change most and that no form, record or event is read by are left out, so that
 * a new SME does not cost a whole reading.
 */
function purpose(config: Config, { project, desk }: Pick<Snapshot, 'project' | 'desk'>): Purpose {
  const { roster, guards, privacy, metrics, assignment, slack, collateral, ...readBy } = config;
  const hash = createHash('sha256').update(canonicalText(readBy)).digest('hex');
  return { version, project: project.id, desk: [...desk.ids].sort((a, b) => a - b), config: hash };
}

function cacheFile(ofRequest: z.ZodType<RequestEntry>) {
  const rows = <Entry extends z.ZodType>(entry: Entry) =>
    z.array(z.tuple([z.int().positive(), z.int().nonnegative(), entry]));
  return z.strictObject({
    version: z.int(),
    project: z.int(),
    desk: z.array(z.int()),
    config: z.string(),
    requests: rows(ofRequest),
    items: rows(eventsEntry),
  });
}

type CacheFile = z.infer<ReturnType<typeof cacheFile>>;

async function readCache(
  file: string,
  schema: ReturnType<typeof cacheFile>,
  of: Purpose,
): Promise<CacheFile | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.success) return null;
    const { requests, items, ...found } = parsed.data;
    return canonicalText(found) === canonicalText(of) ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whole or not at all: a job can be ended at any moment. What cannot be written costs the next run its reads only. */
async function writeCache(directory: string, content: unknown): Promise<void> {
  const file = join(directory, fileName);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
    await rename(`${file}.new`, file);
  } catch {
    return;
  }
}
