import { describe, expect, it } from 'vitest';
import { chooseForAll } from '../../../src/domain/assignment/choose.ts';
import {
  candidateOf,
  exceedsEveryBudget,
  type Supply,
  type Wish,
} from '../../../src/domain/assignment/eligibility.ts';
import { type Engagement, engagementsOf } from '../../../src/domain/assignment/engagement.ts';
import type { ProposedDate } from '../../../src/domain/form/request-form.ts';
import { directoryOf } from '../../../src/domain/people.ts';
import { exampleConfig } from '../../builders/config.ts';
import { hour, monday, people } from '../../builders/snapshot.ts';

const config = exampleConfig();

function at(text: string): ProposedDate {
  return { start: Date.parse(text), allDay: false, timezone: 'Europe/Madrid', raw: text };
}

/** A whole day in Madrid, by its midnight. */
function wholeDay(midnight: string): ProposedDate {
  return { ...at(midnight), allDay: true };
}

function series(dates: readonly ProposedDate[], changes: Partial<Wish> = {}): Wish {
  return {
    issue: 1,
    areaKey: 'ai',
    requester: 'sam',
    dates,
    series: true,
    durationMinutes: 60,
    anyHour: false,
    excluded: [],
    ...changes,
  };
}

function supply(engagements: readonly Engagement[] = []): Supply {
  return { config, directory: directoryOf(people()), engagements, now: monday };
}

function looked(wish: Wish, engagements: readonly Engagement[] = [], username = 'ines') {
  const sme = config.roster.find((each) => each.gitlab === username);
  if (sme === undefined) throw new Error(`${username} is not on the roster`);
  return candidateOf(sme, wish, supply(engagements));
}

function taken(start: string, hours = 2): Engagement {
  const from = Date.parse(start);
  return { issue: 9, sme: 'ines', start: from, end: from + hour, hours };
}

const three = [at('2026-11-30T10:00Z'), at('2026-12-07T10:00Z'), at('2026-12-14T10:00Z')];

describe('a series needs every one of its dates', () => {
  it('of somebody who is free at all of them', () => {
    expect(looked(series(three))).toMatchObject({
      kind: 'eligible',
      window: {
        start: Date.parse('2026-11-30T10:00Z'),
        end: Date.parse('2026-12-14T11:00Z'),
        parts: three.map(({ start }) => ({ start, end: start + hour })),
        outside: false,
      },
    });
  });

  it.each<[string, readonly ProposedDate[], readonly Engagement[]]>([
    ['not free at the proposed times', three, [taken('2026-12-07T10:30Z')]],
    ['not free at the proposed times', [...three, at('2026-12-12T10:00Z')], []],
    ['away', [...three, at('2026-12-23T10:00Z')], []],
    ['outside the term', [...three, at('2028-01-10T10:00Z')], []],
    ['no hours left', three, [taken('2026-12-02T10:00Z', 4)]],
  ])('%s at one of them is enough to be out', (reason, dates, engagements) => {
    expect(looked(series(dates), engagements)).toMatchObject({ kind: 'ineligible', reason });
    expect(looked(series(dates, { series: false }), engagements)).toMatchObject({ kind: 'eligible' });
  });

  it.each([
    ['a quarter of an hour apart', '2026-11-30T11:15Z', 'eligible'],
    ['closer than that', '2026-11-30T11:10Z', 'ineligible'],
  ])('two of one day, %s', (_name, second, kind) => {
    expect(looked(series([at('2026-11-30T10:00Z'), at(second)]))).toMatchObject({ kind });
  });

  it('its hours are those of all meetings, counted in any four weeks', () => {
    const six = [0, 1, 2, 3, 4, 5].map((week) => at(new Date(monday + week * 7 * 24 * hour).toISOString()));
    // Four hours a week for Ines: 9.6 in four weeks, and each meeting takes two with its preparation.
    expect(looked(series(six.slice(0, 4)))).toMatchObject({ kind: 'eligible' });
    expect(looked(series(six.slice(0, 4), { durationMinutes: 90 }))).toMatchObject({
      reason: 'no hours left',
    });
    expect(exceedsEveryBudget(series(six.slice(0, 4)), supply())).toBe(false);
    expect(exceedsEveryBudget(series(six.slice(0, 4), { durationMinutes: 180 }), supply())).toBe(true);
  });

  it('the days between its meetings are free for others', () => {
    const engagement = { start: monday, end: monday + 14 * 24 * hour, hours: 4, parts: [] };
    const parts = three.map(({ start }) => ({ start, end: start + hour }));
    const own = engagementsOf(2, 'ines', { ...engagement, hours: 6, parts });
    expect(own.map((each) => each.hours)).toEqual([2, 2, 2]);
    expect(looked(series([at('2026-12-03T10:00Z')]), own)).toMatchObject({ kind: 'eligible' });
    expect(looked(series([at('2026-12-07T11:00Z')]), own)).toMatchObject({
      reason: 'not free at the proposed times',
    });
  });

  it('a day without a time gives way to an hour that is fixed, and to the quarter of an hour behind it', () => {
    const both = [wholeDay('2026-12-01T23:00Z'), at('2026-12-02T08:00Z')];
    expect(looked(series(both))).toMatchObject({
      kind: 'eligible',
      window: {
        parts: [{ start: Date.parse('2026-12-02T08:00Z') }, { start: Date.parse('2026-12-02T09:30Z') }],
      },
    });
  });

  it('over a change to summer time it stays at the local hour that is written', () => {
    const dates = [at('2027-03-22T08:30Z'), at('2027-03-29T07:30Z')];
    expect(looked(series(dates))).toMatchObject({ kind: 'eligible', window: { outside: false } });
    const same = [at('2027-03-22T08:30Z'), at('2027-03-29T06:30Z')];
    expect(looked(series(same))).toMatchObject({ kind: 'eligible', window: { outside: true } });
  });

  it('two series that want the same hour once do not meet in one person', () => {
    const first = series(three);
    const second = series([at('2026-12-01T10:00Z'), at('2026-12-14T10:30Z')], { issue: 2 });
    const choices = chooseForAll([first, second], supply());
    const names = [...choices.values()].map((choice) => (choice.kind === 'chosen' ? choice.username : ''));
    expect(new Set(names).size).toBe(2);
  });
});
