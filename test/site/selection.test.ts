import { describe, expect, it } from 'vitest';
import { searchOf, wishesOf } from '../../src/site/address.ts';
import {
  chosenGroup,
  chosenPeriods,
  comparedGroups,
  possibleSelection,
  type Selection,
} from '../../src/site/selection.ts';
import { smallSite } from './small-site.ts';

const everything: Selection = { by: 'month', from: '2026-08', to: '2026-10', area: '', region: '' };

describe('what a reader chooses', () => {
  it('is everything by month at first', () => {
    expect(possibleSelection(smallSite, {})).toEqual(everything);
  });

  it('falls back to everything where the data does not have it', () => {
    const wished = { by: 'week', from: '1999-01', to: 'never', area: 'cooking', region: '<b>' };

    expect(possibleSelection(smallSite, wished)).toEqual(everything);
  });

  it('is turned round where it ends before it begins', () => {
    const { from, to } = possibleSelection(smallSite, { from: '2026-10', to: '2026-09' });

    expect([from, to]).toEqual(['2026-09', '2026-10']);
  });

  it('begins anew when months change to quarters', () => {
    const wished = { by: 'quarter', from: '2026-08', to: '2026-09' };

    expect(possibleSelection(smallSite, wished)).toMatchObject({
      by: 'quarter',
      from: '2026-Q3',
      to: '2026-Q3',
    });
  });

  it('has the periods between its ends, both included', () => {
    const periods = chosenPeriods(smallSite, { ...everything, from: '2026-09' });

    expect(periods.map(({ item }) => item.name)).toEqual(['2026-09', '2026-10']);
  });

  it('comes back from its address, and is no address where it is what everybody finds', () => {
    const chosen = { ...everything, area: 'ai', from: '2026-09' };
    const search = searchOf(chosen, everything);

    expect(possibleSelection(smallSite, wishesOf(search))).toEqual(chosen);
    expect(searchOf(everything, everything)).toBe('');
  });
});

describe('the group of a selection', () => {
  it.each([
    ['', '', 'Overall'],
    ['ai', '', 'AI'],
    ['', 'emea', 'EMEA'],
    ['ai', 'emea', 'AI, EMEA'],
  ])('of area "%s" and region "%s" is %s', (area, region, name) => {
    expect(chosenGroup(smallSite, { ...everything, area, region }).item.name).toBe(name);
  });

  it('has a name and no place where nothing belongs to it', () => {
    const group = chosenGroup(smallSite, { ...everything, area: 'agile', region: 'emea' });

    expect([group.place, group.item.name]).toEqual([-1, 'Agile, EMEA']);
  });

  it('is compared by area, by region within an area, and not at all where both are chosen', () => {
    const names = (chosen: Partial<Selection>) =>
      comparedGroups(smallSite, { ...everything, ...chosen }).map(({ item, place }) => [item.name, place]);

    expect(names({})).toEqual([
      ['AI', 1],
      ['Agile', 2],
    ]);
    expect(names({ region: 'emea' })).toEqual([
      ['AI', 4],
      ['Agile', -1],
    ]);
    expect(names({ area: 'ai' })).toEqual([['EMEA', 4]]);
    expect(names({ area: 'ai', region: 'emea' })).toEqual([]);
  });
});
