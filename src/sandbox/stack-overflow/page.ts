/** What a list takes beside its own filters. */
export interface Paging {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly sort: string;
  readonly order: string;
}

/**
 * The paging of a query, with what API v3 takes where nothing is said; null: it refuses the value
 * (https://api.stackoverflowteams.com/v3).
 *
 * @param sorts What this list can be sorted by, the usual way first.
 */
export function pagingOf(query: URLSearchParams, sorts: readonly [string, ...string[]]): Paging | null {
  const page = Number(query.get('page') ?? '1');
  const pageSize = Number(query.get('pageSize') ?? '30');
  const sort = query.get('sort') ?? sorts[0];
  const order = query.get('order') ?? 'desc';
  if (!Number.isInteger(page) || page < 1 || ![15, 30, 50, 100].includes(pageSize)) return null;
  if (!sorts.includes(sort) || !['asc', 'desc'].includes(order)) return null;
  return { page, pageSize, sort, order };
}

/** One page of a list that stands in ascending order. */
export function pageOf<T>(
  list: readonly T[],
  show: (item: T) => unknown,
  { page, pageSize, sort, order }: Paging,
): Record<string, unknown> {
  const sorted = order === 'asc' ? list : list.toReversed();
  return {
    totalCount: list.length,
    pageSize,
    page,
    totalPages: Math.ceil(list.length / pageSize),
    sort,
    order,
    items: sorted.slice((page - 1) * pageSize, page * pageSize).map(show),
  };
}
