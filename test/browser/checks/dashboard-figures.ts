import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Check, Surroundings } from '../check.ts';
import { type Expected, expectedFigures } from '../expected-figures.ts';
import { screenshot } from '../screenshot.ts';
import { withDashboard } from '../watched-page.ts';
import { showsValue } from './shown-number.ts';

/** What is wrong about the table of all figures for a group and a period: it must say what the data says, all of it. */
export async function tableFaults(page: Page, expected: readonly Expected[], surroundings: Surroundings) {
  const { figures } = surroundings.sample.data;
  const rows = await page
    .locator('#table-body tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
  const shown = new Map(
    rows.map(([, , metric, name, value, n]) => [`${metric}/${name}`, [value, n] as const]),
  );
  const names = new Map(surroundings.sample.data.metrics.map(({ key, name }) => [key, name]));
  const faults = expected.flatMap((each) => {
    const figure = figures.find(({ id }) => id === each.figure);
    if (figure === undefined) return [`${each.figure} is not in the data`];
    const [value = '', n = ''] = shown.get(`${names.get(figure.metric)}/${each.name}`) ?? [];
    const isRight = showsValue(value, each.value, each.note, figure.unit) && Number(n) === each.n;
    return isRight
      ? []
      : [`${each.figure}: shown "${value}" (n ${n}), is ${each.value} (n ${each.n}) ${each.note}`];
  });
  return rows.length === expected.length
    ? faults
    : [...faults, `${rows.length} rows for ${expected.length} figures`];
}

/** Shows one period only and the whole table. */
async function showOne(page: Page, period: string, area: string, region: string): Promise<void> {
  await page.locator('#area').selectOption(area);
  await page.locator('#region').selectOption(region);
  await page.locator('#to').selectOption(period);
  await page.locator('#from').selectOption(period);
  const more = page.locator('#table-more');
  if (await more.isVisible()) await more.click();
}

export const figureChecks: readonly Check[] = [
  {
    name: 'the dashboard shows the figures of its JSON, for every kind of group',
    async run(surroundings) {
      const all = expectedFigures(surroundings.sample.data);
      const last = surroundings.sample.data.periods.findLast(({ kind }) => kind === 'month')?.name ?? '';
      await withDashboard(surroundings, async (page) => {
        const kinds = ['overall', 'area', 'region', 'cell'];
        for (const kind of kinds) {
          const one = all.find((each) => each.kind === kind && each.period === last);
          assert.ok(one !== undefined, `no figures of kind ${kind}`);
          const { area, region } = one;
          await showOne(page, last, area ?? '', region ?? '');
          const expected = all.filter(
            (each) => each.period === last && each.area === area && each.region === region,
          );

          assert.deepEqual(await tableFaults(page, expected, surroundings), [], `${kind} ${area}/${region}`);
        }
      });
    },
  },
  {
    name: 'the tiles show the figures that have goals, and how they stand',
    async run(surroundings) {
      const { data } = surroundings.sample;
      const goals = data.metrics.flatMap(({ goals }) => goals);
      const all = expectedFigures(data).filter(({ kind }) => kind === 'overall');
      const newest = (kind: string) => data.periods.findLast((each) => each.kind === kind)?.name;
      await withDashboard(surroundings, async (page) => {
        const values = await page.locator('.tile .value').allTextContents();
        await screenshot(page, 'dashboard-light');

        assert.equal(values.length, goals.length);
        for (const [index, goal] of goals.entries()) {
          const period = newest(goal.span);
          const told = all.find((each) => each.figure === goal.figure && each.period === period);
          const unit = data.figures.find(({ id }) => id === goal.figure)?.unit ?? 'count';
          assert.ok(told !== undefined, `${goal.figure} of ${period}`);
          assert.ok(
            showsValue(values[index] ?? '', told.value, told.note, unit),
            `${goal.figure}: ${values[index]}`,
          );
        }
        assert.equal(await page.locator('.tile .badge').count(), goals.length);
        await page.locator('#area').selectOption({ index: 1 });
        assert.equal(
          await page.locator('.tile .badge').count(),
          0,
          'a part is not judged by goals of the whole',
        );
      });
    },
  },
  {
    name: 'every measured metric has its line, with a point for each month that has a figure',
    async run(surroundings) {
      const { data } = surroundings.sample;
      const all = expectedFigures(data).filter(({ kind }) => kind === 'overall');
      const months = new Set(data.periods.flatMap(({ kind, name }) => (kind === 'month' ? [name] : [])));
      await withDashboard(surroundings, async (page) => {
        for (const { key, chart, name } of data.metrics) {
          const card = page.locator('article', { has: page.locator(`#metric-${key}`) });
          const drawn = card.locator('.line svg');
          const points = all.filter(
            ({ figure, period, value }) => figure === chart && value !== null && months.has(period),
          );

          if (points.length === 0) {
            assert.match(await card.innerText(), /not available/i, name);
            continue;
          }
          assert.equal(await drawn.locator('circle').count(), points.length, name);
          assert.match((await drawn.getAttribute('aria-label')) ?? '', /^Line chart\. .+\.$/);
          assert.equal(await drawn.getAttribute('role'), 'img');
        }
      });
    },
  },
];
