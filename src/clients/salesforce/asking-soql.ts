import { checkedId } from './soql.ts';
import type { Asked } from './types.ts';

/**
 * Ids in one query. Encoded in an address they take 13,500 characters, and Salesforce takes 16,384 of an address
 * (docs/decisions/0045-scores-from-salesforce-in-one-call.md).
 */
const mostIds = 500;

/** Fewer ids in a query are of no use: one call holds five of them, and takes no longer for it. */
const fewestIds = 100;

/**
 * The opportunities of these ids, and all open ones of these accounts, without names; as few ids in each query as five
 * queries allow, so that their answers fit into one page each. An opportunity may be in the answers of two of them.
 *
 * @param most Queries that one call holds.
 * @throws ClientError `salesforce-id-invalid`
 */
export function askingQueries({ opportunityIds, accountIds }: Asked, most: number): string[] {
  const opportunities = [...new Set(opportunityIds.map((id) => checkedId(id, '006')))];
  const accounts = [...new Set(accountIds.map((id) => checkedId(id, '001')))];
  const all = [
    ...opportunities.map((id) => ({ id, open: false })),
    ...accounts.map((id) => ({ id, open: true })),
  ];
  const size = Math.min(mostIds, Math.max(fewestIds, Math.ceil(all.length / most)));
  const queries: string[] = [];
  for (let start = 0; start < all.length; start += size) {
    const part = all.slice(start, start + size);
    queries.push(askingQuery(quoted(part, false), quoted(part, true)));
  }
  return queries;
}

/** No ids, no condition: `IN ()` is an error. */
function askingQuery(opportunities: string, accounts: string): string {
  const named = opportunities === '' ? [] : [`Id IN (${opportunities})`];
  const open = accounts === '' ? [] : [`(IsClosed = false AND AccountId IN (${accounts}))`];
  const fields = 'Id, AccountId, Amount, IsClosed, IsWon, CloseDate, Probability';
  return `SELECT ${fields} FROM Opportunity WHERE ${[...named, ...open].join(' OR ')}`;
}

function quoted(part: readonly { readonly id: string; readonly open: boolean }[], open: boolean): string {
  return part
    .filter((each) => each.open === open)
    .map(({ id }) => `'${id}'`)
    .join(',');
}
