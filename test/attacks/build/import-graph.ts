import { readdirSync, readFileSync } from 'node:fs';
import { importsOf } from '../../laws/imports-of.ts';
import { root } from '../../laws/source-files.ts';

/** Which files of the repository import a file, each by its path from the root. */
export type Importers = ReadonlyMap<string, readonly string[]>;

/** Reads the imports of everything a story can need. */
export function readImporters(): Importers {
  const importers = new Map<string, string[]>();
  for (const folder of ['src', 'test']) {
    for (const name of readdirSync(root + folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const path = `${folder}/${name}`;
      for (const target of importsOf({ path, text: readFileSync(root + path, 'utf8') })) {
        importers.set(target, [...(importers.get(target) ?? []), path]);
      }
    }
  }
  return importers;
}

/** A file and everything that imports it, directly or not. */
export function dependents(importers: Importers, file: string): ReadonlySet<string> {
  const found = new Set([file]);
  for (const path of found) for (const importer of importers.get(path) ?? []) found.add(importer);
  return found;
}
