import { describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/clients/slack/create-slack.ts';
import { localService } from '../support/local-service.ts';
import { quickClock } from '../support/quick-clock.ts';

const desk = { user_id: 'U0DESK0001', bot_id: 'B0DESK0001' };
const metadata = { event_type: 'sme_desk', event_payload: { key: 'k' } };
const words = 'Who knows Acme?';
const ts = '1700000001.000100';
const sam = { ts, user: 'U0SAM00001', text: words };

type Message = Readonly<Record<string, unknown>>;

async function slackWith(...messages: readonly Message[]) {
  const server = await localService(({ url }) => {
    if (url.endsWith('auth.test')) return { status: 200, body: { ok: true, ...desk } };
    return { status: 200, body: { ok: true, ts: '1700000009.000100', messages } };
  });
  const slack = createSlack({
    token: 'xoxb-1',
    apiUrl: `${server.origin}/api`,
    transport: { clock: quickClock() },
  });
  const sent = () => server.seen.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  return { slack, server, sent, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('a message at the top level of a channel', () => {
  it.each<[string, Message]>([
    ['in words', sam],
    ['with a file', { ...sam, subtype: 'file_share' }],
    ['in the third person', { ...sam, subtype: 'me_message' }],
    ['that others have replied to', { ...sam, thread_ts: ts, reply_count: 1, reply_users: ['U0TOM00001'] }],
    ['that says it is the desk', { ...sam, metadata }],
  ])('by a person %s waits for an answer, and no word of it is kept', async (_, message) => {
    await using world = await slackWith(message);

    const read = await world.slack.history('C1', 0);

    expect(read).toEqual({ own: [], asks: [{ channel: 'C1', ts, answered: false }] });
  });

  it.each<[string, Message]>([
    ['the desk', { ts, user: desk.user_id, text: 'x' }],
    ['the desk by its bot', { ts, bot_id: desk.bot_id, text: 'x' }],
    ['another bot', { ts, user: 'U0BOT00001', bot_id: 'B0OTHER001', text: 'x' }],
    ['Slack', { ts, user: 'USLACKBOT', text: 'x' }],
    ['Slack, of who came', { ...sam, subtype: 'channel_join' }],
    ['Slack, of the topic', { ...sam, subtype: 'channel_topic' }],
    ['a person in a thread', { ...sam, thread_ts: '1700000000.000100' }],
    [
      'a person in a thread, shown in the channel',
      { ...sam, subtype: 'thread_broadcast', thread_ts: '1700000000.000100' },
    ],
    ['a person who has deleted it', { ...sam, user: 'USLACKBOT', subtype: 'tombstone' }],
  ])('by %s waits for none', async (_, message) => {
    await using world = await slackWith(message);

    expect((await world.slack.history('C1', 0)).asks).toEqual([]);
  });

  it.each<[string, Message]>([
    ['the desk', { reply_count: 1, reply_users_count: 1, reply_users: [desk.user_id] }],
    ['the desk by its bot', { reply_count: 2, reply_users_count: 2, reply_users: ['U1', desk.bot_id] }],
    ['more people than Slack names', { reply_count: 9, reply_users_count: 7, reply_users: ['U1', 'U2'] }],
  ])('is answered when %s replied', async (_, thread) => {
    await using world = await slackWith({ ...sam, thread_ts: ts, ...thread });

    expect((await world.slack.history('C1', 0)).asks).toEqual([{ channel: 'C1', ts, answered: true }]);
  });

  it('was not written to the desk before the desk came', async () => {
    const came = { ts: '1700000005.000100', user: desk.user_id, subtype: 'channel_join', text: 'x' };
    await using world = await slackWith({ ...sam, ts: '1700000006.000100' }, came, sam);

    expect((await world.slack.history('C1', 0)).asks.map((each) => each.ts)).toEqual(['1700000006.000100']);
  });
});

it("one reading gives the desk's own messages and people's, oldest first", async () => {
  const own = { ts: '1700000002.000100', user: desk.user_id, text: 'mine', metadata };
  await using world = await slackWith({ ...sam, ts: '1700000003.000100' }, own, sam);

  const read = await world.slack.history('C1', 1_700_000_000);

  expect(read.own).toEqual([{ channel: 'C1', ts: own.ts, key: 'k', text: 'mine' }]);
  expect(read.asks.map((each) => each.ts)).toEqual([ts, '1700000003.000100']);
  expect(world.server.seen.map(({ url }) => url)).toEqual(['/api/auth.test', '/api/conversations.history']);
});

it('one message is looked for by its timestamp alone, and one that is gone is not found', async () => {
  await using world = await slackWith(sam);

  expect(await world.slack.ask('C1', ts)).toEqual({ channel: 'C1', ts, answered: false });
  expect(await world.slack.ask('C1', '1700000001.000101')).toBeNull();
  expect(world.sent()[1]).toMatchObject({ oldest: ts, latest: ts, inclusive: 'true' });
});

it('an answer goes into the thread only, with its key, and unfolds no link', async () => {
  await using world = await slackWith();

  const outcome = await world.slack.reply({ channel: 'C1', thread: ts, key: '7/ask/C1/1', text: 'Here.' });

  expect(outcome).toEqual({ kind: 'applied', value: null });
  expect(world.sent()).toEqual([
    {
      channel: 'C1',
      thread_ts: ts,
      reply_broadcast: 'false',
      text: 'Here.',
      mrkdwn: 'true',
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
      metadata: '{"event_type":"sme_desk","event_payload":{"key":"7/ask/C1/1"}}',
    },
  ]);
});
