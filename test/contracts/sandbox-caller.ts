import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';

/** What came back from one call. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; text where it is not JSON, null where it is empty. */
  readonly body: unknown;
}

/** Whom a call is made as: a GitLab user name or `desk`; `nobody` sends no token. */
export type Caller = string;

/** A sandbox with plain calls: no client library between a test and the wire. */
export interface SandboxCaller {
  readonly sandbox: Sandbox;
  gitlab(as: Caller, method: string, path: string, body?: unknown): Promise<Answered>;
  slack(method: string, fields?: Readonly<Record<string, string>>): Promise<Answered>;
  salesforce(method: string, path: string, body?: unknown): Promise<Answered>;
  /** Reads below `/v3/teams`. */
  stackOverflow(path: string, token?: string): Promise<Answered>;
}

/** Starts a fresh sandbox with the example world. */
export async function sandboxCaller(): Promise<SandboxCaller> {
  const sandbox = await startSandbox();
  const send = async (url: string, init: RequestInit): Promise<Answered> => {
    const response = await fetch(`${sandbox.origin}${url}`, { redirect: 'manual', ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  };
  return {
    sandbox,
    gitlab: (as, method, path, body) => {
      const token: Record<string, string> = as === 'nobody' ? {} : { 'private-token': `sandbox-${as}` };
      return send(`/api/v4${path}`, withJson(method, token, body));
    },
    slack: (method, fields = {}) => {
      const headers = { authorization: 'Bearer xoxb-sandbox-desk' };
      return send(`/api/${method}`, { method: 'POST', headers, body: new URLSearchParams(fields) });
    },
    salesforce: (method, path, body) => {
      // Tokens of people never end; which of them calls is of no matter to the shape of an answer.
      return send(`/services${path}`, withJson(method, { authorization: 'Bearer sandbox-sam' }, body));
    },
    stackOverflow: (path, token = 'so-sandbox-desk') =>
      send(`/v3/teams${path}`, { headers: { authorization: `Bearer ${token}` } }),
  };
}

function withJson(method: string, headers: Record<string, string>, body: unknown): RequestInit {
  if (body === undefined) return { method, headers };
  if (body instanceof URLSearchParams || body instanceof FormData) return { method, headers, body };
  const type = { 'content-type': 'application/json' };
  return { method, headers: { ...headers, ...type }, body: JSON.stringify(body) };
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
