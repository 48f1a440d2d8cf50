import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Check } from '../check.ts';
import { type Expected, expectedFigures } from '../expected-figures.ts';
import { readCsv } from '../read-csv.ts';
import { withDashboard } from '../watched-page.ts';

async function taken(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText(name, { exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

function key({
  period,
  area,
  region,
  figure,
}: Pick<Expected, 'period' | 'area' | 'region' | 'figure'>): string {
  return [period, area ?? '', region ?? '', figure].join('/');
}

/** What of a CSV file is not in the data, or not as it is there. */
export function csvFaults(text: string, expected: readonly Expected[]): string[] {
  const [head = [], ...lines] = readCsv(text);
  const column = (name: string) => head.indexOf(name);
  const cells = new Map(
    lines.map((line) => {
      const read = (name: string) => line[column(name)] ?? '';
      const name = [read('period'), read('area'), read('region'), read('figure')].join('/');
      return [name, [read('value'), read('n'), read('note')].join('|')] as const;
    }),
  );
  const faults = expected.flatMap((each) => {
    const wanted = [each.value === null ? '' : String(each.value), String(each.n), each.note].join('|');
    const found = cells.get(key(each));
    return found === wanted ? [] : [`${key(each)}: "${found}" is not "${wanted}"`];
  });
  return lines.length === expected.length
    ? faults
    : [...faults, `${lines.length} lines, ${expected.length} figures`];
}

export const takeAwayChecks: readonly Check[] = [
  {
    name: 'CSV and JSON can be taken away, and say what the page says',
    run: (surroundings) =>
      withDashboard(surroundings, async (page) => {
        const { data } = surroundings.sample;
        const json = await taken(page, 'All figures as JSON');
        const csv = await taken(page, 'All figures as CSV');
        const expected = expectedFigures(data).filter(({ kind, n }) => kind !== 'cell' || n > 0);

        assert.deepEqual([json.name, csv.name], ['figures.json', 'figures.csv']);
        assert.deepEqual(JSON.parse(json.text), JSON.parse(JSON.stringify(data)));
        assert.deepEqual(csvFaults(csv.text, expected).slice(0, 5), []);
      }),
  },
  {
    name: 'the table as it is shown can be taken away',
    run: (surroundings) =>
      withDashboard(
        surroundings,
        async (page) => {
          await page.locator('#table-filter').fill('won');
          const shown = await page.locator('#table-count').innerText();
          const { name, text } = await taken(page, 'Take this table (CSV)');
          const [, ...lines] = readCsv(text);

          assert.equal(name, 'figures-shown.csv');
          assert.ok(lines.length > 0);
          assert.equal(shown.split(' ')[0], String(lines.length));
        },
        { query: '?area=ai' },
      ),
  },
];
