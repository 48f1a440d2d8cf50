import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Check } from '../check.ts';
import { screenshot } from '../screenshot.ts';
import { drawn, withDashboard, withPage } from '../watched-page.ts';

/** The element that has the focus: its id or text, and whether a reader can see where the focus is. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const all = [...document.querySelectorAll('*')];
    return {
      place: all.indexOf(element),
      name: `${element.tagName} ${element.id || element.textContent?.trim().slice(0, 30)}`,
      isVisible: outlineStyle !== 'none' && outlineWidth !== '0px' && element.checkVisibility(),
    };
  });
}

export const useChecks: readonly Check[] = [
  {
    name: 'the keyboard alone reaches everything, in the order of the page, and one sees where it is',
    run: (surroundings) =>
      withDashboard(surroundings, async (page) => {
        const places: number[] = [];
        const hidden: string[] = [];
        for (let step = 0; step < 200; step += 1) {
          await page.keyboard.press('Tab');
          const now = await focused(page);
          if (now === null || places.includes(now.place)) break;
          places.push(now.place);
          if (!now.isVisible) hidden.push(now.name);
        }
        const wanted = await page.evaluate(
          () =>
            [
              ...document.querySelectorAll<HTMLElement>(
                'a[href], button, select, input, summary, [tabindex="0"]',
              ),
            ].filter(
              (each) =>
                each.checkVisibility() &&
                !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked),
            ).length,
        );

        assert.deepEqual(hidden, []);
        assert.deepEqual(
          places,
          places.toSorted((a, b) => a - b),
        );
        assert.equal(places.length, wanted);
      }),
  },
  {
    name: 'filters, sorting and tables can be worked by keyboard, and changes are told',
    run: (surroundings) =>
      withDashboard(surroundings, async (page) => {
        await page.locator('#area').focus();
        await page.keyboard.press('ArrowDown');
        const area = await page.locator('#area option:checked').textContent();
        assert.match(await page.locator('#status').innerText(), new RegExp(`^Showing ${area}`));
        assert.match(new URL(page.url()).search, /^\?area=/);

        await page.locator('#by-month').focus();
        await page.keyboard.press('ArrowRight');
        assert.match(await page.locator('#status').innerText(), /by quarter/);

        await page.locator('[data-column="value"]').focus();
        await page.keyboard.press('Enter');
        assert.equal(await page.locator('th[aria-sort="ascending"]').innerText(), 'Value ▲');
        assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-column')), 'value');

        const summary = page.locator('#metric-cards figure.line summary').first();
        await summary.focus();
        await page.keyboard.press('Enter');
        assert.ok(await page.locator('#metric-cards figure.line table').first().isVisible());

        await page.locator('#table-filter').fill('win rate q3');
        const rows = await page.locator('#table-body tr').allInnerTexts();
        assert.ok(rows.length > 0 && rows.every((row) => /Q3/.test(row) && /win rate/i.test(row)));
        await page.getByRole('button', { name: 'Show everything' }).press('Enter');
        assert.equal(new URL(page.url()).search, '');
      }),
  },
  {
    name: 'a view can be sent to somebody by its address, and a wrong address shows everything',
    async run(surroundings) {
      await withDashboard(
        surroundings,
        async (page) => {
          assert.match(
            await page.locator('#shown').innerText(),
            /^AI, EMEA, Q\d \d{4} to Q\d \d{4}, by quarter\.$/,
          );
          await screenshot(page, 'dashboard-cell');
        },
        { query: '?area=ai&region=emea&by=quarter' },
      );
      await withDashboard(
        surroundings,
        async (page) => assert.match(await page.locator('#shown').innerText(), /^Overall, /),
        { query: '?area=%3Cscript%3E&by=never&from=2031-01&to=x' },
      );
    },
  },
  {
    name: 'light and dark follow the system, or the choice of the reader, also after a reload',
    run: (surroundings) =>
      withDashboard(surroundings, async (page) => {
        const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const light = await background();
        await page.locator('#theme').selectOption('dark');
        const dark = await background();
        await page.reload();
        await drawn(page);

        assert.notEqual(dark, light);
        assert.equal(await background(), dark);
        await page.locator('#theme').selectOption('auto');
        assert.equal(await background(), light);
        await page.emulateMedia({ colorScheme: 'dark' });
        assert.equal(await background(), dark);
      }),
  },
  {
    name: 'without scripts the page says where the figures are',
    run: (surroundings) =>
      withPage(
        surroundings,
        '',
        async (page) => {
          assert.match(await page.locator('body').innerText(), /drawn by a script.*figures\.csv/s);
        },
        { javaScriptEnabled: false },
      ),
  },
];
