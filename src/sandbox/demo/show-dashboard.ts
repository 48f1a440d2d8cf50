import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { closeServer, listen } from '../loopback-server.ts';
import { StoryWentWrong } from './story-went-wrong.ts';

/** A dashboard that a browser on this machine can open. */
export interface ShownDashboard {
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

/** The files below a directory, by their path in an address; what is asked for never becomes a path on the disk. */
async function filesBelow(directory: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(directory, path).split(sep).join('/'), await readFile(path));
  }
  return files;
}

/**
 * Shows a dashboard as GitLab Pages does, on the loopback address alone: browsers refuse the modules of a page that was
 * opened as a file. Where there is none, it throws `StoryWentWrong`.
 */
export async function showDashboard(directory: string): Promise<ShownDashboard> {
  const files = await filesBelow(directory);
  if (!files.has('index.html')) {
    throw new StoryWentWrong(`there is no dashboard in ${directory} yet; "npm start" makes one`);
  }
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.slice(1) || 'index.html';
    const content = files.get(path);
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type });
    response.end(content ?? 'not found');
  });
  return { url: `${await listen(server, 0)}/`, close: () => closeServer(server) };
}
