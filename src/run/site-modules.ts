import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { posix } from 'node:path';
import process from 'node:process';

/** A file of the dashboard; `path` is from its directory. */
export interface SiteFile {
  readonly path: string;
  readonly content: string;
}

const relativeImport = /(?<=^(?:import|export)\b[^'"]*?\bfrom ')(?<path>\.{1,2}\/[^']+)\.ts(?=';$)/gms;

/** Node tells that the function is experimental each time a process first uses it; nobody who publishes can act on it. */
function withoutWarning<T>(work: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/**
 * A module as a browser reads it, and the paths of the modules it imports. Types become blanks, so that lines and
 * columns stay where they were; only the extension of imported modules changes.
 */
function asBrowserModule(path: string, source: string): { file: SiteFile; imports: string[] } {
  const script = withoutWarning(() => stripTypeScriptTypes(source));
  const imports = [...script.matchAll(relativeImport)].map((match) =>
    posix.join(posix.dirname(path), `${match.groups?.path}.ts`),
  );
  const content = script.replace(relativeImport, '$<path>.js');
  return { file: { path: path.replace(/\.ts$/, '.js'), content }, imports };
}

/** The module under `src` that the page begins with, and every module it needs, as JavaScript under the same names. */
export async function siteModules(first: string, src: URL): Promise<SiteFile[]> {
  const files = new Map<string, SiteFile>();
  const waiting = [first];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    const { file, imports } = asBrowserModule(path, await readFile(new URL(path, src), 'utf8'));
    files.set(path, file);
    waiting.push(...imports);
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
