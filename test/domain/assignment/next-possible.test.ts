import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import type { Supply, Wish } from '../../../src/domain/assignment/eligibility.ts';
import type { Engagement } from '../../../src/domain/assignment/engagement.ts';
import { nextPossibleDates } from '../../../src/domain/assignment/next-possible.ts';
import { directoryOf } from '../../../src/domain/people.ts';
import { exampleConfig } from '../../builders/config.ts';
import { day, hour, monday, people } from '../../builders/snapshot.ts';

const all = exampleConfig();

/** The program with one SME for AI: jonas, in Madrid, from 9 to 17. */
function withJonas(changes: Partial<Config['roster'][number]> = {}): Config {
  const jonas = all.roster.find((sme) => sme.gitlab === 'jonas');
  if (jonas === undefined) throw new Error('jonas is gone');
  return { ...all, roster: [{ ...jonas, timeOff: [], ...changes }] };
}

const wish: Wish = {
  issue: 1,
  areaKey: 'ai',
  requester: 'sam',
  dates: [],
  series: false,
  durationMinutes: 90,
  anyHour: false,
  excluded: [],
};

function supplyOf(config: Config, engagements: readonly Engagement[] = []): Supply {
  return { config, directory: directoryOf(people()), engagements, now: monday };
}

function starts(given: Wish, supply: Supply, count?: number): string[] {
  return nextPossibleDates(given, supply, count).map(({ start }) =>
    new Date(start).toISOString().slice(0, 16),
  );
}

describe('the next possible dates', () => {
  it('are the earliest of each day, inside working hours, after the lead time', () => {
    expect(starts(wish, supplyOf(withJonas()))).toEqual([
      '2026-11-25T08:00',
      '2026-11-26T08:00',
      '2026-11-27T08:00',
    ]);
    expect(starts(wish, supplyOf(withJonas()), 1)).toEqual(['2026-11-25T08:00']);
  });

  it('keep clear of other engagements, weekends and absences', () => {
    const start = Date.parse('2026-11-25T08:00Z');
    const taken = [{ issue: 2, sme: 'jonas', start, end: start + hour, hours: 2 }];
    const config = withJonas({ timeOff: [{ from: '2026-11-27', to: '2026-11-30' }] });
    expect(starts(wish, supplyOf(config, taken))).toEqual([
      '2026-11-25T09:30',
      '2026-11-26T08:00',
      '2026-12-01T08:00',
    ]);
  });

  it('begin when the hours of four weeks allow it again', () => {
    const start = monday - 7 * day;
    const taken = [{ issue: 2, sme: 'jonas', start, end: start + hour, hours: 12 }];
    expect(starts(wish, supplyOf(withJonas(), taken), 1)).toEqual(['2026-12-14T08:00']);
  });

  it.each<[string, Partial<Wish>, Config]>([
    ['an area without SMEs', { areaKey: 'other' }, all],
    ['somebody who is the requester', { requester: 'jonas' }, withJonas()],
    ['somebody who has handed it back', { excluded: ['jonas'] }, withJonas()],
    ['nobody who ever comes back', {}, withJonas({ timeOff: [{ from: '2026-11-01', to: '2027-12-31' }] })],
    ['more than a budget', { durationMinutes: 13 * 60 }, withJonas()],
  ])('are none for %s', (_, changes, config) => {
    expect(starts({ ...wish, ...changes }, supplyOf(config))).toEqual([]);
  });

  it('are at night for the requester only where there is no other time', () => {
    const jonas = withJonas().roster[0];
    if (jonas === undefined) throw new Error('jonas is gone');
    const calendar = { ...jonas.calendar, timezone: 'Asia/Tokyo', startMinute: 9 * 60, endMinute: 18 * 60 };
    const near = withJonas({ calendar });
    expect(starts(wish, supplyOf(near), 1)).toEqual(['2026-11-26T00:00']);
    const both = {
      ...near,
      roster: [...near.roster, ...withJonas().roster.map((sme) => ({ ...sme, gitlab: 'ines' }))],
    };
    expect(starts(wish, supplyOf(both), 1)).toEqual(['2026-11-25T08:00']);
  });

  it('of a series are those of a single meeting, of several days their first', () => {
    expect(starts({ ...wish, series: true }, supplyOf(withJonas()), 1)).toEqual(['2026-11-25T08:00']);
    expect(starts({ ...wish, durationMinutes: 600 }, supplyOf(withJonas()), 1)).toEqual(['2026-11-25T08:00']);
  });
});
