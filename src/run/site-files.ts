import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { figuresCsv } from '../report/site/figures-csv.ts';
import type { SiteData } from '../report/site/site-data.ts';
import { runError } from './error-catalogue.ts';
import { type SiteFile, siteModules } from './site-modules.ts';

const src = new URL('../', import.meta.url);

/** Libraries the page loads as they were published, each with the file of its package that a browser reads. */
const libraries = [
  { name: 'd3', file: '../dist/d3.min.js', path: 'vendor/d3.min.js' },
  { name: '@observablehq/plot', file: '../dist/plot.umd.min.js', path: 'vendor/plot.umd.min.js' },
] as const;

/** By this line a directory is known to hold a dashboard of the desk, which may be overwritten. */
const ours = '<meta name="generator" content="SME Desk">';

/** The place in the page where the figures go. */
const emptyData = '<script id="data" type="application/json">{}</script>';

async function libraryFiles(): Promise<SiteFile[]> {
  const scripts: SiteFile[] = [];
  const licences: string[] = [];
  for (const { name, file, path } of libraries) {
    const main = import.meta.resolve(name);
    scripts.push({ path, content: await readFile(new URL(file, main), 'utf8') });
    licences.push(`${name}\n\n${await readFile(new URL('../LICENSE', main), 'utf8')}`);
  }
  return [...scripts, { path: 'LICENSES.txt', content: licences.join('\n\n') }];
}

/**
 * The figures stand in the page itself, as data that no browser runs: the page's policy lets it fetch nothing. Without
 * `<` nothing in them can end the element they stand in.
 */
async function pageWith(json: string): Promise<SiteFile> {
  const page = await readFile(new URL('site/index.html', src), 'utf8');
  const data = emptyData.replace('{}', () => json.replaceAll('<', '\\u003c'));
  return { path: 'index.html', content: page.replace(emptyData, () => data) };
}

/**
 * Every file of the dashboard: page, style, code, the libraries it draws with and the figures to take away. The same
 * data gives the same files.
 */
export async function siteFiles(data: SiteData): Promise<SiteFile[]> {
  const json = JSON.stringify(data);
  const style = await readFile(new URL('site/dashboard.css', src), 'utf8');
  return [
    await pageWith(json),
    { path: 'dashboard.css', content: style },
    ...(await siteModules('site/page.ts', src)),
    ...(await libraryFiles()),
    { path: 'figures.json', content: `${json}\n` },
    { path: 'figures.csv', content: figuresCsv(data) },
  ];
}

/** Whether files may be written to a directory: it is not there, is empty, or holds a dashboard already. */
async function isFree(directory: string): Promise<boolean> {
  const entries = await readdir(directory).catch(whereMissing([]));
  if (entries.length === 0) return true;
  const page = await readFile(join(directory, 'index.html'), 'utf8').catch(whereMissing(''));
  return page.includes(ours);
}

function whereMissing<T>(fallback: T): (cause: unknown) => T {
  return (cause) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return fallback;
    throw cause;
  };
}

/**
 * Writes the dashboard to a directory, which is made if it is not there. A directory with other things in it is
 * refused with an error of usage: a slip of the keyboard must not overwrite somebody's files.
 */
export async function writeSite(directory: string, files: readonly SiteFile[]): Promise<void> {
  if (!(await isFree(directory))) {
    throw runError('usage', {
      what: `The directory ${directory} holds something else than a dashboard of the desk, so nothing was written there.`,
      cure: 'Give --pages a directory that is empty or not there yet.',
    });
  }
  for (const { path, content } of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}
