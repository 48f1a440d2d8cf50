import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { unreadable } from './refusal.ts';
import { pageSchema } from './schema.ts';

/** The API gives 15, 30, 50 or 100 items on a page. */
const pageSize = '100';

/** Far above any list of the desk; a list that goes on longer is a broken one. */
const mostPages = 500;

const numbered = z.object({ id: z.int() });

/**
 * A whole list, or an error: as many different items as Stack Overflow counts, and never a page that is not the one
 * that was asked for (docs/security.md#promises). A list whose count changes while it is read is read again, twice
 * at most: items may have moved to pages that were read already.
 *
 * @param get Gives the body of one page.
 * @param path Of the list, for messages.
 */
export async function readPages<T>(
  get: (page: { page: string; pageSize: string }) => Promise<unknown>,
  path: string,
  schema: z.ZodType<T>,
): Promise<readonly T[]> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const found = await readOnce(get, path);
    if (found === 'changed') continue;
    const read = z.array(schema).safeParse(found);
    if (!read.success) throw unreadable(path);
    return read.data;
  }
  throw incomplete(path, 'the list changed each time it was read');
}

async function readOnce(
  get: (page: { page: string; pageSize: string }) => Promise<unknown>,
  path: string,
): Promise<readonly unknown[] | 'changed'> {
  const items = new Map<number, unknown>();
  let total: number | null = null;
  for (let number = 1; number <= mostPages; number += 1) {
    const page = pageSchema.safeParse(await get({ page: String(number), pageSize }));
    if (!page.success) throw unreadable(path);
    const { totalCount, totalPages, items: found } = page.data;
    if (page.data.page !== number) throw incomplete(path, 'another page than the one that was asked for');
    if (total !== null && totalCount !== total) return 'changed';
    total = totalCount;
    const ids = z.array(numbered).safeParse(found);
    if (!ids.success) throw unreadable(path);
    for (const [index, { id }] of ids.data.entries()) items.set(id, found[index]);
    if (number < totalPages) continue;
    if (items.size !== total) throw incomplete(path, `${items.size} of ${total}`);
    return [...items.values()];
  }
  throw incomplete(path, 'it has no end');
}

function incomplete(path: string, why: string): ClientError {
  return new ClientError('stack-overflow-list-incomplete', {
    detail: `${path}: ${why}`,
    reason: 'list incomplete',
  });
}
