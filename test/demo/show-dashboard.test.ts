import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runDemo } from '../../src/sandbox/demo/run-demo.ts';
import { showDashboard } from '../../src/sandbox/demo/show-dashboard.ts';

const folder = mkdtempSync(join(tmpdir(), 'show-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a dashboard is shown on this machine alone, file by file, and nothing beside it', async () => {
  const directory = join(folder, 'public');
  mkdirSync(join(directory, 'site'), { recursive: true });
  writeFileSync(join(directory, 'index.html'), '<title>Dashboard</title>');
  writeFileSync(join(directory, 'site/page.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'not for you');

  const { url, close } = await showDashboard(directory);
  const answers = await Promise.all(
    ['', 'site/page.js', 'missing.js', '..%2fsecret.txt', '%2e%2e/secret.txt'].map(async (path) => {
      const response = await fetch(url + path);
      return [response.status, response.headers.get('content-type'), await response.text()];
    }),
  );
  await close();

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(answers.slice(0, 2)).toEqual([
    [200, 'text/html; charset=utf-8', '<title>Dashboard</title>'],
    [200, 'text/javascript; charset=utf-8', 'export {};'],
  ]);
  expect(answers.slice(2).map(([status]) => status)).toEqual([404, 404, 404]);
});

it('where nothing was played yet, --show says so', async () => {
  const complaints: string[] = [];

  const code = await runDemo({
    args: ['--show', '--out', join(folder, 'nowhere')],
    print: () => undefined,
    complain: (line) => complaints.push(line),
    colours: false,
    monotonic: () => 0,
  });

  expect(code).toBe(1);
  expect(complaints.join()).toMatch(/there is no dashboard in \S+ yet; "npm start" makes one/);
});
