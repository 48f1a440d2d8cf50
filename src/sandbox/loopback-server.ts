import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Arrival, Departure } from './arrival.ts';

/** Answers one request of a socket; where there is no answer, the connection breaks. */
export async function serve(
  sandbox: { answer(arrival: Arrival): Promise<Departure | null> },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const arrival = await readArrival(incoming).catch(() => null);
  const answer = arrival === null ? null : await sandbox.answer(arrival);
  if (answer === null) {
    incoming.socket.destroy();
    return;
  }
  try {
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  } catch {
    // An answer that HTTP cannot carry breaks its own connection and no other.
    incoming.socket.destroy();
  }
}

async function readArrival(incoming: IncomingMessage): Promise<Arrival> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}

/** Listens on the loopback address, port 0 for any free one; gives the origin. */
export function listen(server: Server, port: number): Promise<string> {
  server.keepAliveTimeout = 30_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string')
        return reject(new Error('no loopback port to listen on'));
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

/** Closes a server with its connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
