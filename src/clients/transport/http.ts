export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One request as the clients hand it over. The URL is text, not `URL`: parsing would hide `..` segments. */
export interface HttpCall {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** One whole answer. Header names are in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What became of one attempt on the wire. */
export type Attempt =
  | { readonly kind: 'answered'; readonly answer: HttpAnswer }
  /** The connection was never made: the service cannot have seen the request. */
  | { readonly kind: 'never-sent'; readonly why: string }
  /** Anything later: the service may have acted on it. */
  | { readonly kind: 'lost'; readonly why: string };
