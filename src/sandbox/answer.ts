/** What a call is answered. Header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty without one. */
  readonly body: string;
}

type Headers = Readonly<Record<string, string>>;

/** A JSON answer; `headers` may name another kind of JSON. */
export function jsonAnswer(body: unknown, status = 200, headers: Headers = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...inLowerCase(headers) },
    body: JSON.stringify(body) ?? '',
  };
}

/** An answer in plain text, such as a page of what stands in front of a service. */
export function textAnswer(body: string, status = 200, headers: Headers = {}): Answer {
  return { status, headers: { 'content-type': 'text/plain', ...inLowerCase(headers) }, body };
}

/** An answer without a body, such as 204 after a deletion. */
export function bareAnswer(status: number, headers: Headers = {}): Answer {
  return { status, headers: inLowerCase(headers), body: '' };
}

function inLowerCase(headers: Headers): Headers {
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = value;
  return lower;
}
