import { describe, expect, it } from 'vitest';
import { markerLine, withMarker } from '../../src/domain/record/marker.ts';
import type { CreateNote } from '../../src/plan/action.ts';
import type { OpenDigest } from '../../src/plan/digest-action.ts';
import type { Call } from '../../src/sandbox/world.ts';
import { exampleConfig } from '../builders/config.ts';
import { type DeskAtWork, deskAtWork } from './desk-at-work.ts';

const requestChannel = 'C0AIREQ001';

async function comment(desk: DeskAtWork, key: string): Promise<CreateNote> {
  const on = await desk.onRequest();
  return { kind: 'note.create', ...on, key, body: `About ${key}.`, internal: false, mentions: [] };
}

/** Ids of the desk's comments by key. */
async function noteIds(desk: DeskAtWork): Promise<Record<string, number>> {
  const notes = await desk.as('priya').notes(1);
  const found = notes.map(({ id, body }) => [/"key":"([^"]+)"/.exec(body)?.[1] ?? '', id] as const);
  return Object.fromEntries(found);
}

async function withComments(desk: DeskAtWork): Promise<Record<string, number>> {
  const keys = ['assigned:1', 'assigned:2', 'feedback:2', 'waitlisted:1'];
  for (const key of keys) await desk.apply(await comment(desk, key));
  const ids = await noteIds(desk);
  for (const key of keys) await desk.as('priya').react(1, ids[key] ?? 0, 'thumbsup');
  return ids;
}

it('reactions are read on the newest assignment and on the feedback prompt, of a closed request too', async () => {
  await using desk = await deskAtWork();
  const ids = await withComments(desk);
  await desk.as('priya').setLabels(1, { add: ['type::sme-request', 'request::engaged'] });
  await desk.as('sam').close(1);

  const [request] = (await desk.observe()).snapshot.issues;

  expect(request?.reactions).toMatchObject([
    { note: ids['assigned:2'], user: { username: 'priya' }, name: 'thumbsup' },
    { note: ids['feedback:2'], user: { username: 'priya' }, name: 'thumbsup' },
  ]);
});

it('no reactions are asked for while nobody is asked to react', async () => {
  await using desk = await deskAtWork();
  await withComments(desk);
  desk.sandbox.clearJournal();

  const [request] = (await desk.observe()).snapshot.issues;

  expect(request?.reactions).toEqual([]);
  expect(desk.sandbox.world.journal.filter((call) => call.path.includes('award_emoji'))).toEqual([]);
});

it('a comment that somebody else has given a marker is no comment of the desk', async () => {
  await using desk = await deskAtWork();
  const issue = (await desk.observe()).snapshot.issues[0]?.id ?? 0;
  const forged = withMarker('Mine.', markerLine('note', { issue, key: 'assigned:1' }));
  const id = await desk.as('sam').comment(1, forged);
  await desk.as('priya').react(1, id ?? 0, 'thumbsup');
  await desk.as('priya').setLabels(1, { add: ['request::assigned'] });

  expect((await desk.observe()).snapshot.issues[0]?.reactions).toEqual([]);
});

it('the comments of the standing issue are read, and of no other issue', async () => {
  await using desk = await deskAtWork();
  const open: OpenDigest = {
    kind: 'digest.open',
    key: 'digest:2026-W48',
    title: 'Weekly digest',
    description: 'The week.',
    labels: ['type::cadence'],
    mentions: [],
  };
  await desk.apply(open);
  await desk
    .as('sam')
    .openIssue({ title: 'Mine', description: markerLine('digest', { project: 7, key: 'x' }) });
  for (const iid of [2, 3]) await desk.as('priya').comment(iid, 'Thanks.');

  const { issues } = (await desk.observe()).snapshot;

  expect(issues.map(({ iid, notes }) => [iid, notes.map((note) => note.body)])).toEqual([
    [1, []],
    [2, ['Thanks.']],
    [3, []],
  ]);
});

it.each([
  ['the desk is not in it', 'not_in_channel', 'slack-not-in-channel'],
  ['Slack does not show it', 'channel_not_found', 'slack-channel-not-found'],
  ['the token may not read it', 'missing_scope', 'slack-scope-missing'],
])('a request channel that cannot be read since %s leaves Slack on', async (_, error, code) => {
  await using desk = await deskAtWork();
  const isHistory = ({ route, body }: Call): boolean =>
    route === '/api/conversations.history' && JSON.stringify(body).includes(requestChannel);
  desk.sandbox.beforeCall = (call) =>
    Promise.resolve(
      isHistory(call) ? { kind: 'answer', status: 200, body: { ok: false, error } } : undefined,
    );

  const { snapshot, problems } = await desk.observe();

  expect(snapshot.slack).toMatchObject({ mode: 'on', unreadable: [requestChannel], messages: [] });
  expect(problems.map((each) => [each.code, each.message.includes(requestChannel)])).toEqual([[code, true]]);
});

it('Slack that lets the desk in no more is down', async () => {
  await using desk = await deskAtWork();
  desk.sandbox.world.slack.tokens = {};

  const { snapshot, problems } = await desk.observe();

  expect(snapshot.slack).toMatchObject({ mode: 'down' });
  expect(problems).toMatchObject([{ code: 'slack-token-refused' }]);
});

it('what the desk has told people is read as long as they may have to be told: leads in the week of a digest', async () => {
  await using desk = await deskAtWork();
  const key = '7/digest/2026-W48/priya';
  await desk.apply({ kind: 'digest.tell', user: 'U0PRIYA001', key, text: 'The week.' });
  desk.sandbox.set(Date.parse('2026-11-23T10:00:00Z'));

  const { slack } = (await desk.observe()).snapshot;

  const direct = desk.sandbox.world.slack.conversations.find((each) => each.kind === 'im')?.id;
  expect(slack).toMatchObject({ mode: 'on', direct: { U0PRIYA001: direct } });
  expect(slack.mode === 'on' ? slack.messages : []).toMatchObject([{ channel: direct, key }]);
});

it('people without a Slack id are looked for by each of their addresses, the surest first', async () => {
  await using desk = await deskAtWork();
  desk.sandbox.set(Date.parse('2026-11-23T10:00:00Z'));
  desk.sandbox.clearJournal();
  const config = exampleConfig();

  const { slack } = (await desk.observe(config)).snapshot;

  const asked = slack.mode === 'on' ? slack.usersByEmail : {};
  expect(asked).toMatchObject({ 'priya@example.com': 'U0PRIYA001', 'omar@example.com': 'U0OMAR0001' });
  const lookups = desk.sandbox.world.journal.filter((call) => call.route === '/api/users.lookupByEmail');
  expect(lookups).toHaveLength(Object.keys(asked).length);
});

describe('closed under a final label', () => {
  async function closedBy(username: string, desk: DeskAtWork): Promise<void> {
    await desk.as('priya').setLabels(1, { add: ['type::sme-request', 'request::engaged'] });
    await desk.as('mallory').setLabels(1, { add: ['request::completed'] });
    await desk.as(username).close(1);
  }

  it('a request is still looked at when a person has closed it: people set that label too', async () => {
    await using desk = await deskAtWork();
    await closedBy('mallory', desk);

    const { issues } = (await desk.observe()).snapshot;

    expect(issues.map(({ iid, state }) => [iid, state])).toEqual([[1, 'closed']]);
    expect(issues[0]?.stateEvents).toHaveLength(1);
  });

  it('and left alone when the desk has closed it, or after two weeks', async () => {
    await using desk = await deskAtWork();
    await closedBy('project_7_bot_desk', desk);
    expect((await desk.observe()).snapshot.issues).toEqual([]);

    await using later = await deskAtWork();
    await closedBy('mallory', later);
    later.sandbox.advance(15 * 24 * 3_600_000);
    expect((await later.observe()).snapshot.issues).toEqual([]);
  });
});
