import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('oracle/', import.meta.url));

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

it.each(files)('%s shares no code with the desk', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const imported = [...text.matchAll(/^(import[^;]*?)from '([^']+)'/gms)].map(([, how = '', from = '']) => ({
    isType: how.startsWith('import type'),
    path: posix.join('test/board/oracle', posix.dirname(file), from),
  }));

  const others = imported.filter(({ path }) => !path.startsWith('test/board/oracle/'));
  // The shape of the sandbox's world is what it looks at.
  expect(others.filter(({ isType, path }) => !isType || !path.startsWith('src/sandbox/'))).toEqual([]);
});

it('there is something to check', () => {
  expect(files.length).toBeGreaterThan(12);
});
