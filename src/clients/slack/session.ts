import { LogLevel, WebClient } from '@slack/web-api';
import type { z } from 'zod';
import { ClientError } from '../client-error.ts';
import type { Transport } from '../transport/transport.ts';
import { libraryFetch } from './library-fetch.ts';
import { slackRefusal, unreadable } from './refusal.ts';
import { pageSchema } from './schema.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Calls of Slack's Web API, read by a schema. All throw a ClientError. */
export interface Session {
  read<T>(method: string, schema: z.ZodType<T>, values?: Arguments): Promise<T>;
  /** A list to its end. */
  readAll<T>(method: string, page: z.ZodType<T[]>, values: Arguments): Promise<T[]>;
  write<T>(method: string, schema: z.ZodType<T>, values: Arguments): Promise<T>;
}

/** Slack asks for at most 200 items a page. */
const pageSize = 200;
const mostPages = 500;

/** @param apiUrl Ends with `/`. */
export function createSession(options: { token: string; apiUrl: string; transport: Transport }): Session {
  const { transport } = options;
  const client = new WebClient(options.token, {
    slackApiUrl: options.apiUrl,
    fetch: libraryFetch(transport),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: silent,
  });

  async function call<T>(
    method: string,
    schema: z.ZodType<T>,
    values: Arguments,
    write: boolean,
  ): Promise<T> {
    const answer = await called(method, values, write);
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    throw unreadable(method, write);
  }

  async function called(method: string, values: Arguments, write: boolean): Promise<unknown> {
    try {
      return await client.apiCall(method, { ...values });
    } catch (error) {
      const failure = slackRefusal(error, { method, channel: channelOf(values) }, write);
      if (failure.code === 'slack-token-refused') transport.stop(failure);
      throw failure;
    }
  }

  return {
    read: (method, schema, values = {}) => call(method, schema, values, false),
    readAll: (method, page, values) => readAllPages(called, method, page, values),
    write: (method, schema, values) => call(method, schema, values, true),
  };
}

/** The channel a call is about, for its message; an id and nothing else. */
function channelOf({ channel }: Arguments): string | null {
  return typeof channel === 'string' && /^[A-Z0-9]{1,20}$/.test(channel) ? channel : null;
}

type Called = (method: string, values: Arguments, write: boolean) => Promise<unknown>;

/** More to come without a cursor, or a cursor that comes twice, is an error and no end (docs/security.md#promises). */
async function readAllPages<T>(
  called: Called,
  method: string,
  page: z.ZodType<T[]>,
  values: Arguments,
): Promise<T[]> {
  const items: T[] = [];
  const seen = new Set<string>();
  let cursor = '';
  for (let count = 0; count < mostPages; count += 1) {
    const paging = cursor === '' ? { limit: pageSize } : { limit: pageSize, cursor };
    const answer = await called(method, { ...values, ...paging }, false);
    const read = pageSchema.safeParse(answer);
    const found = page.safeParse(answer);
    if (!found.success || !read.success) throw unreadable(method, false);
    items.push(...found.data);
    cursor = read.data.response_metadata?.next_cursor ?? '';
    if (cursor === '' && !read.data.has_more) return items;
    if (cursor === '' || seen.has(cursor)) break;
    seen.add(cursor);
  }
  throw new ClientError('slack-list-incomplete', { detail: method, reason: 'list incomplete' });
}

/** The library would print parts of answers; what is worth a line is in our errors. */
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
