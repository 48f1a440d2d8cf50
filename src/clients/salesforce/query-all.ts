import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { unreadable } from './refusal.ts';
import { apiVersion } from './routes.ts';
import { pageSchema } from './schema.ts';
import type { Session } from './session.ts';

/** Salesforce cuts pages at 2,000 rows at most and 200 at least; no answer of the desk has so many of them. */
const mostPages = 500;

/**
 * All rows of all queries, or an error: `done: false` without a next page, or a number of rows that is not the one
 * Salesforce counted, is an incomplete answer and never an end (docs/security.md#promises).
 */
export async function queryAll<T>(
  session: Session,
  schema: z.ZodType<T>,
  queries: readonly string[],
): Promise<T[]> {
  const rows: T[] = [];
  for (const soql of queries) {
    const records = await queryOne(session, soql);
    const read = z.array(schema).safeParse(records);
    if (!read.success) throw unreadable(false);
    for (const row of read.data) rows.push(row);
  }
  return rows;
}

async function queryOne(session: Session, soql: string): Promise<unknown[]> {
  const path = `query?${new URLSearchParams({ q: soql })}`;
  return await readToEnd(session, await session.call({ method: 'GET', path }));
}

/** All records of a query whose first page is here, whichever way it came. */
export async function readToEnd(session: Session, firstPage: unknown): Promise<unknown[]> {
  const records: unknown[] = [];
  let answer = firstPage;
  let path = '';
  for (let count = 0; count < mostPages; count += 1) {
    const page = pageSchema.safeParse(answer);
    if (!page.success) throw unreadable(false);
    records.push(...page.data.records);
    if (page.data.done) {
      if (records.length !== page.data.totalSize) throw incomplete();
      return records;
    }
    path = nextPath(page.data.nextRecordsUrl, path);
    answer = await session.call({ method: 'GET', path });
  }
  throw incomplete();
}

/** The path of the next page below the pinned version; a link to anywhere else, or to the same page, is an error. */
function nextPath(url: string | undefined, current: string): string {
  const prefix = `/services/data/${apiVersion}/`;
  const next = url?.startsWith(prefix) ? url.slice(prefix.length) : '';
  if (!/^query\/[A-Za-z0-9-]+$/.test(next) || next === current) throw incomplete();
  return next;
}

function incomplete(): ClientError {
  return new ClientError('salesforce-query-incomplete', { reason: 'list incomplete' });
}
