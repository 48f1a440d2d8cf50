import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

/** Files by path, without the slash at the beginning. */
export type Files = ReadonlyMap<string, string | Buffer>;

/** A server on loopback. */
export interface Served {
  /** `http://127.0.0.1:40123/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves files as GitLab Pages does: a directory by its `index.html`, everything else by its name. */
export async function serve(files: Files): Promise<Served> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(url.split('?')[0] ?? '').slice(1);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const content = files.get(name);
    response.statusCode = content === undefined ? 404 : 200;
    response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream');
    response.end(content ?? 'not found');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
