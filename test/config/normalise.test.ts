import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/types.ts';
import { edited, parse } from './shipped-files.ts';

function config(texts: Parameters<typeof parse>[0] = {}): Config {
  const parsed = parse(texts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

describe('the shipped program', () => {
  it('has the areas, SMEs, regions and requesters of the example', () => {
    const { areas, roster, regions, requesters } = config();

    expect(areas.map(({ key }) => key)).toEqual([
      'ai',
      'appsec',
      'agile',
      'dedicated',
      'cicd',
      'observability',
      'embedded',
    ]);
    expect(roster.map(({ gitlab }) => gitlab)).toEqual(['ines', 'jonas', 'mei', 'ravi', 'carlos', 'hannah']);
    expect(regions.map(({ key }) => key)).toEqual(['emea', 'amer', 'apac']);
    expect(requesters.groups).toEqual({
      'account-sa': 'acme/solutions-architects',
      'sa-leader': 'acme/sa-leaders',
    });
    expect(requesters.people.map(({ gitlab }) => gitlab)).toEqual(['sam', 'tom', 'sofia']);
  });

  it('reads the calendar of an SME from the roster, the region and the program', () => {
    const [ines, jonas] = config().roster;

    expect(ines?.calendar).toEqual({
      timezone: 'Europe/Madrid',
      days: [1, 2, 3, 4, 5],
      startMinute: 540,
      endMinute: 1080,
      holidays: ['2026-12-24', '2026-12-25', '2027-01-01', '2027-01-06'],
    });
    expect(jonas?.calendar).toMatchObject({ timezone: 'Europe/Berlin', startMinute: 540, endMinute: 1020 });
  });

  it('gives an SME the hours of the roster, else those of the program', () => {
    expect(config().roster.map(({ weeklyHours }) => weeklyHours)).toEqual([4, 5, 5, 5, 6, 5]);
  });
});

describe('what is not written', () => {
  it('is a region without holidays: it has those of the program', () => {
    const program = edited('program', '    holidays: [2026-12-31, 2027-01-01]\n', '');

    expect(config({ program }).regions[2]?.holidays).toEqual(['2026-12-25', '2027-01-01']);
  });

  it('is not the same as an empty list: a region can have no holidays', () => {
    const program = edited('program', 'holidays: [2026-12-31, 2027-01-01]', 'holidays: []');

    expect(config({ program }).regions[2]?.holidays).toEqual([]);
    expect(config({ program }).roster[2]?.calendar.holidays).toEqual([]);
  });
});

describe('what is written', () => {
  it.each([
    ['preset: balanced #', 'preset: nearest #', { load: 3, recency: 2, region: 6, level: 2, continuity: 2 }],
    [
      'preset: balanced #',
      'weights: { load: 1, recency: 0, region: 0, level: 0, continuity: 9 } #',
      { load: 1, recency: 0, region: 0, level: 0, continuity: 9 },
    ],
  ])('%s as %s becomes weights', (from, to, weights) => {
    expect(config({ program: edited('program', from, to) }).assignment.weights).toEqual(weights);
  });

  it('preparation in minutes becomes hours', () => {
    const program = edited('program', 'preparation: 1h', 'preparation: 90 min');

    expect(config({ program }).assignment.preparationHours).toBe(1.5);
  });

  it.each([
    ['baseline: { from: 2026-01, to: 2026-06 }', { kind: 'period', from: '2026-01', to: '2026-06' }],
    ['baseline: { figures: { win-rate: 0.4 } }', { kind: 'figures', figures: { 'win-rate': 0.4 } }],
    ['{}', { kind: 'none' }],
  ])('%s is the baseline', (to, baseline) => {
    const from = 'metrics:\n  baseline: { from: 2026-01, to: 2026-06 }';
    const program = edited('program', from, `metrics:\n  ${to}`);

    expect(config({ program }).metrics.baseline).toEqual(baseline);
  });

  it('an SME with other working days has them', () => {
    const roster = edited('roster', 'hours: "10:00-19:00"', 'days: [sun, mon, tue]');

    expect(config({ roster }).roster[3]?.calendar.days).toEqual([1, 2, 7]);
  });
});
