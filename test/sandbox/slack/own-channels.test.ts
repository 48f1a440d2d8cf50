import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { slackClient } from './second-opinion.ts';

const name = 'sme-request-7-1';

let served: Sandbox;
let desk: WebClient;

beforeEach(async () => {
  served = await startSandbox();
  desk = slackClient(served.origin, 'xoxb-sandbox-desk');
});

afterEach(() => served.close());

function refusal(error: string) {
  return { data: expect.objectContaining({ ok: false, error }) };
}

async function make(): Promise<string> {
  const { channel } = await desk.conversations.create({ name, is_private: true });
  return channel?.id ?? '';
}

it('whoever makes a channel is its creator and in it, and nobody else sees a private one', async () => {
  const channel = await make();

  const seen = await desk.conversations.info({ channel });

  expect(seen.channel).toMatchObject({ name, is_private: true, is_member: true, creator: 'U0DESK0001' });
  await expect(
    slackClient(served.origin, 'xoxp-sandbox-ines').conversations.info({ channel }),
  ).rejects.toMatchObject(refusal('channel_not_found'));
});

it.each([
  ['', 'invalid_name_required'],
  ['Acme', 'invalid_name_specials'],
  ['--', 'invalid_name_punctuation'],
  ['a'.repeat(81), 'invalid_name_maxlength'],
])('the name %j is refused as %s', async (wrong, error) => {
  await expect(desk.conversations.create({ name: wrong })).rejects.toMatchObject(refusal(error));
});

it('a name stays taken, also for those who do not see its channel and after it was archived', async () => {
  const channel = await make();
  const ines = slackClient(served.origin, 'xoxp-sandbox-ines');

  await expect(ines.conversations.create({ name })).rejects.toMatchObject(refusal('name_taken'));
  await desk.conversations.archive({ channel });
  await expect(desk.conversations.create({ name })).rejects.toMatchObject(refusal('name_taken'));
  await expect(desk.conversations.archive({ channel })).rejects.toMatchObject(refusal('already_archived'));
  await expect(desk.conversations.setTopic({ channel, topic: 'x' })).rejects.toMatchObject(
    refusal('is_archived'),
  );
});

it('topic and purpose can be read, and a pin shows in the history', async () => {
  const channel = await make();
  await desk.conversations.setTopic({ channel, topic: 'SME request #1' });
  await desk.conversations.setPurpose({ channel, purpose: 'For one request' });
  const { ts = '' } = await desk.chat.postMessage({ channel, text: 'The brief' });
  await desk.pins.add({ channel, timestamp: ts });

  const { channel: seen } = await desk.conversations.info({ channel });
  const { messages } = await desk.conversations.history({ channel });

  expect(seen).toMatchObject({ topic: { value: 'SME request #1' }, purpose: { value: 'For one request' } });
  expect(messages).toMatchObject([{ ts, pinned_to: [channel] }]);
  await expect(desk.pins.add({ channel, timestamp: ts })).rejects.toMatchObject(refusal('already_pinned'));
});

it.each([
  ['groups:write', () => desk.conversations.create({ name, is_private: true })],
  ['channels:manage', () => desk.conversations.create({ name })],
  ['pins:write', () => desk.pins.add({ channel: 'C0OPPACME1', timestamp: '1.2' })],
  ['groups:write', () => desk.conversations.archive({ channel: 'C0OPPACME1' })],
])('a token without %s may not', async (scope, call) => {
  served.world.slack.tokens['xoxb-sandbox-desk'] = { userId: 'U0DESK0001', botId: 'B0DESK0001', scopes: [] };

  await expect(call()).rejects.toMatchObject({
    data: expect.objectContaining({ error: 'missing_scope', needed: scope }),
  });
});
