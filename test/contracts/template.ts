/** A method and a path with `{name}` for each varying segment, ready to be matched. */
export interface Template {
  /** `METHOD /path/{name}`, the name of the route everywhere in the contract tests. */
  readonly route: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Turns `GET /a/{b}` into something that matches. A segment is matched as sent, so `%2F` stays inside one. */
export function patternOf(route: string): Template {
  const [method = '', path = ''] = route.split(' ');
  const names: string[] = [];
  const source = path.split('/').map((segment) => segmentPattern(segment, names));
  return { route, method, pattern: new RegExp(`^${source.join('/')}$`, 'u'), names };
}

function segmentPattern(segment: string, names: string[]): string {
  const name = /^\{(?<name>\w+)\}$/u.exec(segment)?.groups?.name;
  if (name === undefined) return segment.replaceAll('.', '\\.');
  names.push(name);
  return '([^/]+)';
}

/**
 * The template that fits, the one with the fewest varying segments first (`/members/all` before
 * `/members/{user_id}`), with the decoded values; null if none fits.
 */
export function matchTemplate<T extends Template>(
  templates: readonly T[],
  method: string,
  path: string,
): { readonly template: T; readonly values: Readonly<Record<string, string>> } | null {
  let best: { template: T; values: Record<string, string> } | null = null;
  for (const template of templates) {
    if (template.method !== method) continue;
    const match = template.pattern.exec(path);
    if (match === null) continue;
    if (best !== null && best.template.names.length <= template.names.length) continue;
    best = { template, values: valuesOf(template.names, match.slice(1)) };
  }
  return best;
}

function valuesOf(names: readonly string[], values: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [index, name] of names.entries()) named[name] = decode(values[index] ?? '');
  return named;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
