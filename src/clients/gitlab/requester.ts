import { createRequesterFn, type FormattedResponse, type RequestOptions } from '@gitbeaker/requester-utils';
import { ClientError } from '../client-error.ts';
import type { HttpAnswer, HttpMethod } from '../transport/http.ts';
import { httpDate } from '../transport/retry-after.ts';
import type { Transport } from '../transport/transport.ts';
import { refusal } from './refusal.ts';

export interface Requester {
  /** For the constructors of @gitbeaker/rest. */
  readonly requesterFn: ReturnType<typeof createRequesterFn>;
  /** The `Date` of the first answer that had one, epoch milliseconds. */
  serverTime(): number | null;
}

/**
 * Our own request handler for @gitbeaker/rest. The library's own one repeats POST after 429 and 502 ten times in
 * half a second, ignores `Retry-After` and keeps the token in its errors (docs/gitlab.md#client).
 */
export function createRequester(transport: Transport): Requester {
  let time: number | null = null;

  async function handle(endpoint: string, options: RequestOptions = {}): Promise<FormattedResponse> {
    const method = httpMethod(options.method);
    const query = options.searchParams ? `?${options.searchParams}` : '';
    const { body, type } = await encoded(method, options.body);
    const answer = await transport.send({
      method,
      url: `${withSlash(options.prefixUrl ?? '')}${endpoint}${query}`,
      headers: { ...options.headers, ...type, accept: 'application/json' },
      body,
    });
    time ??= httpDate(answer.headers.date);
    if (answer.status >= 300) {
      const error = refusal(method, answer, transport.detail);
      if (answer.status === 401) transport.stop(error);
      throw error;
    }
    return formatted(method, answer);
  }

  return {
    requesterFn: createRequesterFn(
      (_, options) => Promise.resolve(options),
      (endpoint, options) => handle(endpoint, options),
    ),
    serverTime: () => time,
  };
}

/** What goes over the wire. A form holds only small text files, so it is sent as text, with its own boundary. */
async function encoded(
  method: HttpMethod,
  body: RequestOptions['body'],
): Promise<{ body: string | null; type: Record<string, string> }> {
  if (method === 'DELETE') return { body: null, type: {} };
  if (!(body instanceof FormData)) return { body: typeof body === 'string' ? body : null, type: {} };
  const form = new Response(body);
  return { body: await form.text(), type: { 'content-type': form.headers.get('content-type') ?? '' } };
}

function formatted(method: HttpMethod, answer: HttpAnswer): FormattedResponse {
  const { headers, status } = answer;
  if (status === 204 || answer.text === '') return { body: null, headers: { ...headers }, status };
  try {
    return { body: JSON.parse(answer.text), headers: { ...headers }, status };
  } catch {
    throw unreadable(method !== 'GET', 'no JSON');
  }
}

/** After a write a strange answer says nothing about whether it happened. */
export function unreadable(write: boolean, detail: string): ClientError {
  return new ClientError('gitlab-answer-unreadable', {
    outcome: write ? 'unknown' : 'not-applied',
    reason: 'answer unreadable',
    detail,
  });
}

/** Resources of the library that know their prefix (`projects`) leave the slash behind it out. */
function withSlash(prefix: string): string {
  return prefix.endsWith('/') ? prefix : `${prefix}/`;
}

function httpMethod(method: string | undefined): HttpMethod {
  if (method === 'POST' || method === 'PUT' || method === 'DELETE') return method;
  return 'GET';
}
