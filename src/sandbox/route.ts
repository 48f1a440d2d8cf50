import type { Answer } from './answer.ts';
import type { Received } from './arrival.ts';

/** What a route is told of a call: the call, and the parameters of its path, decoded. */
export interface RouteCall {
  readonly request: Received;
  readonly params: Readonly<Record<string, string>>;
}

/** One route of a vendor, and what answers it. */
export interface Route {
  /** In upper case. */
  readonly method: string;
  /** Such as `/api/v4/projects/:id/issues/:iid`. */
  readonly pattern: string;
  readonly act: (call: RouteCall) => Answer | Promise<Answer>;
}

/** A route. A segment of its pattern that begins with `:` is a parameter: any text but an empty one. */
export function route(
  method: 'get' | 'post' | 'put' | 'delete',
  pattern: string,
  act: (call: RouteCall) => Answer | Promise<Answer>,
): Route {
  return { method: method.toUpperCase(), pattern, act };
}
