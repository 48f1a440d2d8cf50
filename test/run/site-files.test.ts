import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteFiles, writeSite } from '../../src/run/site-files.ts';
import { smallSite } from '../site/small-site.ts';

const hostile = '</script><script>alert(1)</script> $& $1';
const files = await siteFiles({ ...smallSite, program: hostile });
const contents = new Map(files.map(({ path, content }) => [path, content]));
const page = contents.get('index.html') ?? '';
const scripts = files.filter(({ path }) => path.endsWith('.js') && !path.startsWith('vendor/'));

describe('the files of the dashboard', () => {
  it('hold everything the page names', () => {
    const named = [...page.matchAll(/(?:src|href)="(?!data:|#)([^"]+)"/g)].map((match) => match[1] ?? '');

    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !contents.has(path))).toEqual([]);
  });

  it('hold every module that a module imports, under the name it imports', () => {
    const imports = scripts.flatMap(({ path, content }) =>
      [...content.matchAll(/\bfrom\s+['"]([^'"]+)['"]/g)].map((match) =>
        posix.join(posix.dirname(path), match[1] ?? ''),
      ),
    );

    expect(imports.length).toBeGreaterThan(20);
    expect(imports.filter((path) => !contents.has(path))).toEqual([]);
  });

  it('are JavaScript: the types are gone', () => {
    expect(scripts.length).toBeGreaterThan(20);
    expect(scripts.filter(({ content }) => /^(?:export )?(?:interface|type) /m.test(content))).toEqual([]);
  });

  it('hold the figures as data that no name in them can end', () => {
    const data = /<script id="data" type="application\/json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';

    expect(JSON.parse(data)).toEqual({ ...smallSite, program: hostile });
    expect(page.match(/<\/script>/g)).toHaveLength(4);
    expect(JSON.parse(contents.get('figures.json') ?? '')).toEqual({ ...smallSite, program: hostile });
  });

  it('let a browser load and run nothing but themselves', () => {
    expect(page).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:",
    );
    expect(page).not.toMatch(/(?:src|href)="https?:/);
  });

  it('say under which licences the libraries are', () => {
    expect(contents.get('LICENSES.txt')).toMatch(/Mike Bostock[\s\S]*Observable, Inc/);
  });

  it('are the same for the same data', async () => {
    expect(await siteFiles({ ...smallSite, program: hostile })).toEqual(files);
  });
});

describe('writing the dashboard', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sme-desk-site-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes the directory, and writes over a dashboard of its own', async () => {
    const directory = join(folder, 'new', 'public');
    await writeSite(directory, files);
    await writeSite(directory, [{ path: 'index.html', content: page.replace('c0ffee', 'cafe') }]);

    expect(await readFile(join(directory, 'index.html'), 'utf8')).toContain('cafe');
    expect(await readdir(join(directory, 'vendor'))).toEqual(['d3.min.js', 'plot.umd.min.js']);
  });

  it.each([
    ['files of somebody', 'notes.txt'],
    ['a page of somebody', 'index.html'],
  ])('refuses a directory with %s and leaves it as it is', async (_, name) => {
    const directory = await mkdtemp(join(folder, 'theirs-'));
    await writeFile(join(directory, name), '<p>mine</p>');

    await expect(writeSite(directory, files)).rejects.toThrow(/nothing was written there/);
    expect(await readdir(directory)).toEqual([name]);
    expect(await readFile(join(directory, name), 'utf8')).toBe('<p>mine</p>');
  });
});
