/** Somebody with a token who may send anything: the misbehaving desk, or a person of the story. */
export interface Hand {
  readonly gitlab: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly slack: (method: string, fields: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly salesforce: (method: string, path: string, body?: unknown) => Promise<unknown>;
}

const slackTokens: Readonly<Record<string, string>> = { desk: 'xoxb-sandbox-desk' };

/** The hand of a user; `desk` is the desk's own. A refusal throws: a fault that was not planted proves nothing. */
export function handOf(origin: string, username: string): Hand {
  return {
    gitlab: (method, path, body) =>
      send(`${origin}/api/v4${path}`, method, { 'PRIVATE-TOKEN': `sandbox-${username}` }, body),
    slack: async (method, fields) => {
      const token = slackTokens[username] ?? `xoxp-sandbox-${username}`;
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/x-www-form-urlencoded',
      };
      const answer = await send(
        `${origin}/api/${method}`,
        'POST',
        headers,
        new URLSearchParams(fields).toString(),
      );
      if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true)
        return answer;
      throw new Error(`${username}: ${method} answered ${JSON.stringify(answer)}`);
    },
    salesforce: async (method, path, body) => {
      const token = username === 'desk' ? await deskSession(origin) : `sandbox-${username}`;
      return send(`${origin}/services/data/v64.0${path}`, method, { authorization: `Bearer ${token}` }, body);
    },
  };
}

async function deskSession(origin: string): Promise<string> {
  const form = {
    grant_type: 'client_credentials',
    client_id: 'sandbox-client',
    client_secret: 'sandbox-secret',
  };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await send(
    `${origin}/services/oauth2/token`,
    'POST',
    headers,
    new URLSearchParams(form).toString(),
  );
  return String(fieldOf(answer, 'access_token'));
}

async function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<unknown> {
  const isText = typeof body === 'string';
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** A field of an answer; undefined where it has none. */
export function fieldOf(answer: unknown, name: string): unknown {
  if (typeof answer !== 'object' || answer === null) return undefined;
  return Object.entries(answer).find(([key]) => key === name)?.[1];
}
