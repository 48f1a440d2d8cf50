import { describe, expect, it } from 'vitest';
import { planOutbox } from '../../src/reconcile/outbox.ts';
import { exampleConfig } from '../builders/config.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { acme, channel, globex, issue, opportunity, salesforceOn, slackOn } from '../builders/snapshot.ts';

function assigned(desk = new PaperDesk(), answers: Readonly<Record<string, string>> = {}): PaperDesk {
  const iid = desk.open({}, answers);
  desk.run();
  desk.click(iid, 'omar', 'request::approved');
  desk.run();
  expect(desk.view(iid).state).toBe('assigned');
  return desk;
}

function rowsOf(desk: PaperDesk) {
  const { salesforce } = desk.world;
  return salesforce.mode === 'on' ? salesforce.teamRows : [];
}

function membersOf(desk: PaperDesk, id: string): readonly string[] {
  const { slack } = desk.world;
  return slack.mode === 'on' ? (slack.members[id] ?? []) : [];
}

function kinds(desk: PaperDesk): string[] {
  return desk.last.map((action) => action.kind);
}

function quiet(desk: PaperDesk): void {
  desk.later(60_000);
  expect(desk.plan().actions).toEqual([]);
}

function decline(desk: PaperDesk, iid: number): void {
  desk.comment(iid, 'omar', 'They have decided already.');
  desk.click(iid, 'omar', 'request::declined');
  desk.run();
  expect(desk.view(iid).state).toBe('declined');
}

describe('the opportunity team', () => {
  it('gets the SME once, with the role of the program', () => {
    const desk = assigned();
    expect(rowsOf(desk)).toMatchObject([{ opportunityId: acme, role: 'SME' }]);
    quiet(desk);
  });

  it('a row that was there satisfies the wish, is never written, and stays when the request ends', () => {
    const there = { id: 'r', opportunityId: acme, role: 'SE', createdById: '005X', createdAt: 0 };
    const users = ['005AB000001InesYAC', '005AB000001JonaYAC', '005AB000001MeiTYAS'];
    const teamRows = users.map((userId) => ({ ...there, id: `r${userId}`, userId }));
    const desk = assigned(new PaperDesk({ world: { salesforce: salesforceOn({ teamRows }) } }));
    expect(kinds(desk)).not.toContain('team.add');
    decline(desk, 1);
    expect(rowsOf(desk)).toEqual(teamRows);
    quiet(desk);
  });

  it('a decline takes the row and the invitation back', () => {
    const desk = assigned();
    expect(membersOf(desk, 'C0opp-acme')).toHaveLength(1);
    decline(desk, 1);
    expect(rowsOf(desk)).toEqual([]);
    expect(membersOf(desk, 'C0opp-acme')).toEqual([]);
    quiet(desk);
  });

  it('a row and an invitation that two requests want outlive the one that made them, and go with the other', () => {
    const one = exampleConfig({ roster: [['areas: { ai: sme, cicd: sme }', 'areas: { cicd: sme }']] });
    const desk = assigned(new PaperDesk({ config: one }));
    assigned(desk, { 'Proposed dates': '- 2026-12-09 10:00 Europe/Madrid' });
    expect(rowsOf(desk)).toHaveLength(1);
    decline(desk, 1);
    desk.run();
    expect(rowsOf(desk)).toHaveLength(1);
    expect(membersOf(desk, 'C0opp-acme')).toHaveLength(1);
    quiet(desk);
    decline(desk, 2);
    expect(rowsOf(desk)).toEqual([]);
    expect(membersOf(desk, 'C0opp-acme')).toEqual([]);
    quiet(desk);
  });

  it('another opportunity takes row and invitation back at once, and grants the new one only when it is approved', () => {
    const desk = assigned();
    desk.edit(1, { 'Opportunity ID or link': globex, 'Slack channel of the opportunity': '#opp-globex' });
    desk.run();
    expect(desk.scope(1)).toEqual(['request::changed']);
    expect(rowsOf(desk)).toEqual([]);
    expect(membersOf(desk, 'C0opp-acme')).toEqual([]);
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(rowsOf(desk)).toMatchObject([{ opportunityId: globex }]);
    expect(membersOf(desk, 'C0opp-globex')).toHaveLength(1);
    quiet(desk);
  });

  it('another channel, same opportunity: the old one stays until the new one is approved', () => {
    const desk = assigned();
    desk.edit(1, { 'Slack channel of the opportunity': '#opp-globex' });
    desk.run();
    expect(membersOf(desk, 'C0opp-acme')).toHaveLength(1);
    expect(rowsOf(desk)).toHaveLength(1);
    quiet(desk);
    desk.click(1, 'omar', 'request::approved');
    desk.run();
    expect(membersOf(desk, 'C0opp-acme')).toEqual([]);
    expect(membersOf(desk, 'C0opp-globex')).toHaveLength(1);
    quiet(desk);
  });

  it('a form that cannot be read takes nothing back', () => {
    const desk = assigned();
    desk.edit(1, { 'Opportunity ID or link': null });
    desk.run();
    expect(rowsOf(desk)).toHaveLength(1);
    expect(membersOf(desk, 'C0opp-acme')).toHaveLength(1);
    quiet(desk);
  });

  it('nothing is taken back while some request could not be read', () => {
    const desk = assigned();
    desk.world = { ...desk.world, unread: [2] };
    decline(desk, 1);
    expect(rowsOf(desk)).toHaveLength(1);
    expect(desk.issue(1).labels).toContain('salesforce::pending');
    desk.world = { ...desk.world, unread: [] };
    desk.run();
    expect(rowsOf(desk)).toEqual([]);
    quiet(desk);
  });

  it('an opportunity that was closed after the approval gets nobody new', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.run();
    desk.click(1, 'omar', 'request::approved');
    const opportunities = { [acme]: opportunity({ closed: true }) };
    desk.world = { ...desk.world, salesforce: salesforceOn({ opportunities }) };
    desk.run();
    expect(rowsOf(desk)).toEqual([]);
    quiet(desk);
  });

  it('down: it waits with a label, Slack goes on, and the row comes later', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.run();
    desk.click(1, 'omar', 'request::approved');
    desk.world = { ...desk.world, salesforce: { mode: 'down', reason: 'no answer' } };
    desk.run();
    expect(desk.scope(1)).toEqual(['request::assigned']);
    expect(desk.issue(1).labels).toContain('salesforce::pending');
    expect(membersOf(desk, 'C0opp-acme')).toHaveLength(1);
    quiet(desk);
    desk.world = { ...desk.world, salesforce: salesforceOn() };
    desk.run();
    expect(rowsOf(desk)).toHaveLength(1);
    expect(desk.issue(1).labels).not.toContain('salesforce::pending');
    quiet(desk);
  });
});

describe('Slack', () => {
  it('has one message for each request, edited in place, without customer, link or mention of the channel', () => {
    const desk = assigned();
    const { slack } = desk.world;
    if (slack.mode !== 'on') throw new Error('Slack is off');
    expect(slack.messages).toHaveLength(1);
    expect(slack.messages[0]?.text).not.toMatch(/acme|http|opp-/i);
  });

  it('the message of a request that went back says that it waits for the requester', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.run();
    desk.edit(1, { 'Expected duration': 'long' });
    desk.run();
    const { slack } = desk.world;
    expect(slack.mode === 'on' ? slack.messages[0]?.text : '').toContain('waiting for the requester');
    quiet(desk);
  });

  it.each([
    ['shared since', { shared: true }],
    ['renamed since', { name: 'opp-other' }],
    ['archived since', { archived: true }],
    ['left by the desk since', { deskIsMember: false }],
  ])('nobody is invited to a channel that was %s', (_, changes) => {
    const desk = new PaperDesk();
    desk.open();
    desk.run();
    desk.click(1, 'omar', 'request::approved');
    const channels = [channel('opp-acme', { id: 'C0opp-acme', ...changes })];
    desk.world = { ...desk.world, slack: slackOn({ channels }) };
    desk.run();
    expect(kinds(desk)).not.toContain('slack.invite');
    quiet(desk);
  });

  it('off, like Salesforce: the comments carry everything', () => {
    const names = {
      'Opportunity name': 'Acme renewal',
      'Account name': 'Acme',
      'Expected close date': '2027-01-29',
    };
    const off = { slack: { mode: 'off' }, salesforce: { mode: 'off' } } as const;
    const desk = assigned(new PaperDesk({ world: off }), names);
    expect(kinds(desk).filter((kind) => kind.startsWith('slack.') || kind.startsWith('team.'))).toEqual([]);
    expect(desk.comments(1).get('assigned:1')).toContain('`team: done`');
    quiet(desk);
  });
});

describe('a run with caps', () => {
  it('leaves the youngest for the next run, and is done when nothing is left over', () => {
    const desk = new PaperDesk({
      config: exampleConfig({ program: [['messages_per_channel: 5', 'messages_per_channel: 2']] }),
    });
    for (let count = 0; count < 5; count += 1) desk.open();
    const left: number[] = [];
    for (let run = 0; run < 3; run += 1)
      left.push(desk.run().leftOver.reduce((sum, each) => sum + each.count, 0));
    expect(left).toEqual([3, 1, 0]);
    quiet(desk);
  });

  it('with `--issue` writes only that one', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.open();
    const { actions } = desk.plan({ only: 2 });
    expect(new Set(actions.map((action) => ('issue' in action ? action.issue : 0)))).toEqual(new Set([2]));
  });

  it('nobody is assigned while some history is unread', () => {
    const desk = new PaperDesk();
    desk.open();
    desk.run();
    desk.click(1, 'omar', 'request::approved');
    desk.world = { ...desk.world, unread: [9] };
    const plan = desk.run();
    expect(desk.view(1).state).toBe('approved');
    expect(plan.problems).toHaveLength(1);
  });
});

describe('the outbox', () => {
  it('becomes a label once', () => {
    const plain = issue({ labels: ['request::assigned'] });
    expect(planOutbox([{ issue: plain, system: 'slack' }])).toMatchObject([
      { add: ['slack::pending'], remove: [] },
    ]);
    const marked = issue({ labels: ['request::assigned', 'slack::pending'] });
    expect(planOutbox([{ issue: marked, system: 'slack' }])).toEqual([]);
  });
});
