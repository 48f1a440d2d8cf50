import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sme } from '../../../src/config/types.ts';
import { capacityOf, hoursOf, loadAround } from '../../../src/domain/assignment/capacity.ts';
import { chooseForAll } from '../../../src/domain/assignment/choose.ts';
import {
  candidateOf,
  exceedsEveryBudget,
  type Supply,
  type Wish,
} from '../../../src/domain/assignment/eligibility.ts';
import { type Engagement, overlaps } from '../../../src/domain/assignment/engagement.ts';
import type { ProposedDate } from '../../../src/domain/form/request-form.ts';
import { directoryOf } from '../../../src/domain/people.ts';
import type { Person } from '../../../src/domain/snapshot.ts';
import { exampleConfig } from '../../builders/config.ts';
import { day, hour, monday, people } from '../../builders/snapshot.ts';

const config = exampleConfig();

function sme(username: string): Sme {
  const found = config.roster.find((each) => each.gitlab === username);
  if (found === undefined) throw new Error(`${username} is not on the roster`);
  return found;
}

function at(text: string, timezone = 'Europe/Madrid'): ProposedDate {
  return { start: Date.parse(text), allDay: false, timezone, raw: text };
}

/** A whole day; `text` is its midnight in the zone. */
function dayOf(text: string, timezone: string): ProposedDate {
  return { start: Date.parse(text), allDay: true, timezone, raw: text };
}

function wish(changes: Partial<Wish> = {}): Wish {
  const dates = [at('2026-11-30T14:00:00Z')];
  return {
    issue: 1,
    areaKey: 'ai',
    requester: 'sam',
    dates,
    series: false,
    durationMinutes: 90,
    anyHour: false,
    excluded: [],
    ...changes,
  };
}

function supply(
  engagements: readonly Engagement[] = [],
  changes: Readonly<Record<string, Partial<Person>>> = {},
): Supply {
  return { config, directory: directoryOf(people(changes)), engagements, now: monday };
}

function taken(username: string, start: string, hours = 2.5, length = 1.5): Engagement {
  const from = Date.parse(start);
  return { issue: 99, sme: username, start: from, end: from + length * hour, hours };
}

describe('who can take a request', () => {
  it.each<[string, string, Partial<Wish>, Supply]>([
    ['not in the area', 'ines', { areaKey: 'dedicated' }, supply()],
    ['is the requester', 'ines', { requester: 'ines' }, supply()],
    ['is the requester', 'ines', { requester: 'Ines' }, supply()],
    ['excluded', 'ines', { excluded: ['ines'] }, supply()],
    ['not active on GitLab', 'ines', {}, supply([], { ines: { active: false } })],
    ['not active on GitLab', 'ines', {}, supply([], { ines: { accessLevel: null } })],
    ['outside the term', 'ines', { dates: [at('2028-01-10T10:00:00Z')] }, supply()],
    ['away', 'ines', { dates: [at('2026-12-22T10:00:00Z')] }, supply()],
    ['away', 'ines', { dates: [at('2026-12-21T09:00:00Z')], durationMinutes: 3 * 480 }, supply()],
    ['not free at the proposed times', 'ines', { dates: [at('2026-11-28T10:00:00Z')] }, supply()],
    ['not free at the proposed times', 'ines', { dates: [at('2026-11-20T10:00:00Z')] }, supply()],
    ['not free at the proposed times', 'ines', {}, supply([taken('ines', '2026-11-30T14:30:00Z')])],
    ['no hours left', 'ines', {}, supply([taken('ines', '2026-12-10T10:00:00Z', 8)])],
    ['no hours left', 'ines', { durationMinutes: 480 * 2 }, supply()],
  ])('%s', (reason, username, change, given) => {
    expect(candidateOf(sme(username), wish(change), given)).toMatchObject({ kind: 'ineligible', reason });
  });

  it('one date that fits is enough, and the first that fits inside working hours is taken', () => {
    const dates = [at('2026-12-22T10:00:00Z'), at('2026-12-01T17:00:00Z'), at('2026-12-02T10:00:00Z')];
    expect(candidateOf(sme('ines'), wish({ dates }), supply())).toMatchObject({
      kind: 'eligible',
      window: { start: Date.parse('2026-12-02T10:00:00Z'), outside: false },
    });
  });

  it.each<[string, string, number, 'inside' | 'outside' | 'never']>([
    ['as the day opens', '2026-11-30T08:00:00Z', 60, 'inside'],
    ['until the day closes', '2026-11-30T16:00:00Z', 60, 'inside'],
    ['two hours before', '2026-11-30T06:00:00Z', 60, 'outside'],
    ['wholly before, within two hours', '2026-11-30T06:30:00Z', 60, 'outside'],
    ['more than two hours before', '2026-11-30T05:59:00Z', 60, 'never'],
    ['until two hours after', '2026-11-30T18:00:00Z', 60, 'outside'],
    ['until more than two hours after', '2026-11-30T18:01:00Z', 60, 'never'],
    ['in the night', '2026-11-30T01:00:00Z', 60, 'never'],
    ['two hours before a Monday that follows a free Sunday', '2026-11-30T06:00:00Z', 120, 'outside'],
    ['on a Saturday', '2026-11-28T10:00:00Z', 60, 'never'],
  ])('working hours 09:00-18:00 in Madrid: %s', (_, start, durationMinutes, fit) => {
    const found = candidateOf(sme('ines'), wish({ dates: [at(start)], durationMinutes }), supply());
    const got = found.kind === 'ineligible' ? 'never' : found.window.outside ? 'outside' : 'inside';
    expect(got).toBe(fit);
  });

  it('hours follow the clock of the SME through a change of time', () => {
    const before = at('2027-03-26T08:00:00Z');
    const after = at('2027-03-29T07:00:00Z');
    for (const date of [before, after]) {
      expect(candidateOf(sme('ines'), wish({ dates: [date], durationMinutes: 60 }), supply())).toMatchObject({
        window: { start: date.start, outside: false },
      });
    }
  });

  it('the small hours of the requester are the working day of somebody far away', () => {
    const date = at('2026-11-30T01:00:00Z');
    expect(candidateOf(sme('mei'), wish({ dates: [date] }), supply())).toMatchObject({ kind: 'eligible' });
  });

  it.each([
    ['2026-11-30T15:00:00Z', 'Asia/Tokyo', '2026-12-01T14:00:00Z'],
    ['2026-12-01T05:00:00Z', 'America/New_York', '2026-12-01T14:00:00Z'],
  ])(
    'a day without a time (%s, %s) is that day of the calendar, in the SME’s own working hours',
    (midnight, zone, opens) => {
      const found = candidateOf(
        sme('hannah'),
        wish({ areaKey: 'dedicated', dates: [dayOf(midnight, zone)] }),
        supply(),
      );
      expect(found).toMatchObject({ kind: 'eligible', window: { start: Date.parse(opens) } });
    },
  );

  it('a day without a time is away as that day of the SME’s calendar', () => {
    const offOnTheFirst = exampleConfig({
      roster: [
        [
          'areas: { ai: lead, observability: sme }',
          'areas: { ai: lead, observability: sme }\n    time_off: [{ from: 2026-12-01, to: 2026-12-01 }]',
        ],
      ],
    });
    const mei = offOnTheFirst.roster.find((each) => each.gitlab === 'mei');
    if (mei === undefined) throw new Error('mei is not on the roster');
    const dates = [dayOf('2026-12-01T05:00:00Z', 'America/New_York')];
    expect(candidateOf(mei, wish({ dates }), supply())).toMatchObject({ reason: 'away' });
  });

  it.each([
    [14, 'not free'],
    [15, 'free'],
  ])('between two engagements lie fifteen minutes: %i is %s', (gap, outcome) => {
    const end = Date.parse('2026-11-30T14:00:00Z') - gap * 60_000;
    const before = { issue: 99, sme: 'ines', start: end - hour, end, hours: 2 };
    const found = candidateOf(sme('ines'), wish(), supply([before]));
    expect(found.kind).toBe(outcome === 'free' ? 'eligible' : 'ineligible');
  });

  it('an engagement of several days takes the working days that follow', () => {
    const dates = [at('2026-11-30T09:00:00Z')];
    const found = candidateOf(
      sme('carlos'),
      wish({ areaKey: 'agile', dates: [at('2026-11-30T12:00:00Z')], durationMinutes: 600 }),
      supply(),
    );
    expect(found).toMatchObject({ kind: 'eligible' });
    if (found.kind === 'eligible') expect(found.window.end).toBeGreaterThan(found.window.start + 20 * hour);
    const later = taken('carlos', '2026-12-01T12:00:00Z');
    const clash = candidateOf(
      sme('carlos'),
      wish({ areaKey: 'agile', dates: [at('2026-11-30T12:00:00Z')], durationMinutes: 600 }),
      supply([later]),
    );
    expect(clash).toMatchObject({ reason: 'not free at the proposed times' });
    expect(dates).toHaveLength(1);
  });

  it('says when no SME of the area could ever give so much', () => {
    expect(exceedsEveryBudget(wish({ durationMinutes: 10 * 480 }), supply())).toBe(true);
    expect(exceedsEveryBudget(wish(), supply())).toBe(false);
    expect(exceedsEveryBudget(wish({ areaKey: 'other' }), supply())).toBe(false);
  });
});

describe('capacity', () => {
  it('is four weeks of the share of an SME’s hours, and an engagement takes its preparation too', () => {
    expect(capacityOf(config, sme('ines'))).toBeCloseTo(9.6);
    expect(capacityOf(config, sme('jonas'))).toBe(12);
    expect(hoursOf(config, 90)).toBe(2.5);
  });

  it('rolls: the fullest four weeks around a moment count, before it and after it', () => {
    const at0 = monday + 40 * day;
    const load = (...offsets: number[]) =>
      loadAround(
        offsets.map((offset) => ({ issue: 9, sme: 'ines', start: at0 + offset * day, end: at0, hours: 2 })),
        at0,
      );
    expect(load()).toBe(0);
    expect(load(-27, -1, 0, 5)).toBe(6);
    expect(load(-27, 0.5)).toBe(4);
    expect(load(-27, 1.5)).toBe(2);
    expect(load(-28)).toBe(0);
    expect(load(28)).toBe(0);
    expect(load(27.9)).toBe(2);
    expect(load(-20, -10, 10, 20)).toBe(4);
  });
});

describe('the choice for all requests together', () => {
  it('an SME before an associate, however loaded', () => {
    const busy = [taken('ravi', '2026-12-08T06:00:00Z', 9), taken('hannah', '2026-12-08T15:00:00Z', 9)];
    const choice = chooseForAll(
      [wish({ areaKey: 'appsec', dates: [at('2026-11-30T15:00:00Z')] })],
      supply(busy),
    ).get(1);
    expect(choice).toMatchObject({ kind: 'chosen', username: 'hannah' });
    const alone = chooseForAll(
      [wish({ areaKey: 'appsec', dates: [at('2026-11-30T15:00:00Z')], excluded: ['hannah', 'ravi'] })],
      supply(),
    ).get(1);
    expect(alone).toMatchObject({ kind: 'chosen', username: 'ines' });
  });

  it('counts who was chosen in the same run', () => {
    const dates = [at('2026-11-30T14:00:00Z')];
    const choices = chooseForAll(
      [1, 2, 3].map((issue) => wish({ issue, dates })),
      supply(),
    );
    const chosen = [1, 2, 3]
      .map((issue) => choices.get(issue))
      .map((each) => (each?.kind === 'chosen' ? each.username : null));
    expect(new Set(chosen.slice(0, 2))).toEqual(new Set(['ines', 'jonas']));
    expect(chosen[2]).toBeNull();
  });

  const someWish = fc.record({
    areaKey: fc.constantFrom('ai', 'appsec', 'agile', 'dedicated', 'cicd'),
    requester: fc.constantFrom('sam', 'tom', 'ines'),
    durationMinutes: fc.constantFrom(15, 60, 90, 240, 480, 960),
    dates: fc.array(
      fc
        .record({ offset: fc.integer({ min: 0, max: 60 * 48 }), allDay: fc.boolean() })
        .map(({ offset, allDay }) => ({
          start: monday + (allDay ? Math.floor(offset / 48) * day : offset * 30 * 60_000),
          allDay,
          timezone: 'UTC',
          raw: '',
        })),
      { minLength: 1, maxLength: 3 },
    ),
  });

  it('puts nobody above capacity or in two places, and is the same in every order of the roster', () => {
    fc.assert(
      fc.property(fc.array(someWish, { maxLength: 25 }), (some) => {
        const wishes = some.map((each, index) => wish({ ...each, issue: index + 1 }));
        const choices = chooseForAll(wishes, supply());
        const engagements: Engagement[] = [];
        for (const [issue, choice] of choices) {
          if (choice.kind !== 'chosen') continue;
          const { window, username, hours } = choice;
          engagements.push({ issue, sme: username, start: window.start, end: window.end, hours });
        }
        for (const each of config.roster) {
          const own = engagements.filter(({ sme: username }) => username === each.gitlab);
          for (const one of own) {
            expect(own.filter((other) => other !== one && overlaps(one, other))).toEqual([]);
            const four = own.filter(({ start }) => start >= one.start && start < one.start + 28 * day);
            expect(four.reduce((sum, { hours }) => sum + hours, 0)).toBeLessThanOrEqual(
              capacityOf(config, each),
            );
          }
        }
        const reversed = { ...supply(), config: { ...config, roster: [...config.roster].reverse() } };
        const nameOf = (choice: ReturnType<typeof choices.get>) =>
          choice?.kind === 'chosen' ? choice.username : null;
        for (const [issue, choice] of chooseForAll(wishes, reversed)) {
          expect(nameOf(choice)).toBe(nameOf(choices.get(issue)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
