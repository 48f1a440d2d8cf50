import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { pathToFileURL } from 'node:url';
import { root } from '../../laws/source-files.ts';
import { dependents, readImporters } from './import-graph.ts';
import type { Switch } from './switch.ts';

const query = '?build=';
const importers = readImporters();
const rootUrl = pathToFileURL(root).href;

interface Build {
  readonly changed: Switch;
  /** Files that are loaded anew for this build; what does not import the changed one is shared by all. */
  readonly own: ReadonlySet<string>;
}

const builds: Build[] = [];

/** Path from the root of a file of this repository, or null. */
function pathOf(url: string): string | null {
  return url.startsWith(rootUrl) ? (url.slice(rootUrl.length).split('?', 1)[0] ?? null) : null;
}

function buildOf(url: string): number | null {
  const at = url.indexOf(query);
  return at < 0 ? null : Number(url.slice(at + query.length));
}

const plain = new Map<string, string>();

/** The JavaScript of a file. Most files are the same in many builds, and taking the types out is half of the work. */
function plainSource(path: string): string {
  const source = plain.get(path) ?? stripTypeScriptTypes(readFileSync(root + path, 'utf8'));
  plain.set(path, source);
  return source;
}

function changedSource({ file, from, to }: Switch): string {
  return stripTypeScriptTypes(readFileSync(root + file, 'utf8').replace(from, () => to));
}

registerHooks({
  // A path says where its file is: to let Node look for it would take longer than all that the builds do.
  resolve(specifier, context, next) {
    const number = buildOf(context.parentURL ?? '');
    if (number === null || !specifier.startsWith('.')) return next(specifier, context);
    const { href } = new URL(specifier, context.parentURL);
    const isOwn = builds[number]?.own.has(pathOf(href) ?? '') === true;
    return { url: isOwn ? `${href}${query}${number}` : href, shortCircuit: true };
  },
  load(url, context, next) {
    const { changed } = builds[buildOf(url) ?? -1] ?? {};
    const path = pathOf(url);
    if (changed === undefined || path === null) return next(url, context);
    const source = path === changed.file ? changedSource(changed) : plainSource(path);
    return { format: 'module', source, shortCircuit: true };
  },
});

/**
 * A build of the program with one rule switched off: gives a function that loads a module of it. Nothing is written:
 * the changed file and what imports it are loaded a second time, with the change made on the way.
 */
export function loadBuild(changed: Switch): (path: string) => Promise<unknown> {
  const number = builds.push({ changed, own: dependents(importers, changed.file) }) - 1;
  return async (path) => {
    if (builds[number]?.own.has(path) !== true) {
      throw new Error(`${path} does not import ${changed.file}: no story in it can fail`);
    }
    return await import(`${rootUrl}${path}${query}${number}`);
  };
}
