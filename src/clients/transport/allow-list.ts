import type { HttpMethod } from './http.ts';
import { isSafeSegment } from './path-segment.ts';

/** One request the desk may send. */
export interface Route {
  readonly method: HttpMethod;
  /**
   * Path under one of the bases, without a leading slash. A segment is literal, `:int` (digits only) or `:any`
   * (any safe segment).
   */
  readonly pattern: string;
  /** Whether it changes anything. Not the same as the method: Slack reads by POST. */
  readonly write: boolean;
  /** Comments of GitLab have a limit of their own, far below the general one. */
  readonly note?: true;
}

/**
 * The route a request matches, or null: it must not be sent. The URL is checked as text, before anything parses
 * it, because URL parsers fold `..` and `%2e%2e` away and would hide the attack (docs/security.md#sinks).
 *
 * @param bases Addresses that end with `/`; the request has to stay under one of them.
 */
export function findRoute(
  routes: readonly Route[],
  bases: readonly string[],
  method: string,
  url: string,
): Route | null {
  const path = pathUnder(bases, url);
  if (path === null) return null;
  const segments = path.split('/');
  if (!segments.every(isSafeSegment)) return null;
  return routes.find((route) => route.method === method && matches(route.pattern, segments)) ?? null;
}

function pathUnder(bases: readonly string[], url: string): string | null {
  if (/[\s\\#]/.test(url)) return null;
  for (const base of bases) {
    if (url.startsWith(base)) return url.slice(base.length).split('?', 1)[0] ?? null;
  }
  return null;
}

function matches(pattern: string, segments: readonly string[]): boolean {
  const parts = pattern.split('/');
  if (parts.length !== segments.length) return false;
  return parts.every((part, index) => {
    if (part === ':any') return true;
    if (part === ':int') return /^[1-9][0-9]{0,15}$/.test(segments[index] ?? '');
    return part === segments[index];
  });
}
