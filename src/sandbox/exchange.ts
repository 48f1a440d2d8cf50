import type { Arrival, Departure } from './arrival.ts';

/** One request to the sandbox and what it answered, as seen on the wire. Header names are lower case. */
export interface Exchange {
  readonly method: string;
  /** Path and query as the client sent them, still percent-encoded. */
  readonly url: string;
  readonly request: Message;
  readonly status: number;
  readonly answer: Message;
}

/** Headers and body of one direction; an absent body is the empty text. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A call and what was answered to it, as both were on the wire. */
export function exchangeOf(call: Arrival, answer: Departure): Exchange {
  return {
    method: call.method,
    url: call.url,
    request: { headers: call.headers, body: call.body.toString('utf8') },
    status: answer.status,
    answer: { headers: answer.headers, body: answer.body.toString('utf8') },
  };
}
