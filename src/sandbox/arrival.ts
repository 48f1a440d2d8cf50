import { journalBody } from './journal.ts';

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

/** A call as the handlers take it. */
export interface Received {
  readonly request: Request;
  readonly url: URL;
  readonly body: unknown;
  /** The body as it came. */
  readonly text: string;
}

/** Reads what has come in at `origin`. Throws for what is no URL. */
export function received(origin: string, { method, url: target, headers, body: bytes }: Arrival): Received {
  const url = new URL(target, origin);
  const hasBody = method !== 'GET' && method !== 'HEAD' && bytes.length > 0;
  const request = new Request(url, { method, headers, ...(hasBody ? { body: new Uint8Array(bytes) } : {}) });
  const text = bytes.toString('utf8');
  const body = hasBody ? journalBody(headers['content-type'] ?? '', text) : null;
  return { request, url, body, text };
}

/** An answer at a moment of the sandbox's clock, in epoch milliseconds. */
export async function departure(now: number, response: Response): Promise<Departure> {
  const headers: Record<string, string> = { date: new Date(now).toUTCString() };
  for (const [name, value] of response.headers) if (name !== 'date') headers[name] = value;
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status !== 204 && response.status !== 304) headers['content-length'] = String(body.length);
  return { status: response.status, headers, body };
}
