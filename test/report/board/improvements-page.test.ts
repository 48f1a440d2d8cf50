import { describe, expect, it } from 'vitest';
import type { FeedbackItem } from '../../../src/domain/metrics/facts.ts';
import { figureOf, measure } from '../../../src/domain/metrics/measure.ts';
import { quarterPeriod } from '../../../src/domain/metrics/month.ts';
import type { Instant, UserRef } from '../../../src/domain/snapshot.ts';
import { improvementsPage } from '../../../src/report/board/improvements-page.ts';
import { EventWriter } from '../../builders/program/event-writer.ts';
import { generatedHistory } from '../../builders/program-history.ts';
import { smallProgram } from '../small-program.ts';

const now: Instant = Date.parse('2026-12-01T06:00:00Z');
const petra: UserRef = { id: 31, username: 'petra' };
const omar: UserRef = { id: 12, username: 'omar' };
const sam: UserRef = { id: 21, username: 'sam' };

const writer = new EventWriter(now);

function item(
  iid: number,
  resolved: readonly (readonly [day: string, by: UserRef])[],
  { areaKey = 'ai', kind }: { readonly areaKey?: string; readonly kind?: string } = {},
): FeedbackItem {
  const submittedAt = Date.parse('2026-01-05T08:00:00Z');
  const moves = resolved.map(([day, by]) => ['resolved', Date.parse(`${day}T08:00:00Z`), by] as const);
  return {
    iid,
    areaKey,
    submittedAt,
    labelEvents: [
      ...writer.steps('feedback', [['new', submittedAt], ...moves]),
      ...(kind === undefined ? [] : writer.steps('feedback-type', [[kind, submittedAt]])),
    ],
    stateEvents: [],
    requests: [],
  };
}

function pageOf(...feedback: readonly FeedbackItem[]): string {
  return improvementsPage(smallProgram({ feedback }));
}

function section(page: string, quarter: string): string {
  return page.split(`## ${quarter}\n`)[1]?.split('\n## ')[0] ?? '';
}

describe('the page of improvements', () => {
  it('lists what was resolved by quarter, newest first, with area, kind, day and who has said so', () => {
    const page = pageOf(
      item(5, [['2026-10-07', petra]], { kind: 'bug' }),
      item(6, [['2026-09-30', omar]], { kind: 'enhancement' }),
    );

    expect(section(page, 'Q4 2026')).toContain('| AI | #5 | Bug | 2026-10-07 | a product manager |');
    expect(section(page, 'Q3 2026')).toContain(
      '| AI | #6 | Enhancement | 2026-09-30 | a lead or SME, for the product manager |',
    );
    expect(page.indexOf('## Q4 2026')).toBeLessThan(page.indexOf('## Q3 2026'));
  });

  it('leaves out what somebody has resolved who may not', () => {
    const page = pageOf(item(5, [['2026-10-07', sam]]));

    expect(page).not.toContain('#5');
    expect(section(page, 'Q4 2026')).toContain('Nothing was resolved yet.');
  });

  it('stands by area, then by day, and names a kind only if it is one of the three', () => {
    const page = pageOf(
      item(7, [['2026-10-09', petra]], { areaKey: 'appsec', kind: 'Acme secret' }),
      item(8, [['2026-10-08', petra]]),
      item(9, [['2026-10-07', petra]]),
    );

    expect([...page.matchAll(/\| #(?<iid>\d+) \|/g)].map(({ groups }) => groups?.iid)).toEqual([
      '9',
      '8',
      '7',
    ]);
    expect(page).toContain('| Security | #7 | – |');
  });

  it('keeps a quarter that is over as it was, whatever is resolved again later', () => {
    const twice = item(5, [
      ['2026-09-30', petra],
      ['2026-11-02', petra],
    ]);

    expect(section(pageOf(twice), 'Q3 2026')).toContain('#5');
  });

  it('draws the quarters with the goal, as far back as eight of them', () => {
    const page = pageOf(item(5, [['2026-10-07', petra]]));

    expect(page).toContain('x-axis ["Q1 25", "Q2 25", "Q3 25", "Q4 25", "Q1 26", "Q2 26", "Q3 26", "Q4 26"]');
    expect(page).toContain('    bar [0, 0, 0, 0, 0, 0, 0, 1]\n    line [5, 5, 5, 5, 5, 5, 5, 5]');
  });

  it('has as many of a quarter as metric 2 counts', () => {
    const history = generatedHistory();
    const page = improvementsPage(history);
    const counted = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((name) => {
      const quarter = quarterPeriod(name, history.config.calendar.timezone);
      const [year, short] = name.split('-');
      const listed = section(page, `${short} ${year}`).match(/\| #\d+ \|/g)?.length ?? 0;
      const figure = quarter === null ? undefined : figureOf(measure(history, quarter), '2.resolved');
      return { name, listed, counted: figure?.value };
    });

    for (const each of counted) expect(each.listed, each.name).toBe(each.counted);
    expect(counted.some(({ listed }) => listed > 0)).toBe(true);
  });

  it('says the same a day later', () => {
    const feedback = [item(5, [['2026-10-07', petra]])];

    expect(improvementsPage(smallProgram({ feedback }, { now: now + 86_400_000 }))).toBe(pageOf(...feedback));
  });
});
