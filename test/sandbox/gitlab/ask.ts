import { tokenFor } from '../../../src/sandbox/example/gitlab.ts';
import type { Sandbox } from '../../../src/sandbox/server.ts';

/** What came back from one call, unjudged. */
export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed when it is JSON, else null; tests read into it freely. */
  readonly body: Value;
}

/** A JSON value that may be looked into by name and by position. */
export type Value = { readonly [key: string]: Value } & readonly Value[];

/** Asks the sandbox's GitLab something as one of the cast, below `/api/v4`; refusals are answers too. */
export async function ask(
  sandbox: Sandbox,
  username: string,
  call: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Said> {
  const [method, path] = call.split(' ');
  const response = await fetch(`${sandbox.origin}/api/v4${path}`, {
    method: method ?? 'GET',
    redirect: 'manual',
    headers: {
      'PRIVATE-TOKEN': tokenFor(username),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): Said['body'] {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse('null');
  }
}
