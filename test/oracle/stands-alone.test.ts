import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .sort();

/** What a file imports: paths inside the oracle's folder (`../x.ts` is outside), or names of packages. */
function importsOf(file: string): string[] {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const found = [...text.matchAll(/\bfrom\s+['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g)];
  const named = found.map((match) => match[1] ?? match[2] ?? '');
  return named.map((each) => (each.startsWith('.') ? posix.join(posix.dirname(file), each) : each));
}

it.each(files)('%s shares no code with the desk', (file) => {
  const outside = importsOf(file).filter((each) => !files.includes(each));

  expect(outside.filter((each) => !['yaml', 'zod', 'node:fs/promises', 'node:path'].includes(each))).toEqual(
    [],
  );
});

it('there is something to check', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(50);
});
