import { describe, expect, it } from 'vitest';
import { figure } from '../../../src/domain/metrics/figure.ts';
import { type Group, overall } from '../../../src/domain/metrics/group.ts';
import type { GroupFigures } from '../../../src/domain/metrics/measure.ts';
import { ofOneSme } from '../../../src/domain/metrics/one-sme.ts';
import { withheld } from '../../../src/domain/metrics/withhold.ts';

function area(key: string): Group {
  return { kind: 'area', key, name: key, area: key, region: null };
}

function rated(group: Group, n: number, note?: string): GroupFigures {
  const value = note === undefined ? 4 : null;
  const mean = figure({
    id: 'ratings.mean',
    name: 'Mean',
    unit: 'score',
    value,
    n,
    guarded: true,
    note: note ?? '',
  });
  return { group, figures: [mean] };
}

/** The areas whose rating is still told. */
function told(counts: readonly number[]): string[] {
  const all = rated(
    overall,
    counts.reduce((sum, n) => sum + n, 0),
  );
  const groups = [all, ...counts.map((n, index) => rated(area(`a${index}`), n))];
  return keysWithValue(withheld(groups, 5));
}

function keysWithValue(groups: readonly GroupFigures[]): string[] {
  return groups.flatMap(({ group, figures }) =>
    figures.every(({ value }) => value !== null) ? [group.key] : [],
  );
}

describe('what few stand behind', () => {
  it('is withheld, and its n is told', () => {
    const [first] = withheld([rated(overall, 4)], 5);

    expect(first?.figures[0]).toMatchObject({ value: null, n: 4, note: 'n = 4, too few' });
  });

  it('takes the next smallest along, so that it cannot be computed from the total', () => {
    expect(told([9, 6, 2])).toEqual(['overall', 'a0']);
    expect(told([9, 6, 5])).toEqual(['overall', 'a0', 'a1', 'a2']);
  });

  it('takes along as many as it needs for enough to stand behind what is withheld together', () => {
    expect(told([9, 7, 1, 1])).toEqual(['overall', 'a0']);
    expect(told([9, 7, 3, 2])).toEqual(['overall', 'a0', 'a1']);
  });

  it('counts the rating of one SME as such, however many have rated', () => {
    const groups = [
      rated(overall, 25),
      rated(area('x'), 9, ofOneSme),
      rated(area('y'), 6),
      rated(area('z'), 10),
    ];

    expect(keysWithValue(withheld(groups, 5))).toEqual(['overall', 'z']);
  });

  it('is told by area or region, never for one area in one region', () => {
    const cell: Group = { kind: 'cell', key: 'ai/emea', name: 'AI, EMEA', area: 'ai', region: 'emea' };

    expect(keysWithValue(withheld([rated(cell, 50)], 5))).toEqual([]);
  });
});
