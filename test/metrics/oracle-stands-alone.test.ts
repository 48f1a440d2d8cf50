import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('oracle', import.meta.url));
const files = readdirSync(folder).sort();

/** What a file takes from elsewhere, types left out: they are gone when it runs. */
function importsOf(file: string): string[] {
  const text = readFileSync(`${folder}/${file}`, 'utf8').replace(/import type [^;]+;/g, '');
  const found = [...text.matchAll(/\bfrom\s+['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g)];
  return found.map((match) => match[1] ?? match[2] ?? '');
}

it.each(files)('%s shares nothing with the desk but the shape of what was read', (file) => {
  const own = files.map((each) => `./${each}`);

  expect(importsOf(file).filter((each) => !own.includes(each))).toEqual([]);
});

it('there is something to check', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(20);
});
