import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalText } from '../../config/canonical-text.ts';
import type { Config } from '../../config/types.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { readCache, type Stamp, shelf, writeCache } from './cache-file.ts';
import { type EventsEntry, eventsEntry, type RequestEntry, requestEntry } from './history-cache-entry.ts';

/** Counts up with every change of what is read out of an issue, so that nobody keeps what an older desk has read. */
const version = 1;

const fileName = 'history.json';

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
  const found = await readCache(directory, fileName, cacheFile(ofRequest), of);
  const requests = shelf(found?.requests ?? [], ofRequest);
  const items = shelf(found?.items ?? [], eventsEntry);
  return {
    request: requests.find,
    item: items.find,
    keepRequest: requests.keep,
    keepItem: items.keep,
    save: async (whole) => {
      if (found !== null && requests.isAsFound() && items.isAsFound()) return;
      await writeCache(directory, fileName, {
        ...of,
        requests: requests.rows(whole),
        items: items.rows(whole),
      });
    },
  };
}

/** What a cache is for. Only the same one is used. */
interface Purpose {
  readonly [key: string]: unknown;
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
