import { describe, expect, it } from 'vitest';
import { approversToAsk, nobodyCanDecide } from '../../src/domain/authorization/approvers.ts';
import { awayToday } from '../../src/domain/authorization/away-today.ts';
import { requestContext } from '../../src/domain/request/request-view.ts';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { acme, day, hour, opportunity, people, salesforceOn, user } from '../builders/snapshot.ts';
import { quiet, standing } from '../transitions/scenes.ts';

function keys(desk: PaperDesk, start: string): string[] {
  return [...desk.comments(1).keys()].filter((key) => key.startsWith(start));
}

function settle(desk: PaperDesk): void {
  quiet({ desk, iid: 1 });
}

describe('a request that is closed', () => {
  it.each(['sam', 'omar', 'priya'])(
    'by %s and opened again in time goes on with its approval',
    (username) => {
      const { desk } = standing('approved');
      desk.setState(1, username, 'closed');
      settle(desk);
      expect(desk.view(1).state).toBe('approved');
      desk.later(6 * hour);
      desk.setState(1, username, 'reopened');
      desk.config = exampleConfig();
      settle(desk);
      expect(desk.view(1).state).toBe('assigned');
      expect(keys(desk, 'refused:')).toEqual([]);
    },
  );

  it('grants nothing new while it is', () => {
    const { desk } = standing('awaiting-approval');
    desk.click(1, 'omar', 'request::approved');
    desk.run({ steps: ['validate'] });
    desk.setState(1, 'sam', 'closed');
    settle(desk);
    expect(desk.issue(1).assignees).toEqual([]);
    expect(desk.world.salesforce).toMatchObject({ teamRows: [] });
  });

  it('with a click on it that was not counted yet waits for a new one', () => {
    const { desk } = standing('awaiting-approval');
    desk.click(1, 'omar', 'request::approved');
    desk.later(1);
    desk.setState(1, 'sam', 'closed');
    desk.later(1);
    desk.setState(1, 'sam', 'reopened');
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(keys(desk, 'refused:')).toEqual([`refused:${user('omar').id}:before-reopening`]);
  });

  it('can still be declined at once', () => {
    const { desk } = standing('assigned');
    desk.setState(1, 'sam', 'closed');
    desk.later(1000);
    desk.comment(1, 'omar', 'The customer has gone.');
    desk.click(1, 'omar', 'request::declined');
    settle(desk);
    expect(desk.view(1).state).toBe('declined');
    expect(desk.record(1).team).toEqual([]);
  });

  it('by its SME before the date is handed back: open again, and somebody else takes it', () => {
    const { desk } = standing('assigned');
    const sme = desk.record(1).decision?.username ?? '';
    desk.setState(1, sme, 'closed');
    settle(desk);
    expect(desk.issue(1).state).toBe('opened');
    expect(desk.record(1).decision?.username).not.toBe(sme);
    expect(desk.record(1).excluded).toEqual([user(sme).id]);
    expect(desk.record(1).approval).toMatchObject({ user: user('omar').id });
    expect(keys(desk, 'handback:')).toHaveLength(1);
  });

  it('a second time by a stranger stays closed, ends by nobody, and a lead can still decide', () => {
    const { desk } = standing('assigned');
    for (const username of ['mallory', 'petra']) {
      desk.setState(1, username, 'closed');
      settle(desk);
    }
    desk.later(10 * hour);
    settle(desk);
    expect(desk.issue(1).state).toBe('closed');
    expect(desk.view(1).state).toBe('assigned');
    desk.setState(1, 'omar', 'reopened');
    settle(desk);
    expect(desk.view(1).state).toBe('assigned');
    expect(keys(desk, 'closed')).toHaveLength(2);
  });

  it('waits for a business day of the one who has closed it, not for a night or a weekend', () => {
    const { desk } = standing('awaiting-approval');
    // From Friday noon on.
    desk.later(4 * day + 3 * hour);
    settle(desk);
    desk.setState(1, 'sam', 'closed');
    desk.later(2 * day);
    settle(desk);
    expect(desk.view(1).state).toBe('awaiting-approval');
    desk.later(day + 6 * hour);
    settle(desk);
    expect(desk.view(1).state).toBe('cancelled');
  });
});

describe('a decline that was asked for its reason', () => {
  it('is heard when the issue was declined and opened again before: the old reason is none', () => {
    const { desk } = standing('declined');
    desk.setState(1, 'sam', 'reopened');
    desk.later(1000);
    settle(desk);
    desk.click(1, 'omar', 'request::declined');
    settle(desk);
    expect(desk.view(1).state).toBe('awaiting-approval');
    expect(keys(desk, 'reason:')).toHaveLength(1);
  });
});

describe('an opportunity that is closed after the approval', () => {
  it.each([
    ['closed', { [acme]: opportunity({ closed: true }) }],
    ['deleted', {}],
  ])('%s: approver and SME are told once', (_, opportunities) => {
    const { desk } = standing('assigned');
    desk.world = { ...desk.world, salesforce: salesforceOn({ opportunities }) };
    settle(desk);
    const [key = '', ...more] = keys(desk, 'opportunity-closed');
    expect(more).toEqual([]);
    const sme = desk.record(1).decision?.username ?? '';
    expect(desk.comments(1).get(key)).toContain(`@omar and @${sme}`);
    desk.later(day);
    settle(desk);
    expect(keys(desk, 'opportunity-closed')).toHaveLength(1);
  });
});

it('an opportunity that was closed before somebody was found: nobody is invited or put on its team', () => {
  const { desk } = standing('approved');
  const closed = { [acme]: opportunity({ closed: true }) };
  desk.world = { ...desk.world, salesforce: salesforceOn({ opportunities: closed }) };
  desk.config = exampleConfig();
  settle(desk);
  expect(desk.world.salesforce).toMatchObject({ teamRows: [] });
  expect(desk.world.slack).toMatchObject({ members: {} });
});

describe('an approval that was set by the desk itself', () => {
  it('counts for nothing, and is an alarm to the leads, once, where the requester does not read it', () => {
    const { desk } = standing('awaiting-approval');
    desk.click(1, 'desk', 'request::approved');
    const { problems } = desk.run();
    expect(problems).toEqual([expect.stringContaining('(code desk-approval)')]);
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    const alarms = desk.view(1).keyed.filter(({ key }) => key.startsWith('alarm:'));
    expect(alarms.map(({ note }) => note.internal)).toEqual([true]);
    expect(alarms[0]?.note.body).toContain('@priya');
  });
});

describe('who is asked to decide', () => {
  const config = exampleConfig();
  const { directory } = requestContext(config, new PaperDesk().world);
  const now = Date.parse('2026-12-23T10:00:00Z');

  it.each([
    ['the approvers of the area', 'ai', 'sam', [], ['priya', 'omar']],
    ['the others, where the author is one of them', 'ai', 'omar', [], ['priya']],
    ['the program leads, where the author is the only one', 'dedicated', 'lena', [], ['priya']],
    ['the others, where one is away', 'appsec', 'sam', ['lena'], ['priya']],
    ['the program leads, where the only one is away', 'dedicated', 'sam', ['lena'], ['priya']],
    ['the approvers all the same, where everybody is away', 'dedicated', 'sam', ['lena', 'priya'], ['lena']],
    ['nobody, where the author is the only one and the only lead', 'agile', 'priya', [], []],
  ])('%s', (_, area, author, away, asked) => {
    expect(approversToAsk(config, area, author, (username) => away.includes(username))).toEqual(asked);
  });

  it('somebody is away with time off on the roster today, or without an active account', () => {
    expect(awayToday(config, directory, now)('ines')).toBe(true);
    expect(awayToday(config, directory, now)('jonas')).toBe(false);
    expect(awayToday(config, directory, now)('omar')).toBe(false);
    const left = requestContext(
      config,
      new PaperDesk({ world: { people: people({ omar: { active: false } }) } }).world,
    );
    expect(awayToday(config, left.directory, now)('omar')).toBe(true);
  });

  it.each([
    ['priya', 'agile', true],
    ['sam', 'agile', false],
    ['priya', 'ai', false],
  ])('nobody can decide on a request of %s for %s: %s', (author, areaKey, expected) => {
    const issue = { author: user(author) };
    expect(nobodyCanDecide({ issue, areaKey, directory, config, deskIds: [user('desk').id] })).toBe(expected);
  });

  it('the record says what to do where nobody can, and mentions nobody', () => {
    const groups = { 'acme/solutions-architects': ['priya'], 'acme/sa-leaders': [] };
    const desk = new PaperDesk({ world: { groups } });
    desk.open({ author: user('priya') }, { 'Area of expertise': '- [x] Agile' });
    settle(desk);
    expect(desk.view(1).state).toBe('awaiting-approval');
    const body = desk.view(1).record.note?.body ?? '';
    expect(body).toContain('nobody else can decide on this request');
    expect(body).not.toContain('@');
  });
});
