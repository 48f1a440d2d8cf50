import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { metricsPage } from '../../src/report/metrics-page.ts';
import { generatedHistory } from '../builders/program-history.ts';
import { samplePages } from './sample-pages.ts';

// node test/report/write-sample.ts: the pages of a generated year in out/pages, to be read by people, and docs/metrics.md
// from the definitions.
const folder = 'out/pages';
for (const [slug, content] of Object.entries(samplePages(generatedHistory()))) {
  const file = join(folder, `${slug}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
writeFileSync('docs/metrics.md', metricsPage());
