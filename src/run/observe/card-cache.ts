import { z } from 'zod';
import type { Snapshot } from '../../domain/snapshot.ts';
import { readCache, type Stamp, shelf, writeCache } from './cache-file.ts';
import { type CardEntry, cardEntry, pageHashes } from './card-cache-entry.ts';

/** Counts up with every change of what is read out of a card, so that nobody keeps what an older desk has read. */
const version = 1;

const fileName = 'cards.json';

/**
 * What was read of cards and of the wiki in earlier runs, under the laws of the `HistoryCache`: it saves reads and
 * decides nothing, an entry counts only while its issue has not changed, and it holds numbers and words of this program
 * only. Names are not in it: whose move counts is asked under the names of today.
 */
export interface CardCache {
  readonly card: (issue: Stamp) => CardEntry | null;
  readonly keepCard: (issue: Stamp, entry: CardEntry) => void;
  /** SHA-256 of a page that an earlier run has found in the wiki as it should be. */
  readonly page: (slug: string) => string | null;
  readonly keepPage: (slug: string, hash: string) => void;
  /** Writes what was kept; after a run that ended half-way (`whole: false`) what was not looked at stays as well. */
  readonly save: (whole: boolean) => Promise<void>;
}

const cacheFile = z.strictObject({
  version: z.int(),
  project: z.int(),
  desk: z.array(z.int()),
  cards: z.array(z.tuple([z.int().positive(), z.int().nonnegative(), cardEntry])),
  pages: pageHashes,
});

/**
 * Opens the cache in a directory; null: no directory is given. With `forgets` nothing that stands in it is believed,
 * and it is written anew.
 */
export async function cardCache(
  directory: string | null,
  { project, desk }: Pick<Snapshot, 'project' | 'desk'>,
  forgets: boolean,
): Promise<CardCache | null> {
  if (directory === null) return null;
  // The desk of today is the first: another one may not edit what this one has written.
  const of = { version, project: project.id, desk: [...desk.ids] };
  const found = forgets ? null : await readCache(directory, fileName, cacheFile, of);
  const cards = shelf(found?.cards ?? [], cardEntry);
  const before = new Map(Object.entries(found?.pages ?? {}));
  const pages = new Map<string, string>();
  return {
    card: cards.find,
    keepCard: cards.keep,
    page: (slug) => before.get(slug) ?? null,
    keepPage(slug, hash) {
      if (pageHashes.safeParse({ [slug]: hash }).success) pages.set(slug, hash);
    },
    async save(whole) {
      const kept = whole ? pages : new Map([...before, ...pages]);
      const isSame =
        kept.size === before.size && [...kept].every(([slug, hash]) => before.get(slug) === hash);
      if (found !== null && cards.isAsFound() && isSame) return;
      const content = { ...of, cards: cards.rows(whole), pages: Object.fromEntries(kept) };
      await writeCache(directory, fileName, content);
    },
  };
}
