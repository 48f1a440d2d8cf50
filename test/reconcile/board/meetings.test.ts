import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import { dayName, dayNumber } from '../../../src/domain/calendar/day.ts';
import { workingWindow } from '../../../src/domain/calendar/working-window.ts';
import { directoryOf } from '../../../src/domain/people.ts';
import type { OpenStanding } from '../../../src/plan/standing-action.ts';
import { isMeetingTime, meetingKeyOf, meetingsDue } from '../../../src/reconcile/board/meetings.ts';
import { reviewKeyByTitle } from '../../../src/reconcile/publish/review-issue.ts';
import { exampleConfig } from '../../builders/config.ts';
import { day, people, user } from '../../builders/snapshot.ts';
import { boardOnPaper } from '../../report/board/board-on-paper.ts';

const example = exampleConfig();
/** One formal area, with its SMEs. */
const config: Config = { ...example, areas: example.areas.slice(0, 1) };
const labels = [{ id: 1, name: 'area::ai' }];

interface World {
  readonly config?: Config;
  readonly opened?: readonly string[];
  readonly people?: Parameters<typeof people>[0];
}

function dueOn(time: string, world: World = {}) {
  return meetingsDue({
    facts: boardOnPaper([], { config: world.config ?? config }),
    now: Date.parse(time),
    directory: directoryOf(people(world.people)),
    labels,
    opened: world.opened ?? [],
  });
}

function keysOn(time: string, world: World = {}): string[] {
  return dueOn(time, world).actions.map(({ key }) => key);
}

function first(time: string, world: World = {}): OpenStanding {
  const [action] = dueOn(time, world).actions;
  if (action === undefined) throw new Error(`no meeting is due at ${time}`);
  return action;
}

describe('the meetings of an area', () => {
  it('are opened two working days before, until their day is over, and not after', () => {
    // Thursday, 3 December 2026.
    expect(keysOn('2026-11-30T23:59:00Z')).toEqual([]);
    expect(keysOn('2026-12-01T00:00:00Z')).toEqual(['pod:ai:2026-12']);
    expect(keysOn('2026-12-03T23:59:00Z')).toEqual(['pod:ai:2026-12']);
    expect(keysOn('2026-12-04T00:00:00Z')).toEqual([]);
    expect(keysOn('2026-12-15T06:20:00Z')).toEqual(['review:ai:2026-12']);
  });

  it('are held on the next working day where their day is none, holidays included', () => {
    // 3 January 2027 is a Sunday; the Monday behind it is a holiday of the program.
    const holiday = { ...config, calendar: { ...config.calendar, holidays: ['2027-01-04'] } };

    expect(keysOn('2026-12-30T12:00:00Z', { config: holiday })).toEqual([]);
    expect(keysOn('2026-12-31T12:00:00Z')).toEqual(['pod:ai:2027-01']);
    expect(keysOn('2027-01-05T12:00:00Z', { config: holiday })).toEqual(['pod:ai:2027-01']);
    expect(first('2027-01-05T12:00:00Z', { config: holiday }).description).toContain(
      '**Pod of AI on Tue 5 Jan 2027.**',
    );
  });

  it('are opened once', () => {
    expect(keysOn('2026-12-02T06:20:00Z', { opened: ['pod:ai:2026-12'] })).toEqual([]);
    expect(keysOn('2026-12-02T06:20:00Z', { opened: ['pod:ai:2026-11', 'review:2026-Q4'] })).toHaveLength(1);
  });

  it('are of formal areas only', () => {
    const interest = {
      ...config,
      areas: config.areas.map((area) => ({ ...area, tier: 'interest' as const })),
    };

    expect(dueOn('2026-12-02T06:20:00Z', { config: interest })).toEqual({ actions: [], problems: [] });
  });

  it('are for leads and SMEs, and the review for the product managers first', () => {
    const pod = first('2026-12-02T06:20:00Z').assignees;
    const review = first('2026-12-16T06:20:00Z').assignees;

    expect(pod).toEqual(['omar', 'ines', 'jonas', 'mei'].map((name) => user(name).id));
    expect(review).toEqual([user('petra').id, ...pod]);
  });

  it('leave out those whose term is over, and accounts that are not active or no member', () => {
    const roster = config.roster.map((sme) =>
      sme.gitlab === 'mei' ? { ...sme, term: { from: '2025-01-01', to: '2026-12-01' } } : sme,
    );
    const { assignees } = first('2026-12-02T06:20:00Z', {
      config: { ...config, roster },
      people: { ines: { active: false }, jonas: { accessLevel: null } },
    });

    expect(assignees).toEqual([user('omar').id]);
  });

  it('leave out associates, who learn elsewhere', () => {
    const roster = config.roster.map((sme) => ({ ...sme, areas: { ai: 'associate' as const } }));

    expect(first('2026-12-02T06:20:00Z', { config: { ...config, roster } }).assignees).toEqual([
      user('omar').id,
    ]);
  });

  it('are not opened where nobody can be assigned, and a sentence says what to do', () => {
    const gone = Object.fromEntries(
      ['omar', 'ines', 'jonas', 'mei'].map((name) => [name, { active: false }]),
    );

    expect(dueOn('2026-12-02T06:20:00Z', { people: gone })).toEqual({
      actions: [],
      problems: [
        '"Pod: AI, December 2026" was not opened: none of those it is for is a member of the project with an active account. Add them to the project, or others to the area "ai" in config/program.yml.',
      ],
    });
  });

  it('have their title, their labels and nobody who is called upon', () => {
    expect(first('2026-12-02T06:20:00Z')).toMatchObject({
      kind: 'standing.open',
      title: 'Pod: AI, December 2026',
      labels: ['type::cadence', 'area::ai'],
      mentions: [],
    });
  });

  it('are found again by title and area, where somebody has taken the marker out', () => {
    for (const time of ['2026-12-02T06:20:00Z', '2026-12-16T06:20:00Z']) {
      const action = first(time);
      expect(meetingKeyOf(action, config.areas)).toBe(action.key);
      expect(reviewKeyByTitle(action.title)).toBeNull();
    }
    expect(
      meetingKeyOf({ title: 'Review of 2026-Q4: SME Program', labels: ['area::ai'] }, config.areas),
    ).toBeNull();
    expect(meetingKeyOf({ title: 'Pod: AI, December 2026', labels: [] }, config.areas)).toBeNull();
    expect(meetingKeyOf({ title: 'Pod: AI, Decembre 2026', labels: ['area::ai'] }, config.areas)).toBeNull();
  });

  it('are each due on at least three days in a row, of which the last is a working day', () => {
    const holidays = fc.array(
      fc
        .integer({ min: 0, max: 120 })
        .map((offset) => dayName(dayNumber('UTC', Date.parse('2026-11-01')) + offset)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(holidays, (days) => {
        const world = { config: { ...config, calendar: { ...config.calendar, holidays: days } } };
        const seen = new Map<string, number[]>();
        for (let offset = 0; offset < 100; offset += 1) {
          const now = Date.parse('2026-11-01T06:20:00Z') + offset * day;
          const keys = keysOn(new Date(now).toISOString(), world);
          expect(isMeetingTime(world.config, now)).toBe(keys.length > 0);
          for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), dayNumber('UTC', now)]);
        }
        const whole = [...seen].filter(
          ([key]) => /2026-12|2027-01/.test(key) && !key.includes('review:ai:2027-01'),
        );
        expect(whole.length).toBeGreaterThanOrEqual(3);
        for (const [key, dates] of whole) {
          const last = dates.at(-1) ?? 0;
          expect(dates.length, key).toBeGreaterThanOrEqual(3);
          expect(dates.length, key).toBe(last - (dates[0] ?? 0) + 1);
          expect(workingWindow(world.config.calendar, last), key).not.toBeNull();
        }
      }),
      { numRuns: 20 },
    );
  });
});
