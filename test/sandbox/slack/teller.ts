import type { WebClient } from '@slack/web-api';

/** What a caller sees of one answer: the call, and success or the error with the fields the desk reads. */
export type Seen = readonly [call: string, answer: unknown];

/**
 * Makes calls and keeps what is seen. Ids are written as `$name` in arguments and answers, so that two workspaces
 * with ids of their own can be compared.
 */
export class Teller {
  readonly seen: Seen[] = [];
  readonly #ids: ReadonlyMap<string, string>;

  constructor(ids: ReadonlyMap<string, string>) {
    this.#ids = ids;
  }

  /** Calls a method, notes `ok`, `error` and the fields at the dotted paths, and gives the whole answer. */
  async call(
    who: WebClient,
    method: string,
    args: Record<string, string | number | boolean | object> = {},
    fields: readonly string[] = [],
  ): Promise<unknown> {
    const answer = await answerOf(who, method, this.#resolved(args));
    const shown = fields.map((path) => [path, this.#named(valueAt(answer, path))]);
    const { ts: _ts, oldest: _oldest, ...stable } = args;
    this.seen.push([
      `${method} ${JSON.stringify(stable)}`,
      { ok: valueAt(answer, 'ok'), error: valueAt(answer, 'error'), ...Object.fromEntries(shown) },
    ]);
    return answer;
  }

  #resolved(args: Record<string, unknown>): Record<string, unknown> {
    const entries = Object.entries(args).map(([name, value]) => {
      const known =
        typeof value === 'string' && value.startsWith('$') ? this.#ids.get(value.slice(1)) : undefined;
      return [name, known ?? value];
    });
    return Object.fromEntries(entries);
  }

  #named(value: unknown): unknown {
    let text = JSON.stringify(value ?? null);
    for (const [name, id] of this.#ids) text = text.replaceAll(id, `$${name}`);
    return JSON.parse(text);
  }
}

async function answerOf(who: WebClient, method: string, args: Record<string, unknown>): Promise<unknown> {
  try {
    return await who.apiCall(method, args);
  } catch (error) {
    return valueAt(error, 'data') ?? String(error);
  }
}

/** The value at a dotted path; a list on the way gives the list of what its items hold there. */
export function valueAt(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => valueAt(item, path));
  const [step = '', ...rest] = path.split('.');
  if (typeof value !== 'object' || value === null) return undefined;
  const next: unknown = Reflect.get(value, step);
  return rest.length === 0 ? next : valueAt(next, rest.join('.'));
}
