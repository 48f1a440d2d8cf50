import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

// Statements begin a line, so a comment that shows one, behind its star, is not read.
const statement = /^(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm;
const dynamic = /\bimport\(\s*'([^']+)'/g;

/** What a file imports: `src/…` paths from the root for its own modules, else the specifier as written. */
export function importsOf(file: SourceFile): string[] {
  const found = [...file.text.matchAll(statement), ...withoutComments(file.text).matchAll(dynamic)];
  const specifiers = found.map((match) => match[1] ?? match[2] ?? '');
  return specifiers.map((specifier) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : specifier,
  );
}

/** The code without its comments; text in quotes stays. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

/** The package of a specifier: `date-fns` of `date-fns/addDays`, `@slack/web-api` of itself. */
export function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
