import { validateHeaderValue } from 'node:http';
import type { Answer } from './answer.ts';

/** A call as it comes in, whichever way. Header names are in lower case. */
export interface Arrival {
  readonly method: string;
  /** Path and query as the client sent them. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty without one. */
  readonly body: Buffer;
}

/** A whole answer as it goes out. Header names are in lower case. */
export interface Departure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A call as the routes take it. Header names are in lower case. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came; a GET has none. */
  readonly bytes: Buffer;
  readonly text: string;
}

const none = Buffer.alloc(0);

/** Reads what has come in at `origin`. Throws for what is no URL. */
export function received(origin: string, { method, url, headers, body }: Arrival): Received {
  const bytes = method === 'GET' || method === 'HEAD' ? none : body;
  return { method, url: new URL(url, origin), headers, bytes, text: bytes.toString('utf8') };
}

/** An answer at a moment of the sandbox's clock, in epoch milliseconds. Throws for a header HTTP cannot carry. */
export function departure(now: number, answer: Answer): Departure {
  for (const [name, value] of Object.entries(answer.headers)) validateHeaderValue(name, value);
  const hasBody = answer.status !== 204 && answer.status !== 304;
  const body = hasBody ? Buffer.from(answer.body) : none;
  const length = hasBody ? { 'content-length': String(body.length) } : {};
  const headers = { ...answer.headers, date: new Date(now).toUTCString(), ...length };
  return { status: answer.status, headers, body };
}
