import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One TypeScript file of the program. */
export interface SourceFile {
  /** From the root, such as `src/plan/action.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file under `src` and `scripts`, sorted by path. */
export function sourceFiles(): SourceFile[] {
  const paths = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const sources = paths.filter((path) => path.endsWith('.ts')).sort();
  return sources.map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}
