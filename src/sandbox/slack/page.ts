import { argument, type SlackCall } from './method.ts';

/** One page of a list, and the cursor of the next: empty at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string;
}

/**
 * Cuts the page a call asks for (`limit`, `cursor`) out of a list whose items have a `key` that stays. Null: the
 * cursor is not one of Slack's. Slack may give fewer than `limit`; only an empty cursor says that the list ended.
 * https://docs.slack.dev/apis/web-api/pagination
 */
export function pageOf<T>(
  call: SlackCall,
  list: readonly T[],
  key: (item: T) => string,
  usual: number,
): Page<T> | null {
  const start = startOf(argument(call, 'cursor'), list, key);
  if (start === -1) return null;
  const asked = Number(argument(call, 'limit')) || usual;
  const size = Math.min(Math.max(asked, 1), 1000, call.world.switches.pageSize);
  const following = list[start + size];
  return {
    items: list.slice(start, start + size),
    next: following === undefined ? '' : btoa(`next:${key(following)}`),
  };
}

function startOf<T>(cursor: string, list: readonly T[], key: (item: T) => string): number {
  if (cursor === '') return 0;
  const wanted = decoded(cursor);
  return wanted === null ? -1 : list.findIndex((item) => key(item) === wanted);
}

function decoded(cursor: string): string | null {
  try {
    return /^next:(.+)$/.exec(atob(cursor))?.[1] ?? null;
  } catch {
    return null;
  }
}
