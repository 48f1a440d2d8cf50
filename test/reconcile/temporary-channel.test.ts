import { describe, expect, it } from 'vitest';
import { archiveChannels } from '../../src/reconcile/slack/archive-channels.ts';
import { exampleConfig } from '../builders/config.ts';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { acme, channel, day, globex, opportunity, salesforceOn, slackOn } from '../builders/snapshot.ts';

const limit = '  opportunity_channels: "^opp-"\n  temporary_channel_above: 250000';
const config = exampleConfig({ program: [['  opportunity_channels: "^opp-"', limit]] });
const noChannel = { 'Slack channel of the opportunity': null };
const filledIn = {
  'Opportunity name': 'Acme renewal',
  'Account name': 'Acme',
  'Expected close date': '2027-01-29',
};

/** The world with opportunities of these amounts. */
function amounts(ofAcme: number | null, ofGlobex: number | null = null) {
  return salesforceOn({
    opportunities: {
      [acme]: opportunity({ amount: ofAcme }),
      [globex]: opportunity({ id: globex, name: 'Globex platform', accountName: 'Globex', amount: ofGlobex }),
    },
  });
}

function deskWith(
  amount: number | null,
  world: Partial<PaperDesk['world']> = {},
  program = config,
): PaperDesk {
  return new PaperDesk({ config: program, world: { salesforce: amounts(amount), ...world } });
}

/** A request that waits for its approval, with nothing else to do. */
function shown(
  desk = deskWith(400_000),
  answers: Readonly<Record<string, string | null>> = noChannel,
): PaperDesk {
  desk.open({}, answers);
  desk.run();
  desk.click(1, 'omar', 'request::approved');
  return desk;
}

function assigned(desk = deskWith(400_000), answers: Readonly<Record<string, string | null>> = noChannel) {
  shown(desk, answers).run();
  expect(desk.view(1).state).toBe('assigned');
  return desk;
}

function slackOf(desk: PaperDesk) {
  const { slack } = desk.world;
  if (slack.mode !== 'on') throw new Error('Slack is not there');
  return slack;
}

function made(desk: PaperDesk) {
  const { botUserId, channels } = slackOf(desk);
  return channels.filter((each) => each.creator === botUserId);
}

function kinds(desk: PaperDesk): string[] {
  return desk.last.map((action) => action.kind);
}

function settle(desk: PaperDesk): void {
  for (let runs = 0; runs < 5; runs += 1) if (desk.run().actions.length === 0) return;
  throw new Error('the desk does not come to rest');
}

function decline(desk: PaperDesk): void {
  desk.comment(1, 'omar', 'They have decided already.');
  desk.click(1, 'omar', 'request::declined');
}

function membersIn(desk: PaperDesk, id: string | undefined): readonly string[] {
  return slackOf(desk).members[id ?? ''] ?? [];
}

function meetingOver(desk: PaperDesk): void {
  desk.react(1, desk.record(1).decision?.username ?? '', 'assigned:1', 'thumbsup');
  settle(desk);
  desk.later((desk.record(1).decision?.end ?? 0) + 2 * day - desk.world.now);
  settle(desk);
}

describe('a large opportunity without a channel', () => {
  it('gets one in the run that finds the SME, with topic, purpose, pinned brief, requester and SME', () => {
    const desk = assigned();
    const [only] = made(desk);
    expect(only).toMatchObject({
      name: 'sme-request-7-1',
      topic: 'SME request #1, AI, Customer Demo',
      purpose: 'For the requester and the SME of SME request #1. It is archived when the request ends.',
      archived: false,
    });
    expect(membersIn(desk, only?.id)).toHaveLength(2);
    const messages = slackOf(desk).messages.filter((each) => each.channel === only?.id);
    expect(messages).toMatchObject([{ key: '7/1/brief', pinned: true }]);
    expect(messages[0]?.text).toContain('/-/issues/1|SME request #1>: AI, Customer Demo');
    expect(desk.record(1)).toMatchObject({
      channelsMade: [{ name: 'sme-request-7-1', id: only?.id, opportunity: acme, requester: 'invited' }],
      invitations: [{ channel: only?.id, outcome: 'invited' }],
    });
    desk.later(60_000);
    expect(desk.plan().actions).toEqual([]);
  });

  it('the intention stands in the record before the channel is made', () => {
    const desk = assigned();
    const create = desk.last.findIndex((action) => action.kind === 'slack.channel.create');
    const record = desk.last.slice(0, create).findLast((action) => action.kind === 'record.write');
    expect(record?.kind === 'record.write' && record.record.channelsMade).toMatchObject([
      { name: 'sme-request-7-1', id: null },
    ]);
  });

  it('neither plan nor world holds the amount or the customer in what is told', () => {
    const desk = assigned();
    const told = JSON.stringify([desk.last, slackOf(desk), desk.record(1)]);
    expect(told).not.toMatch(/400.?000|250.?000/);
    const texts = desk.last.flatMap((action) =>
      action.kind.startsWith('slack.') && 'text' in action ? [action.text] : [],
    );
    expect(texts).toHaveLength(4);
    expect(texts.join()).not.toMatch(/acme(?!\/sme-desk)/i);
  });

  it.each<[string, PaperDesk, Readonly<Record<string, string | null>>]>([
    ['a smaller amount', deskWith(100_000), noChannel],
    ['the amount of the limit', deskWith(250_000), noChannel],
    ['no amount', deskWith(null), noChannel],
    ['no limit in the configuration', deskWith(400_000, {}, exampleConfig()), noChannel],
    ['Salesforce off', deskWith(null, { salesforce: { mode: 'off' } }), { ...noChannel, ...filledIn }],
    ['a channel of the opportunity', deskWith(400_000), {}],
  ])('%s: none is made', (_, desk, answers) => {
    desk.open({}, answers);
    settle(desk);
    desk.click(1, 'omar', 'request::approved');
    settle(desk);
    expect(desk.view(1).state).toBe('assigned');
    expect(made(desk)).toEqual([]);
  });

  it('a channel that Salesforce names later takes its place, and nobody is in two', () => {
    const desk = assigned();
    const [temporary] = made(desk);
    const better = { [acme]: opportunity({ amount: 400_000, slackChannel: 'C0opp-acme' }) };
    desk.world = { ...desk.world, salesforce: salesforceOn({ opportunities: better }) };
    settle(desk);
    expect(membersIn(desk, 'C0opp-acme')).toHaveLength(1);
    expect(membersIn(desk, temporary?.id)).toHaveLength(1);
  });

  it('a new date stands in the brief, and what people have set stays', () => {
    const desk = assigned();
    const slack = slackOf(desk);
    const channels = slack.channels.map((each) => (each.topic === '' ? each : { ...each, topic: 'Ours' }));
    desk.world = { ...desk.world, slack: { ...slack, channels } };
    desk.edit(1, { ...noChannel, 'Proposed dates': '- 2026-12-09 10:00 Europe/Madrid' });
    settle(desk);
    expect(slackOf(desk).messages.find((each) => each.key === '7/1/brief')?.text).toContain('9 Dec 2026');
    expect(made(desk)[0]?.topic).toBe('Ours');
  });

  it('a requester who leaves is not fetched back', () => {
    const desk = assigned();
    const slack = slackOf(desk);
    const [only] = made(desk);
    const [, sme = ''] = membersIn(desk, only?.id);
    desk.world = {
      ...desk.world,
      slack: { ...slack, members: { ...slack.members, [only?.id ?? '']: [sme] } },
    };
    expect(desk.plan().actions).toEqual([]);
  });

  it('a request that names the channel of another one does not get in', () => {
    const everyName = exampleConfig({
      program: [['  opportunity_channels: "^opp-"', limit.replace('^opp-', '^sme-')]],
    });
    const desk = assigned(deskWith(400_000, {}, everyName));
    const named = {
      'Opportunity ID or link': globex,
      'Slack channel of the opportunity': '#sme-request-7-1',
    };
    desk.open({}, { ...named, 'Proposed dates': '- 2026-12-09 10:00 Europe/Madrid' });
    desk.run();
    desk.click(2, 'omar', 'request::approved');
    settle(desk);
    expect(desk.view(2).state).toBe('assigned');
    expect(desk.record(2)).toMatchObject({ channel: null, invitations: [] });
  });
});

describe('what goes wrong', () => {
  it('stopped after any action, the next runs end where one run would have', () => {
    const { whole, killed } = killedAnywhere(shown());
    expect(killed.length).toBeGreaterThan(12);
    for (const { after, end } of killed) expect(end, `stopped after ${after}`).toEqual(whole);
  });

  it('two runs that plan the same make one channel with one brief', () => {
    const desk = shown();
    desk.later(60_000);
    const { actions } = desk.plan();
    desk.apply(actions);
    const channels = actions.filter((action) => action.kind === 'slack.channel.create');
    desk.apply(channels);
    settle(desk);
    expect(made(desk)).toHaveLength(1);
    expect(slackOf(desk).messages.filter((each) => each.key === '7/1/brief')).toHaveLength(1);
  });

  it('the approval is withdrawn after the intention was written: nothing is made, and nothing is left to archive', () => {
    const desk = shown();
    desk.later(60_000);
    const { actions } = desk.plan();
    desk.apply(
      actions.slice(
        0,
        actions.findIndex((action) => action.kind === 'slack.channel.create'),
      ),
    );
    desk.unclick(1, 'omar', 'request::approved');
    desk.click(1, 'omar', 'request::declined');
    desk.comment(1, 'omar', 'They have decided already.');
    settle(desk);
    expect(desk.record(1).channelsMade).toMatchObject([{ id: null }]);
    expect(made(desk)).toEqual([]);
    desk.later(120_000);
    settle(desk);
    expect(desk.issue(1).labels).not.toContain('slack::pending');
  });

  it('the answer to the making is lost: the channel is found by its name', () => {
    const desk = shown();
    desk.later(60_000);
    const { actions } = desk.plan();
    const after = actions.findIndex((action) => action.kind === 'slack.channel.create') + 1;
    desk.apply(actions.slice(0, after));
    expect(desk.record(1).channelsMade).toMatchObject([{ id: null }]);
    settle(desk);
    expect(made(desk)).toHaveLength(1);
    expect(desk.record(1).channelsMade).toMatchObject([{ id: made(desk)[0]?.id }]);
  });

  it('somebody else has the name: another one is taken', () => {
    const slack = slackOn({ channels: [channel('sme-request-7-1', { creator: 'U0MALLORY1' })] });
    const desk = assigned(deskWith(400_000, { slack }));
    expect(made(desk)).toMatchObject([{ name: 'sme-request-7-1-2' }]);
  });

  it('somebody archives it meanwhile: no other one is made, and nobody is removed', () => {
    const desk = assigned();
    const slack = slackOf(desk);
    const channels = slack.channels.map((each) => ({ ...each, archived: each.creator !== null }));
    desk.world = { ...desk.world, slack: { ...slack, channels } };
    expect(desk.plan().actions).toEqual([]);
    decline(desk);
    settle(desk);
    expect(kinds(desk)).not.toContain('slack.remove');
    expect(desk.issue(1).labels).not.toContain('slack::pending');
  });
});

describe('when the request ends', () => {
  it('completed: the channel is archived once, and the label goes with it', () => {
    const desk = assigned();
    meetingOver(desk);
    desk.comment(1, 'sam', 'rating: 5\noutcome: technical win');
    desk.later(3_600_000);
    const { whole, killed } = killedAnywhere(desk);
    desk.run();
    const place = (kind: string) => desk.last.findIndex((action) => action.kind === kind);
    expect(desk.view(1).state).toBe('completed');
    expect(desk.last[place('issue.set')]).toMatchObject({ add: ['request::completed', 'slack::pending'] });
    expect(place('slack.channel.archive')).toBeGreaterThan(place('issue.set'));
    expect(made(desk)).toMatchObject([{ archived: true }]);
    for (const { after, end } of killed) expect(end, `stopped after ${after}`).toEqual(whole);
    settle(desk);
    expect(desk.issue(1).labels).not.toContain('slack::pending');
  });

  it('declined: the SME leaves first, then it is archived', () => {
    const desk = assigned();
    decline(desk);
    desk.run();
    const slackKinds = kinds(desk).filter(
      (kind) => kind === 'slack.remove' || kind === 'slack.channel.archive',
    );
    expect(slackKinds).toEqual(['slack.remove', 'slack.channel.archive']);
    settle(desk);
    expect(made(desk)).toMatchObject([{ archived: true }]);
    expect(desk.issue(1).labels).not.toContain('slack::pending');
  });

  it('stopped anywhere while it is taken back, the end is the same', () => {
    const desk = assigned();
    decline(desk);
    const { whole, killed } = killedAnywhere(desk);
    for (const { after, end } of killed) expect(end, `stopped after ${after}`).toEqual(whole);
  });

  it('with another opportunity the SME leaves at once, and only the new approval brings another channel', () => {
    const desk = assigned(deskWith(null, { salesforce: amounts(400_000, 500_000) }));
    const [first] = made(desk);
    desk.edit(1, { ...noChannel, 'Opportunity ID or link': globex });
    settle(desk);
    expect(membersIn(desk, first?.id)).toHaveLength(1);
    expect(made(desk)).toMatchObject([{ archived: false }]);
    desk.click(1, 'omar', 'request::approved');
    settle(desk);
    expect(made(desk)).toMatchObject([
      { name: 'sme-request-7-1', archived: true },
      { name: 'sme-request-7-1-2', archived: false },
    ]);
    expect(membersIn(desk, made(desk)[1]?.id)).toHaveLength(2);
  });

  it('opened again, it gets a channel of its own', () => {
    const desk = assigned();
    decline(desk);
    settle(desk);
    desk.unclick(1, 'omar', 'request::declined');
    desk.setState(1, 'sam', 'reopened');
    settle(desk);
    desk.click(1, 'omar', 'request::approved');
    settle(desk);
    expect(desk.view(1).state).toBe('assigned');
    expect(made(desk).map(({ name, archived }) => [name, archived])).toEqual([
      ['sme-request-7-1', true],
      ['sme-request-7-1-2', false],
    ]);
  });

  it('no channel is archived in which another live request has somebody', () => {
    const desk = assigned();
    desk.open({}, { ...noChannel, 'Proposed dates': '- 2026-12-09 10:00 Europe/Madrid' });
    desk.run();
    desk.click(2, 'omar', 'request::approved');
    settle(desk);
    decline(desk);
    desk.run({ steps: ['validate'] });
    const view = desk.view(1);
    const other = desk.view(2);
    const [first] = made(desk);
    const invitations = [{ channel: first?.id ?? '', user: 'U0INES0001', outcome: 'invited' as const }];
    const state = { ...desk.record(2), invitations };
    const guest = { ...other, record: { ...other.record, state } };
    expect(archiveChannels(view, slackOf(desk), [view, other])).toHaveLength(1);
    expect(archiveChannels(view, slackOf(desk), [view, guest])).toEqual([]);
  });
});
