import { projectOf } from '../../src/sandbox/demo/place.ts';
import type { World } from '../../src/sandbox/world.ts';
import { elsewhere } from './see-chapter.ts';

/** The section of a report that tells most where there was one request. */
const shown = /^## 5 .*\n[\s\S]*?(?=^(?:## |<details>))/m;

/** What a report that came with a chapter says: its first paragraph, one section, and what came elsewhere. */
export function seeWiki(before: World, after: World): string[] {
  const report = projectOf(after).wiki.find(({ slug }) => slug.startsWith('reports/'));
  const [section] = shown.exec(report?.content ?? '') ?? [];
  if (report === undefined || section === undefined)
    throw new Error('no report with a section 5 was published');
  const [paragraph = ''] = report.content.split('\n');
  const lines = `${paragraph}\n\n${section}`.trim().split('\n');
  return [
    `**Wiki page** \`${report.slug}\`:`,
    '',
    ...lines.map((line) => (line === '' ? '>' : `> ${line}`)),
    '',
    ...elsewhere(before, after),
  ];
}
