import { PassThrough } from 'node:stream';
import type { Connection, HttpRequest, HttpResponse } from 'jsforce';
import type { HttpMethod } from '../transport/http.ts';
import type { Transport } from '../transport/transport.ts';

type LibraryTransport = Connection['_transport'];

/**
 * Our transport in the shape jsforce wants. The library's own one repeats requests by itself, follows redirects
 * with the session in the headers, and waits for half an hour.
 */
export function libraryTransport(transport: Transport): LibraryTransport {
  return {
    httpRequest(request: HttpRequest) {
      // The library pipes the stream of an answer somewhere; nobody reads it there.
      return Object.assign(send(transport, request), { stream: () => new PassThrough() });
    },
    getRequestStreamCreator() {
      throw new Error('answers are never streamed');
    },
  };
}

async function send(transport: Transport, request: HttpRequest): Promise<HttpResponse> {
  const answer = await transport.send({
    method: httpMethod(request.method),
    url: request.url,
    headers: plainHeaders(request.headers ?? {}),
    body: typeof request.body === 'string' ? request.body : null,
  });
  return { statusCode: answer.status, headers: { ...answer.headers }, body: answer.text };
}

/** The connection counts the bytes itself; a second count that differs would break the request. */
function plainHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
  return Object.fromEntries(kept);
}

function httpMethod(method: string): HttpMethod {
  if (method === 'POST' || method === 'PUT' || method === 'DELETE') return method;
  return 'GET';
}
