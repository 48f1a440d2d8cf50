import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { readToEnd } from './query-all.ts';
import { codedRefusal, unreadable } from './refusal.ts';
import { apiVersion } from './routes.ts';
import type { Session } from './session.ts';

/** Queries that one composite call may hold; of other subrequests it may hold 25. */
export const queriesTogether = 5;

const compositeAnswer = z.object({
  compositeResponse: z.array(
    z.object({ referenceId: z.string(), httpStatusCode: z.int(), body: z.unknown() }),
  ),
});
const refusals = z.array(z.object({ errorCode: z.string() })).min(1);

/**
 * All rows of all queries, in one call for each five of them; the pages that do not fit are read after it. A query that
 * has no answer, or is refused, fails all.
 *
 * The call could carry writes as well. This is the only place that makes one, out of a method and a resource that are
 * constants, and the sandbox takes nothing but queries in it.
 */
export async function queryTogether<T>(
  session: Session,
  schema: z.ZodType<T>,
  queries: readonly string[],
): Promise<T[]> {
  const rows: T[] = [];
  for (let start = 0; start < queries.length; start += queriesTogether) {
    for (const records of await askedTogether(session, queries.slice(start, start + queriesTogether))) {
      const read = z.array(schema).safeParse(records);
      if (!read.success) throw unreadable(false);
      for (const row of read.data) rows.push(row);
    }
  }
  return rows;
}

async function askedTogether(session: Session, queries: readonly string[]): Promise<unknown[][]> {
  const compositeRequest = queries.map((soql, index) => ({
    method: 'GET',
    url: `/services/data/${apiVersion}/query/?${new URLSearchParams({ q: soql })}`,
    referenceId: `query${index}`,
  }));
  const body = { allOrNone: false, compositeRequest };
  const answer = compositeAnswer.safeParse(
    await session.call({ method: 'POST', path: 'composite', body, reads: true }),
  );
  if (!answer.success) throw unreadable(false);
  const { compositeResponse } = answer.data;
  const lists: unknown[][] = [];
  for (const { referenceId } of compositeRequest) {
    const answers = compositeResponse.filter((each) => each.referenceId === referenceId);
    const [first] = answers;
    if (first === undefined || answers.length > 1) throw incomplete();
    if (first.httpStatusCode !== 200) throw refusalOf(first.body);
    lists.push(await readToEnd(session, first.body));
  }
  return lists;
}

function refusalOf(body: unknown): ClientError {
  const errors = refusals.safeParse(body);
  const code = errors.success ? (errors.data[0]?.errorCode ?? '') : '';
  return codedRefusal(code) ?? unreadable(false);
}

function incomplete(): ClientError {
  return new ClientError('salesforce-query-incomplete', { reason: 'answer missing' });
}
