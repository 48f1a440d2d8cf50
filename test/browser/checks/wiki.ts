import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings } from '../axe-findings.ts';
import type { Check } from '../check.ts';
import { mermaidBlocks } from '../mermaid-blocks.ts';
import { screenshot } from '../screenshot.ts';
import { withPage } from '../watched-page.ts';

/** Text that only stands on a page where something was not written or not understood. */
const leftOver = /\bundefined\b|\bNaN\b|\[object |^\s*\|.*\|\s*$|^#{1,6} |\]\(/m;

async function oddText(page: Page): Promise<string | null> {
  const text = await page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true);
    if (copy instanceof Element) for (const each of copy.querySelectorAll('pre, code, svg')) each.remove();
    return copy.textContent ?? '';
  });
  return leftOver.exec(text)?.[0] ?? null;
}

/** The rows of a table of figures are all alike, and pictures and axe-core take half a minute for hundreds of them. */
async function fewRows(page: Page): Promise<void> {
  await page.locator('.json tr:nth-child(n + 6)').evaluateAll((rows) => {
    for (const row of rows) row.remove();
  });
}

export const wikiChecks: readonly Check[] = [
  {
    name: 'wiki pages are read as they were meant, with nothing left over, and axe-core finds nothing serious in them',
    async run(surroundings) {
      const { wiki, files } = surroundings.sample;
      const axe = String(files.get('checks/axe.js'));
      for (const [slug, markdown] of Object.entries(wiki)) {
        await withPage(surroundings, `wiki/${slug}.html`, async (page) => {
          const diagrams = mermaidBlocks(slug, markdown).length;
          await page.waitForFunction(
            (wanted) => document.querySelectorAll('.mermaid svg').length === wanted,
            diagrams,
          );
          await fewRows(page);
          await screenshot(page, `wiki-${slug.replaceAll('/', '-')}`, true);
          const tables = (markdown.match(/^\|[ :|-]*-{3}[ :|-]*$|^```json:table$/gm) ?? []).length;

          assert.equal(await oddText(page), null, slug);
          assert.equal(await page.locator('table').count(), tables, `${slug}: tables`);
          // Diagrams are drawn by GitLab's Mermaid in a frame of its own; a table with the same figures stands beside.
          assert.deepEqual(await axeFindings(page, axe, "{ exclude: [['.mermaid']] }"), [], slug);
        });
      }
    },
  },
];
