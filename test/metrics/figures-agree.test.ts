import { describe, expect, it } from 'vitest';
import { measure } from '../../src/domain/metrics/measure.ts';
import { metrics } from '../../src/domain/metrics/metrics.ts';
import { monthPeriod, quarterPeriod } from '../../src/domain/metrics/month.ts';
import { programHistory } from '../../src/domain/metrics/program-history.ts';
import { caseOf, seeds } from './cases.ts';
import { differences } from './differences.ts';
import { monthStart, quarterStart } from './oracle/calendar.ts';
import { expectedFigures } from './oracle/expected-figures.ts';

/** 1000 programs with fifteen requests each, and their issues that follow. */
const firstSeeds = [1, 251, 501, 751];

/** Figures that had a value other than 0, by id, over all programs. */
const seen = new Map<string, number>();

function differencesOf(seed: number): string[] {
  const { program, period, cells } = caseOf(seed);
  const measured = measure(programHistory(program), period, { cells });
  for (const { figures } of measured.groups) {
    for (const { id, value } of figures) {
      seen.set(id, (seen.get(id) ?? 0) + (value !== null && value !== 0 ? 1 : 0));
    }
  }
  const expected = expectedFigures(program, period, { cells });
  return differences(measured, expected, program.config.privacy.minimumN).map(
    (each) => `seed ${seed}: ${each}`,
  );
}

describe('every figure of every group is what the oracle reads in the raw history', () => {
  it.each(firstSeeds)('in 250 programs from seed %d on', (first) => {
    expect(seeds(first, first + 250).flatMap(differencesOf)).toEqual([]);
  });

  it('and each of them had something to tell, often', () => {
    const rare = [...seen].filter(([, often]) => often < 10);

    expect(seen.size).toBeGreaterThan(80);
    expect(rare).toEqual([]);
  });

  it('and each metric gave some', () => {
    const begins = metrics.map(({ definition: { number, key } }) => `${number ?? key}.`);

    expect(begins.filter((begin) => ![...seen.keys()].some((id) => id.startsWith(begin)))).toEqual([]);
  });
});

describe('months and quarters begin when the platform’s own calendar says', () => {
  it.each(['UTC', 'America/New_York', 'Europe/Madrid', 'Asia/Kolkata', 'Pacific/Auckland'])(
    'in %s',
    (zone) => {
      for (let month = 1; month <= 24; month += 1) {
        const [year, name] = [
          2025 + Math.floor((month - 1) / 12),
          String(((month - 1) % 12) + 1).padStart(2, '0'),
        ];
        const from = monthStart(zone, 2025, month);
        const quarter = quarterPeriod(`${year}-Q${Math.ceil(Number(name) / 3)}`, zone);

        expect(monthPeriod(`${year}-${name}`, zone)).toMatchObject({
          from,
          to: monthStart(zone, 2025, month + 1),
        });
        expect(quarter?.from).toBe(quarterStart(zone, from));
      }
    },
  );
});
