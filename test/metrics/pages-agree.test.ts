import { expect, it } from 'vitest';
import type { Period } from '../../src/domain/metrics/facts.ts';
import { programHistory } from '../../src/domain/metrics/program-history.ts';
import { periodReports } from '../../src/reconcile/publish/period-reports.ts';
import { monthlyPage } from '../../src/report/monthly-page.ts';
import { quarterlyPage } from '../../src/report/quarterly-page.ts';
import { seeds } from './cases.ts';
import { wildProgram } from './generate/program.ts';
import { monthStart } from './oracle/calendar.ts';
import { expectedFigures } from './oracle/expected-figures.ts';
import type { Figures } from './oracle/told.ts';
import { mustBeWithheld } from './oracle/withheld.ts';

/** The values of the table of all figures of a page, by key, as whoever reads its text finds them. */
function publishedIn(page: string): Record<string, unknown> {
  const blocks = [...page.matchAll(/^```json:table\n(.*?)^```$/gms)].map((match) =>
    JSON.parse(match[1] ?? ''),
  );
  const items: { key?: string; value?: unknown }[] = blocks.flatMap((block) => block.items);
  return Object.fromEntries(items.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value]])));
}

/** What has to stand there: two decimals, and words where there is no value. */
function expectedIn(groups: ReadonlyMap<string, Figures>, minimumN: number): Record<string, unknown> {
  const withheld = mustBeWithheld(groups, minimumN);
  const entries = [...groups].flatMap(([name, figures]) =>
    [...figures].map(([id, { value }]) => {
      const key = `${name}/${id}`;
      return [key, value === null || withheld.has(key) ? 'not available' : Number(value.toFixed(2))] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** A number printed with two decimals may lie on either side of a half. */
function differing(published: Record<string, unknown>, expected: Record<string, unknown>): string[] {
  const keys = new Set([...Object.keys(published), ...Object.keys(expected)]);
  return [...keys].flatMap((key) => {
    const [is, wanted] = [published[key], expected[key]];
    const isNear = typeof is === 'number' && typeof wanted === 'number' && Math.abs(is - wanted) < 0.0101;
    return isNear || is === wanted ? [] : [`${key}: ${is}, expected ${wanted}`];
  });
}

const pages = {
  report: { write: monthlyPage, first: 21, months: 1, name: '2026-09' },
  review: { write: quarterlyPage, first: 19, months: 3, name: '2026-Q3' },
} as const;

it.each(['report', 'review'] as const)('every number on the page of a %s is the oracle’s', (kind) => {
  const { write, first, months, name } = pages[kind];
  let numbers = 0;
  for (const seed of seeds(9000, 9025)) {
    const program = wildProgram(seed);
    const { timezone } = program.config.calendar;
    const [from, to] = [monthStart(timezone, 2025, first), monthStart(timezone, 2025, first + months)];
    const period: Period = { from, to, name };
    const history = programHistory(program);
    const page = write(
      {
        history,
        revisions: { code: 'a'.repeat(40), config: 'b'.repeat(40) },
        project: { path: 'acme/sme', webUrl: 'https://gitlab.example.com/acme/sme' },
      },
      periodReports(history)(period),
    );
    const published = publishedIn(page);
    const expected = expectedFigures(program, period, { cells: false });
    numbers += Object.values(published).filter((value) => typeof value === 'number').length;

    expect(
      differing(published, expectedIn(expected, program.config.privacy.minimumN)),
      `seed ${seed}`,
    ).toEqual([]);
  }
  expect(numbers).toBeGreaterThan(5000);
});
