import type { RequesterType } from '@gitbeaker/requester-utils';
import { ClientError } from '../client-error.ts';
import { parseLinkHeader } from './link-header.ts';

/** Far above any list of the desk (100 items each); a list that goes on longer is a broken one. */
const mostPages = 2000;

/**
 * A whole list of GitLab, or an error: following `Link` to its end is the only rule, because pages are filtered
 * after they are cut and a short page can be followed by more (docs/gitlab.md#paging).
 *
 * The list is read again, twice at most, when its total shrinks while it is read: then later items have moved to
 * pages that were read already, and would be missing without a trace.
 *
 * @param endpoint Path below `/api/v4/`, encoded.
 */
export async function readPages(
  requester: RequesterType,
  endpoint: string,
  query: Readonly<Record<string, unknown>> = {},
): Promise<unknown[]> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const items = await readOnce(requester, endpoint, query);
    if (items !== 'shrunk') return items;
  }
  throw broken('the list changed each time it was read');
}

async function readOnce(
  requester: RequesterType,
  endpoint: string,
  query: Readonly<Record<string, unknown>>,
): Promise<unknown[] | 'shrunk'> {
  const items: unknown[] = [];
  const seen = new Set<string>();
  let total: number | null = null;
  let page = await requester.get(endpoint, { searchParams: { ...query, per_page: 100 } });
  for (let count = 0; count < mostPages; count += 1) {
    if (!Array.isArray(page.body)) throw broken('a page is no list');
    items.push(...page.body);
    const now = totalOf(page.headers);
    if (total !== null && now !== null && now < total) return 'shrunk';
    total ??= now;
    const next = nextQuery(page.headers, endpoint);
    if (next === null) return items;
    if (seen.has(next)) throw broken('the next page is one that was read already');
    seen.add(next);
    page = await requester.get(`${endpoint}?${next}`);
  }
  throw broken('it has no end');
}

/**
 * The query of the next page, or null at the end. Only the query is taken over, and only from a link to the same
 * list: the host and path of the next request are always our own.
 */
function nextQuery(headers: Readonly<Record<string, string>>, endpoint: string): string | null {
  const links = parseLinkHeader(headers.link);
  if (links === null) throw broken('a page has no Link header');
  const next = links.get('next');
  if (next === undefined) {
    if ((headers['x-next-page'] ?? '') !== '') throw broken('the link to the next page is missing');
    return null;
  }
  const [path, query] = next.split('?', 2);
  if (query === undefined || !samePath(path, endpoint)) throw broken('a link leads to another list');
  return query;
}

/** GitLab writes the numeric id where we used the path of the project, so only what follows it is compared. */
function samePath(path: string | undefined, endpoint: string): boolean {
  if (path === undefined || !URL.canParse(path)) return false;
  const parts = endpoint.split('/');
  const tail = parts[0] === 'projects' || parts[0] === 'groups' ? parts.slice(2) : parts;
  return new URL(path).pathname.endsWith(`/${tail.join('/')}`);
}

function totalOf(headers: Readonly<Record<string, string>>): number | null {
  const total = headers['x-total'];
  return total !== undefined && /^\d+$/.test(total) ? Number(total) : null;
}

function broken(detail: string): ClientError {
  return new ClientError('gitlab-paging-broken', { detail, reason: 'list incomplete' });
}
