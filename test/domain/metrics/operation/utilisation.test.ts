import { describe, expect, it } from 'vitest';
import type { Group } from '../../../../src/domain/metrics/group.ts';
import { fairness } from '../../../../src/domain/metrics/operation/fairness.ts';
import { utilisation } from '../../../../src/domain/metrics/operation/utilisation.ts';
import { day, decided, measured, program, request, sme } from './november.ts';

const ai: Group = { kind: 'area', key: 'ai', name: 'AI', area: 'ai', region: null };
const amer: Group = { kind: 'region', key: 'amer', name: 'AMER', area: null, region: 'amer' };

function engagement(username: string, start: number, hours: number, fields = {}) {
  const facts = { ...decided(username, start, hours), ...fields };
  return request({ states: [['assigned', 2]], facts });
}

describe('utilisation', () => {
  it('is hours of engagements that begin in the month ÷ the SMEs’ budget, and ÷ whole weeks', () => {
    const config = program([sme('ines'), sme('jonas', { weeklyHours: 10 })]);
    const requests = [engagement('ines', 10, 3), engagement('jonas', 30, 6), engagement('ines', 31, 8)];

    const { values, inputs } = measured(utilisation, requests, { config });

    const weeks = 30 / 7;
    expect(values.hours).toBe(9);
    expect(values.budget).toBeCloseTo((5 + 10) * 0.6 * weeks, 9);
    expect(values.share).toBeCloseTo((100 * 9) / (9 * weeks), 9);
    expect(values['of-week']).toBeCloseTo((100 * 9) / (80 * weeks), 9);
    expect(inputs).toEqual([1, 1]);
  });

  it('counts the budget up to the cut-off only, and of each SME only the days of the term', () => {
    const term = { from: '2026-11-08', to: '2027-01-31' };
    const config = program([
      sme('ines'),
      sme('jonas', { term }),
      sme('old', { term: { from: '2025-01-01', to: '2026-10-31' } }),
    ]);

    const { of } = measured(utilisation, [], { config, now: day(14) });

    expect(of('budget').value).toBeCloseTo(3 * (14 / 7) + 3 * (7 / 7), 9);
    expect(of('budget').n).toBe(2);
    expect(of('hours').value).toBe(0);
  });

  it('leaves associates out of the budget, and counts their hours', () => {
    const config = program([sme('ines'), sme('lea', { areas: { ai: 'associate' } })]);

    const { values } = measured(utilisation, [engagement('lea', 5, 2)], { config });

    expect(values.hours).toBe(2);
    expect(values.budget).toBeCloseTo(3 * (30 / 7), 9);
  });

  it('counts the whole budget of an SME in an area, and only the hours of the area’s requests', () => {
    const config = program([
      sme('ines', { areas: { ai: 'sme', cicd: 'lead' } }),
      sme('jonas'),
      sme('ravi', { areas: { cicd: 'sme' } }),
    ]);
    const requests = [engagement('ines', 5, 2), engagement('ines', 6, 4, { areaKey: 'cicd' })];

    const { values, of } = measured(utilisation, requests, { config, group: ai });

    expect(values.hours).toBe(2);
    expect(of('budget').n).toBe(2);
    expect(values.budget).toBeCloseTo(2 * 3 * (30 / 7), 9);
  });

  it('of a region divides the hours of its requesters by the budget of the SMEs who live there', () => {
    const config = program([
      sme('ines'),
      sme('jonas'),
      ...['carlos', 'hannah'].map((name) => sme(name, { region: 'amer' })),
    ]);
    const requests = [engagement('ines', 5, 2, { region: 'amer' }), engagement('carlos', 6, 4)];

    const { values, of } = measured(utilisation, requests, { config, group: amer });

    expect([values.hours, of('budget').n]).toEqual([2, 2]);
  });

  it('does not count what came to nothing or has no SME at the cut-off', () => {
    const config = program([sme('ines')]);
    const lost = request({
      states: [
        ['assigned', 2],
        ['waitlisted', 4],
      ],
      facts: decided('ines', 10, 3),
    });
    const handedBackLater = request({
      states: [
        ['assigned', 2],
        ['waitlisted', 31],
      ],
      facts: decided('ines', 10, 4),
    });

    const { values } = measured(utilisation, [lost, handedBackLater], { config });

    expect(values.hours).toBe(4);
  });

  it('says why there is no share where nobody on the roster is an SME', () => {
    const { of } = measured(utilisation, [engagement('ines', 5, 2)]);

    expect(of('share')).toMatchObject({ value: null, note: 'nobody on the roster is an SME here' });
    expect(of('budget')).toMatchObject({ value: null, n: 0 });
  });

  it('rests on the day it was read, in every figure', () => {
    const { figures } = measured(utilisation, []);

    expect(figures.map(({ asOf }) => asOf)).toEqual([false, false, false, false]);
  });
});

describe('the load of one SME', () => {
  const area = (key: string): Group => ({ kind: 'area', key, name: key, area: key, region: null });
  const region = (key: string): Group => ({ kind: 'region', key, name: key, area: null, region: key });
  const inArea = (areaKey: string, username: string, hours: number) =>
    engagement(username, 5, hours, { areaKey });
  const loadOf = (of: ReturnType<typeof measured>['of']) =>
    ['hours', 'share', 'of-week'].map((id) => of(id).value);
  const roster = [
    sme('ines'),
    sme('jonas'),
    sme('mei'),
    sme('ravi', { areas: { appsec: 'sme' } }),
    sme('hannah', { areas: { appsec: 'lead' } }),
    sme('carlos', { areas: { agile: 'sme' }, region: 'amer' }),
  ];
  const config = program(roster);
  const requests = [
    inArea('ai', 'ines', 2),
    inArea('ai', 'jonas', 3),
    inArea('appsec', 'ravi', 4),
    inArea('agile', 'carlos', 5),
  ];

  it.each([area('agile'), region('amer')])('is not told of $kind $key, only in their own record', (group) => {
    const { of } = measured(utilisation, requests, { config, group });

    expect(loadOf(of)).toEqual([null, null, null]);
    for (const id of ['hours', 'share', 'of-week'])
      expect(of(id).note).toBe('one SME: told in their own record only');
    expect(of('budget').value).toBeCloseTo(3 * (30 / 7), 9);
  });

  it('leaves the number of engagements and the budget told', () => {
    const { of } = measured(utilisation, requests, { config, group: area('agile') });

    expect([of('hours').n, of('budget').n]).toEqual([1, 1]);
  });

  it('cannot be computed from the total: the area with the fewest engagements beside it is withheld too', () => {
    const told = ['ai', 'appsec'].map((key) => {
      const { of } = measured(utilisation, requests, { config, group: area(key) });
      return [key, of('hours').value, of('hours').note];
    });

    expect(told).toEqual([
      ['ai', 5, ''],
      ['appsec', null, 'withheld, so that the load of one SME cannot be computed from it'],
    ]);
  });

  it('hides no neighbour where two areas with one SME had engagements, or none had', () => {
    const two = program([...roster, sme('lea', { areas: { cicd: 'sme' } })]);
    const appsec = { config: two, group: area('appsec') };
    const worked = measured(utilisation, [...requests, inArea('cicd', 'lea', 1)], appsec);
    const idle = measured(utilisation, requests.slice(0, 3), { config, group: area('appsec') });

    expect([worked.values.hours, idle.values.hours]).toEqual([4, 4]);
  });

  it('counts who is in term in the period, not who stands on the roster', () => {
    const gone = { from: '2025-01-01', to: '2026-10-31' };
    const left = program(roster.map((each) => (each.gitlab === 'hannah' ? { ...each, term: gone } : each)));

    const { of } = measured(utilisation, requests, { config: left, group: area('appsec') });

    expect(of('hours')).toMatchObject({ value: null, note: 'one SME: told in their own record only' });
  });

  it('is in no figure of one area in one region, since of an area with one SME all of them are that person’s', () => {
    const cell: Group = { kind: 'cell', key: 'agile/emea', name: 'x', area: 'agile', region: 'emea' };

    const { of } = measured(utilisation, requests, { config, group: cell });

    expect(loadOf(of)).toEqual([null, null, null]);
    expect(of('hours').note).toBe('told by area or by region, not for one area in one region');
  });

  it('is part of the total, which is always told', () => {
    expect(measured(utilisation, requests, { config }).values.hours).toBe(14);
  });
});

describe('fairness', () => {
  const four = program(['a', 'b', 'c', 'd'].map((name) => sme(name)));

  it('is 1 and 0 where all have the same load for what they can give', () => {
    const config = program([sme('a'), sme('b', { weeklyHours: 10 }), sme('c')]);
    const requests = [engagement('a', 5, 3), engagement('B', 6, 6), engagement('c', 7, 3)];

    const { values } = measured(fairness, requests, { config });

    expect(values.smes).toBe(3);
    expect(values['max-to-mean']).toBeCloseTo(1, 9);
    expect(values.gini).toBeCloseTo(0, 9);
  });

  it('is n and (n − 1) ÷ n where all the work lies on one', () => {
    const { values } = measured(fairness, [engagement('a', 5, 3), engagement('a', 6, 3)], { config: four });

    expect(values.smes).toBe(4);
    expect(values['max-to-mean']).toBeCloseTo(4, 9);
    expect(values.gini).toBeCloseTo(3 / 4, 9);
  });

  it('is the mean difference of all pairs ÷ twice the mean', () => {
    const hours = [1, 2, 3, 6];
    const requests = hours.map((each, index) => engagement('abcd'[index] ?? '', 5, each));

    const { values } = measured(fairness, requests, { config: four });

    const pairs = hours.flatMap((a) => hours.map((b) => Math.abs(a - b)));
    const meanDifference = pairs.reduce((total, each) => total + each, 0) / 16;
    expect(values.gini).toBeCloseTo(meanDifference / (2 * 3), 9);
    expect(values['max-to-mean']).toBeCloseTo(2, 9);
  });

  it('leaves out whoever is no SME of the group', () => {
    const { values } = measured(
      fairness,
      [engagement('lea', 5, 9), ...['a', 'b', 'c'].map((name) => engagement(name, 5, 1))],
      {
        config: program([sme('a'), sme('b'), sme('c'), sme('lea', { areas: { ai: 'associate' } })]),
      },
    );

    expect(values.smes).toBe(3);
    expect(values['max-to-mean']).toBeCloseTo(1, 9);
    expect(values.gini).toBeCloseTo(0, 9);
  });

  it.each([
    ['fewer than three SMEs', [sme('a'), sme('b')], [engagement('a', 5, 1)]],
    ['nobody had work', [sme('a'), sme('b'), sme('c')], []],
  ])('says that there is none: %s', (note, roster, requests) => {
    const { of } = measured(fairness, requests, { config: program(roster) });

    expect(of('gini')).toMatchObject({ value: null, note });
    expect(of('max-to-mean')).toMatchObject({ value: null, note });
  });
});
