import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ProgramHistory } from '../../src/domain/metrics/program-history.ts';
import { siteMeasurements } from '../../src/reconcile/publish/site-measurements.ts';
import { type SiteData, siteData } from '../../src/report/site/site-data.ts';
import { siteFiles } from '../../src/run/site-files.ts';
import { generatedHistory } from '../builders/program-history.ts';
import { reportInput, samplePages } from '../report/sample-pages.ts';
import type { Files } from './static-server.ts';
import { wikiHtml } from './wiki-html.ts';

/** What a generated year gives: pages and dashboard. */
export interface Sample {
  readonly data: SiteData;
  /** Markdown of the wiki pages, by slug. */
  readonly wiki: Readonly<Record<string, string>>;
  /** Markdown of the repository that people read, by path. */
  readonly documents: Readonly<Record<string, string>>;
  /** Everything a browser may open. */
  readonly files: Files;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

/** Libraries of the checks; none of them is part of what is published. */
const libraries = {
  'checks/mermaid-10.js': 'mermaid-10/dist/mermaid.min.js',
  'checks/mermaid-newest.js': 'mermaid/dist/mermaid.min.js',
  'checks/axe.js': 'axe-core/axe.min.js',
} as const;

function mermaidPage(library: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mermaid</title><link rel="icon" href="data:,">
<script src="/${library}"></script><script>mermaid.initialize({ startOnLoad: false });</script>`;
}

function documents(): Record<string, string> {
  const paths = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(root + path, 'utf8')]));
}

/** The dashboard of a history. */
export async function dashboardOf(history: ProgramHistory): Promise<{ data: SiteData; files: Files }> {
  const { months, quarters } = siteMeasurements(history);
  const data = siteData(reportInput(history), months, quarters);
  const files = await siteFiles(data);
  return { data, files: new Map(files.map(({ path, content }) => [path, content])) };
}

/** Makes pages and dashboard of a generated year; the same ones each time. */
export async function sample(): Promise<Sample> {
  const history = generatedHistory();
  const { data, files } = await dashboardOf(history);
  const wiki = samplePages(history);
  const all = new Map(files);
  for (const [slug, markdown] of Object.entries(wiki)) all.set(`wiki/${slug}.html`, wikiHtml(slug, markdown));
  for (const [path, file] of Object.entries(libraries)) {
    all.set(path, readFileSync(fileOf(file)));
  }
  all.set('checks/mermaid-10.html', mermaidPage('checks/mermaid-10.js'));
  all.set('checks/mermaid-newest.html', mermaidPage('checks/mermaid-newest.js'));
  return { data, wiki, documents: documents(), files: all };
}

/** Some packages do not let their files be resolved by name, so they are found by where they are installed. */
function fileOf(path: string): string {
  const folders = require.resolve.paths(path) ?? [];
  return `${folders[0]}/${path}`;
}
