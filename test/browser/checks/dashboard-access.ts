import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings } from '../axe-findings.ts';
import type { Check } from '../check.ts';
import { screenshot } from '../screenshot.ts';
import { withDashboard } from '../watched-page.ts';

/** What is wider than the window, so that a reader would have to push the page from side to side. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > room + 1 && each.closest('.wide') === null,
    );
    return wide.slice(0, 5).map((each) => `${each.tagName} ${each.id || each.textContent?.slice(0, 60)}`);
  });
}

async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
}

export const accessChecks: readonly Check[] = [
  ...(['light', 'dark'] as const).map(
    (colorScheme): Check => ({
      name: `the dashboard keeps nobody out: axe-core finds nothing serious, ${colorScheme}`,
      async run(surroundings) {
        const axe = String(surroundings.sample.files.get('checks/axe.js'));
        for (const query of ['', '?area=appsec&by=quarter']) {
          await withDashboard(
            surroundings,
            async (page) => {
              await openEverything(page);

              assert.deepEqual(await axeFindings(page, axe), [], query);
              if (colorScheme === 'dark')
                await screenshot(page, `dashboard-dark${query === '' ? '' : '-area'}`);
              await page.locator('#operation').scrollIntoViewIfNeeded();
              await screenshot(page, `dashboard-${colorScheme}-opened${query === '' ? '' : '-area'}`);
            },
            { query, colorScheme },
          );
        }
      },
    }),
  ),
  {
    name: 'on a phone nothing is wider than the window',
    async run(surroundings) {
      for (const width of [320, 390]) {
        await withDashboard(
          surroundings,
          async (page) => {
            assert.deepEqual(await tooWide(page), [], `${width} pixels`);
            await openEverything(page);
            assert.deepEqual(await tooWide(page), [], `${width} pixels, everything open`);
            await screenshot(page, `dashboard-phone-${width}`);
          },
          { viewport: { width, height: 844 } },
        );
      }
    },
  },
  {
    name: 'printed it is light, whole and without controls',
    run: (surroundings) =>
      withDashboard(
        surroundings,
        async (page) => {
          await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
          const background = await page.evaluate(
            () => getComputedStyle(document.querySelector('.tile') ?? document.body).backgroundColor,
          );
          const controls = await page
            .locator('select:visible, :not(th) > button:visible, input:visible')
            .count();
          const pdf = await page.pdf({ format: 'A4' });
          await screenshot(page, 'dashboard-print', true);

          assert.equal(background, 'rgb(255, 255, 255)');
          assert.equal(controls, 0);
          assert.ok(pdf.byteLength > 50_000);
        },
        { viewport: { width: 760, height: 1000 }, colorScheme: 'dark' },
      ),
  },
];
