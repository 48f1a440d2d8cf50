import type { Answer } from '../answer.ts';
import { answer, badParameter } from './answers.ts';
import type { GitLabCall } from './call.ts';
import { integer, text } from './parameters.ts';

/** How a list is answered. */
export interface ListOptions<Item> {
  readonly present: (item: Item) => unknown;
  /**
   * What the caller may read. It is asked after the page was cut, as GitLab does it for notes and events: a
   * page can come short while more follow, and the totals count what is not shown (`docs/gitlab.md#paging`).
   */
  readonly visible?: (item: Item) => boolean;
}

/** The size of a page: 20 unless asked for, never above the instance's largest (GitLab's own is 100). */
function pageSize(call: GitLabCall): number {
  const perPage = integer(call.parameters, 'per_page') ?? 20;
  if (perPage < 1) throw badParameter('per_page has a value not allowed');
  return Math.min(perPage, call.switches.largestPage);
}

/** One page of a list by number, with GitLab's paging headers. */
export function offsetPage<Item>(
  call: GitLabCall,
  items: readonly Item[],
  options: ListOptions<Item>,
): Answer {
  const perPage = pageSize(call);
  const page = Math.max(1, integer(call.parameters, 'page') ?? 1);
  const start = (page - 1) * perPage;
  const cut = items.slice(start, start + perPage);
  const visible = options.visible;
  const shown = visible === undefined ? cut : cut.filter((item) => visible(item));
  return answer(200, shown.map(options.present), offsetHeaders(call, items.length, page, perPage));
}

/** Above the cut-off GitLab does not count: no totals and no last page. */
function offsetHeaders(
  call: GitLabCall,
  total: number,
  page: number,
  perPage: number,
): Record<string, string> {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const counted = total <= call.switches.totalHeaderCutOff;
  const links = [`${pageLink(call, 1, perPage)}; rel="first"`];
  if (page > 1) links.unshift(`${pageLink(call, page - 1, perPage)}; rel="prev"`);
  if (page < pages) links.unshift(`${pageLink(call, page + 1, perPage)}; rel="next"`);
  if (counted) links.push(`${pageLink(call, pages, perPage)}; rel="last"`);
  const headers: Record<string, string> = {
    'X-Per-Page': String(perPage),
    'X-Page': String(page),
    'X-Next-Page': page < pages ? String(page + 1) : '',
    'X-Prev-Page': page > 1 ? String(page - 1) : '',
    Link: links.join(', '),
  };
  return counted ? { ...headers, 'X-Total': String(total), 'X-Total-Pages': String(pages) } : headers;
}

function pageLink(call: GitLabCall, page: number, perPage: number): string {
  const url = new URL(call.url);
  url.searchParams.set('page', String(page));
  url.searchParams.set('per_page', String(perPage));
  return `<${url.href}>`;
}

/** Where one item stands in a keyset order. */
export interface KeysetPosition {
  readonly value: string | number;
  readonly id: number;
}

/**
 * One page after a position instead of by number. Only a `Link` to the next page is answered, nothing is
 * counted (`docs/gitlab.md#paging`). The items come in the order of the keyset.
 */
export function keysetPage<Item>(
  call: GitLabCall,
  items: readonly Item[],
  position: (item: Item) => KeysetPosition,
  present: (item: Item) => unknown,
): Answer {
  const perPage = pageSize(call);
  const start = afterCursor(call, items, position);
  const cut = items.slice(start, start + perPage);
  const last = cut.at(-1);
  if (last === undefined || start + perPage >= items.length) return answer(200, cut.map(present));
  const url = new URL(call.url);
  url.searchParams.delete('page');
  url.searchParams.set('per_page', String(perPage));
  url.searchParams.set('cursor', Buffer.from(JSON.stringify(position(last))).toString('base64url'));
  return answer(200, cut.map(present), { Link: `<${url.href}>; rel="next"` });
}

function afterCursor<Item>(
  call: GitLabCall,
  items: readonly Item[],
  position: (item: Item) => KeysetPosition,
): number {
  const cursor = text(call.parameters, 'cursor');
  if (cursor === undefined || cursor === '') return 0;
  const { value, id } = readCursor(cursor);
  const isDescending = text(call.parameters, 'sort') !== 'asc';
  const isAfter = (item: Item): boolean => {
    const here = position(item);
    if (here.value === value) return isDescending ? here.id < id : here.id > id;
    return isDescending ? here.value < value : here.value > value;
  };
  const found = items.findIndex(isAfter);
  return found === -1 ? items.length : found;
}

function readCursor(cursor: string): KeysetPosition {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null && 'value' in value && 'id' in value) {
      const { value: at, id } = value;
      if ((typeof at === 'string' || typeof at === 'number') && typeof id === 'number')
        return { value: at, id };
    }
  } catch {
    // Refused below: a cursor that is no JSON and one of another shape are the same to GitLab.
  }
  throw badParameter('cursor is invalid');
}
