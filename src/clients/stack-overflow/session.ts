import type { z } from 'zod';
import type { Transport } from '../transport/transport.ts';
import { readPages } from './pages.ts';
import { stackOverflowRefusal, unreadable } from './refusal.ts';

type Query = Readonly<Record<string, string>>;

/** Lists of Stack Overflow for Teams, each item read by a schema. All throw a ClientError. */
export interface Session {
  /** @param path Below the address of the team, such as `questions`. */
  list<T>(path: string, schema: z.ZodType<T>, query: Query): Promise<readonly T[]>;
}

/** @param base Address of the team, ending with `/`. */
export function createSession(options: { token: string; base: string; transport: Transport }): Session {
  const { token, base, transport } = options;

  async function get(path: string, query: Query): Promise<unknown> {
    const answer = await transport.send({
      method: 'GET',
      url: `${base}${path}?${new URLSearchParams(query)}`,
      // Calls without a name are throttled first: https://sdk.stackoverflowteams.com/guides/rate-limiting
      headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': 'sme-desk' },
      body: null,
    });
    if (answer.status !== 200) {
      const refusal = stackOverflowRefusal(answer.status, path);
      if (answer.status === 401) transport.stop(refusal);
      throw refusal;
    }
    try {
      return JSON.parse(answer.text);
    } catch {
      throw unreadable(path);
    }
  }

  return {
    list: (path, schema, query) => readPages((page) => get(path, { ...query, ...page }), path, schema),
  };
}
