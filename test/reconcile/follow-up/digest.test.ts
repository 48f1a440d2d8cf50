import { describe, expect, it } from 'vitest';
import type { SlackFacts } from '../../../src/domain/snapshot.ts';
import { exampleConfig } from '../../builders/config.ts';
import { PaperDesk } from '../../builders/paper-desk.ts';
import { slackOn } from '../../builders/snapshot.ts';
import { runUntil, type Telling } from '../../builders/week-on-paper.ts';

const far = { 'Proposed dates': '- 2026-12-16 15:00 Europe/Madrid' };
const off: SlackFacts = { mode: 'off' };

function digests(told: readonly Telling[]): Telling[] {
  return told.filter(({ key }) => key.includes('/digest/'));
}

/** A desk with one request of AI that waits since Monday 08:00, looked at on the Tuesday of the week after. */
function waiting(slack: SlackFacts = slackOn()): PaperDesk {
  const desk = new PaperDesk({ world: { slack } });
  desk.open({}, far);
  desk.run();
  return desk;
}

/** Three hours apart: 09:00 is among them. */
function weeksUntil(desk: PaperDesk, until: string): Telling[] {
  return runUntil(desk, until, { every: 180 });
}

function standing(desk: PaperDesk) {
  return desk.world.issues.filter((issue) => issue.labels.includes('type::cadence'));
}

describe('the digest by direct message', () => {
  it('reaches each lead once a working week, in their own hours', () => {
    const told = digests(weeksUntil(waiting(), '2026-12-01T12:00:00Z'));

    expect(told.map(({ at, to }) => `${at} ${to}`)).toEqual([
      '2026-11-23T09:00 priya',
      '2026-11-23T09:00 omar',
      '2026-11-23T09:00 lena',
      '2026-11-30T09:00 priya',
      '2026-11-30T09:00 omar',
      '2026-11-30T09:00 lena',
    ]);
    expect(told[0]?.key).toBe('7/digest/2026-W48/priya');
  });

  it('tells program leads of every area and area leads of theirs', () => {
    const told = digests(weeksUntil(waiting(), '2026-11-30T12:00:00Z')).slice(3);
    const textFor = (to: string) => told.find((each) => each.to === to)?.text ?? '';

    for (const to of ['priya', 'omar']) {
      expect(textFor(to)).toContain('Waiting: 1 for a decision (AI 1).');
      expect(textFor(to)).toMatch(/Late: <https:\S+\/issues\/1\|#1> \(AI, waits for a decision\)/);
    }
    expect(textFor('lena')).toMatch(/nobody waits and nothing is late/);
  });

  it('is sent later in the week where Slack was down', () => {
    const desk = waiting();
    const { slack } = desk.world;
    desk.world = { ...desk.world, slack: { mode: 'down', reason: 'no answer' } };
    expect(weeksUntil(desk, '2026-11-24T12:00:00Z')).toEqual([]);

    desk.world = { ...desk.world, slack };

    expect(digests(weeksUntil(desk, '2026-11-24T15:00:00Z'))).toHaveLength(3);
  });

  it('is no matter of a run that looks at one request', () => {
    const desk = waiting();
    desk.later(2 * 3_600_000);

    expect(desk.plan({ only: 1 }).actions).toEqual([]);
    expect(desk.plan().actions).toHaveLength(3);
  });

  it('tells who has no SME, what was assigned by hand, what is owed outside, and the new report', () => {
    const desk = waiting();
    desk.open({}, far);
    desk.open({}, far);
    desk.run();
    desk.click(2, 'olivia', 'salesforce::pending');
    desk.click(3, 'olivia', 'slack::pending');
    const huge = { ...far, 'Expected duration': '9 days' };
    const iid = desk.open({}, huge);
    desk.run();
    desk.click(iid, 'omar', 'request::approved');
    desk.run();
    expect(desk.view(iid).state).toBe('waitlisted');

    const told = digests(weeksUntil(desk, '2026-12-07T12:00:00Z')).filter(({ to }) => to === 'omar');

    const text = told[1]?.text ?? '';
    expect(text).toMatch(/Without an SME: <\S+\|#4> \(AI, larger than any budget: please assign it by hand/);
    expect(text).toMatch(/Not yet on the opportunity team: <\S+\|#2> \(AI\)/);
    expect(text).not.toContain('report');
    expect(told[2]?.text).toMatch(/New: <\S+\/-\/wikis\/reports\/2026-11\|report of 2026-11>\./);
  });

  it('never names a customer, a title or a person', () => {
    const told = digests(weeksUntil(waiting(), '2026-12-08T12:00:00Z'));
    const words = told.map(({ text }) => text.replace(/<https:[^|>]*\|/g, '<')).join('\n');

    expect(told.length).toBeGreaterThan(3);
    expect(words).not.toMatch(/acme|sam|jonas|SME for AI/i);
  });
});

describe('the digest on its standing issue, while Slack is off', () => {
  it('opens the issue with the first one, and comments every week after', () => {
    const desk = waiting(off);

    weeksUntil(desk, '2026-12-08T12:00:00Z');

    const [issue, ...others] = standing(desk);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ confidential: true, title: 'Weekly digest of SME Program' });
    expect(issue?.description).toMatch(/^@priya, @omar and @lena: SME requests, week 2026-W48\./);
    const keys = issue?.notes.map(({ body }) => /"key":"(digest:[^"]*)"/.exec(body)?.[1]);
    expect(keys?.map((key) => key?.replaceAll('\\u002d', '-'))).toEqual([
      'digest:2026-W49',
      'digest:2026-W50',
    ]);
  });

  it('begins anew where somebody has closed it', () => {
    const desk = waiting(off);
    weeksUntil(desk, '2026-11-23T12:00:00Z');
    const [issue] = standing(desk);
    if (issue === undefined) throw new Error('there is no standing issue');
    desk.setState(issue.iid, 'priya', 'closed');

    weeksUntil(desk, '2026-11-30T12:00:00Z');

    expect(standing(desk).filter(({ state }) => state === 'opened')).toHaveLength(1);
  });

  it('an issue that somebody has copied is not the one', () => {
    const desk = waiting(off);
    weeksUntil(desk, '2026-11-23T12:00:00Z');
    const [issue] = standing(desk);
    if (issue === undefined) throw new Error('there is no standing issue');
    const copy = { ...issue, id: 9, iid: 0, author: { id: 66, username: 'mallory' } };
    desk.world = { ...desk.world, issues: [copy, ...desk.world.issues] };

    weeksUntil(desk, '2026-11-30T12:00:00Z');

    expect(desk.world.issues.find(({ iid }) => iid === 0)?.notes).toEqual([]);
  });
});

it('a lead whom Slack does not know reads the digest on the standing issue, and only they are called upon', () => {
  const { usersByEmail } = slackOn();
  const desk = waiting(slackOn({ usersByEmail: { ...usersByEmail, 'lena@example.com': null } }));

  const told = digests(weeksUntil(desk, '2026-11-23T12:00:00Z'));

  expect(told.map(({ to }) => to)).toEqual(['priya', 'omar']);
  expect(standing(desk)[0]?.description).toMatch(/^@lena: /);
});

it('a holiday of a lead moves only their digest', () => {
  const config = exampleConfig({
    program: [
      ['    leads: [omar]\n    approvers: [priya, omar]', '    leads: [mei]\n    approvers: [priya, omar]'],
    ],
  });
  const holidays = config.roster.map((sme) =>
    sme.gitlab === 'mei' ? { ...sme, calendar: { ...sme.calendar, holidays: ['2026-11-23'] } } : sme,
  );
  const desk = new PaperDesk({ config: { ...config, roster: holidays } });

  const told = digests(weeksUntil(desk, '2026-11-25T12:00:00Z'));

  expect(told.find(({ to }) => to === 'mei')?.at).toBe('2026-11-24T00:00');
});
