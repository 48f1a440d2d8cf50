import type { Route } from './route.ts';

/** The route a call belongs to, with the parameters of its path, decoded. */
export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the first of some routes that fits a method and a path; null: nobody wrote one. */
export type FindRoute = (method: string, pathname: string) => Found | null;

interface Compiled {
  readonly route: Route;
  readonly segments: readonly string[];
}

/** Sorts routes by method and length once: trying every one in turn would cost more than the call itself. */
export function finderOf(routes: readonly Route[]): FindRoute {
  const shelves = new Map<string, Compiled[]>();
  for (const route of routes) {
    const segments = route.pattern.split('/');
    const key = shelfOf(route.method, segments);
    const shelf = shelves.get(key) ?? [];
    shelves.set(key, [...shelf, { route, segments }]);
  }
  return (method, pathname) => {
    const given = segmentsOf(pathname);
    for (const { route, segments } of shelves.get(shelfOf(method, given)) ?? []) {
      const params = paramsOf(segments, given);
      if (params !== null) return { route, params };
    }
    return null;
  };
}

function shelfOf(method: string, segments: readonly string[]): string {
  return `${method} ${segments.length}`;
}

/** One slash at the end makes no other path. */
function segmentsOf(pathname: string): string[] {
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  return path.split('/');
}

function paramsOf(segments: readonly string[], given: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const text = given[index] ?? '';
    if (segment.startsWith(':') ? text === '' : text !== segment) return null;
    if (segment.startsWith(':')) params[segment.slice(1)] = decoded(text);
  }
  return params;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
