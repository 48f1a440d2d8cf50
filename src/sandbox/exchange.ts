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

/** An exchange of a request whose body was read already and the answer to it, which stays readable. */
export async function readExchange(request: Request, body: string, response: Response): Promise<Exchange> {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    url: pathname + search,
    request: { headers: Object.fromEntries(request.headers), body },
    status: response.status,
    answer: { headers: Object.fromEntries(response.headers), body: await response.clone().text() },
  };
}
