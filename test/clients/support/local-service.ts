import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request a local service has seen. */
export interface Seen {
  readonly method: string;
  /** Path and query, as they were on the wire. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What a local service does with a request. */
export type Reply =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Takes the request and breaks the connection. */
  | 'reset'
  /** Takes the request and never answers. */
  | 'silence';

export interface LocalService extends AsyncDisposable {
  readonly origin: string;
  readonly seen: Seen[];
}

/** A small real HTTP server that remembers what it was asked. */
export async function localService(reply: (request: Seen, count: number) => Reply): Promise<LocalService> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const one = await received(request);
    seen.push(one);
    answer(reply(one, seen.length), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function received(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

function answer(reply: Reply, response: ServerResponse): void {
  if (reply === 'silence') return;
  if (reply === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const json = typeof reply.body !== 'string';
  response.writeHead(reply.status, {
    date: 'Mon, 23 Nov 2026 08:00:00 GMT',
    'content-type': json ? 'application/json' : 'text/plain',
    ...reply.headers,
  });
  response.end(reply.body === undefined ? '' : json ? JSON.stringify(reply.body) : String(reply.body));
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}
