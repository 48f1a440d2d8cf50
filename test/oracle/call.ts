import type { Call } from './outside.ts';

/** Where in GitLab a call went: the issue, and what of it; null: to no issue of the project. */
export interface IssueTarget {
  readonly iid: number;
  /** Behind the iid, such as `/notes/17`; empty for the issue itself. */
  readonly rest: string;
}

/** The path without its query. */
export function pathOf(call: Call): string {
  return call.path.split('?', 1)[0] ?? '';
}

/** The issue of a project that a call is about. `project` is the number or the encoded path. */
export function issueTarget(
  call: Call,
  project: { readonly id: number; readonly path: string },
): IssueTarget | null {
  const found = /^\/api\/v4\/projects\/([^/]+)\/issues\/(\d+)(\/.*)?$/.exec(pathOf(call));
  if (found === null) return null;
  const [, named = '', iid = '', rest = ''] = found;
  if (named !== String(project.id) && decodeURIComponent(named) !== project.path) return null;
  return { iid: Number(iid), rest };
}

/** A field of a call's body; undefined where the body has none. */
export function field(call: Call, name: string): unknown {
  const { body } = call;
  if (typeof body !== 'object' || body === null) return undefined;
  return Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
}

/** A field as text; empty where it is missing. */
export function text(call: Call, name: string): string {
  const value = field(call, name);
  return typeof value === 'string' ? value : '';
}

/** A field that is a list, or names with commas between them. */
export function list(call: Call, name: string): string[] {
  const value = field(call, name);
  const items = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
