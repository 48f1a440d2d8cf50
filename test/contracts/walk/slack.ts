import { z } from 'zod';
import type { SandboxCaller } from '../sandbox-caller.ts';

const made = z.union([z.looseObject({ id: z.string() }), z.string()]).optional();
const verdict = z.looseObject({ ok: z.boolean(), ts: z.string().optional(), channel: made });

/** Every method of the sandbox's Slack: once as it is meant, and once refused. */
export async function walkSlack(caller: SandboxCaller): Promise<void> {
  const say = async (ok: boolean, method: string, fields: Readonly<Record<string, string>> = {}) => {
    const { body } = await caller.slack(method, fields);
    const answered = verdict.parse(body);
    if (answered.ok !== ok) throw new Error(`${method}: expected ok ${ok}, found ${JSON.stringify(body)}`);
    return answered;
  };
  await people(say);
  await conversations(say);
  await messages(say);
  await ownChannel(say);
}

type Say = (
  ok: boolean,
  method: string,
  fields?: Readonly<Record<string, string>>,
) => Promise<z.infer<typeof verdict>>;

async function people(say: Say): Promise<void> {
  await say(true, 'auth.test');
  await say(true, 'users.lookupByEmail', { email: 'ines@example.com' });
  await say(false, 'users.lookupByEmail', { email: 'nobody@example.com' });
  await say(true, 'users.info', { user: 'U0INES0001' });
  await say(false, 'users.info', { user: 'U0ABSENT01' });
}

async function conversations(say: Say): Promise<void> {
  await say(true, 'conversations.list', { types: 'public_channel,private_channel', limit: '3' });
  await say(true, 'conversations.info', { channel: 'C0OPPACME1' });
  await say(false, 'conversations.info', { channel: 'C0ABSENT01' });
  await say(true, 'conversations.members', { channel: 'C0OPPACME1' });
  await say(false, 'conversations.members', { channel: 'C0ABSENT01' });
  await say(true, 'conversations.invite', { channel: 'C0OPPACME1', users: 'U0INES0001' });
  await say(false, 'conversations.invite', { channel: 'C0OPPACME1', users: 'U0INES0001' });
  await say(true, 'conversations.kick', { channel: 'C0OPPACME1', user: 'U0INES0001' });
  await say(false, 'conversations.kick', { channel: 'C0OPPACME1', user: 'U0INES0001' });
  await say(true, 'conversations.join', { channel: 'C0OPPGLOB1' });
  await say(true, 'conversations.join', { channel: 'C0OPPGLOB1' });
  await say(false, 'conversations.join', { channel: 'C0OPPHOOL1' });
  await say(true, 'conversations.open', { users: 'U0INES0001' });
  await say(true, 'conversations.open', { users: 'U0INES0001' });
  await say(false, 'conversations.open', { users: 'U0ABSENT01' });
  await say(true, 'conversations.list', { types: 'im', limit: '3' });
}

async function ownChannel(say: Say): Promise<void> {
  const answer = await say(true, 'conversations.create', { name: 'sme-request-7-1', is_private: 'true' });
  await say(false, 'conversations.create', { name: 'sme-request-7-1', is_private: 'true' });
  const channel = typeof answer.channel === 'object' ? answer.channel.id : '';
  await say(true, 'conversations.setTopic', { channel, topic: 'SME request #1' });
  await say(false, 'conversations.setTopic', { channel: 'C0ABSENT01', topic: 'SME request #1' });
  await say(true, 'conversations.setPurpose', { channel, purpose: 'SME request #1' });
  await say(false, 'conversations.setPurpose', { channel: 'C0ABSENT01', purpose: 'SME request #1' });
  const { ts = '' } = await say(true, 'chat.postMessage', { channel, text: 'The brief' });
  await say(true, 'pins.add', { channel, timestamp: ts });
  await say(false, 'pins.add', { channel, timestamp: ts });
  await say(true, 'conversations.history', { channel });
  await say(true, 'conversations.archive', { channel });
  await say(false, 'conversations.archive', { channel });
}

async function messages(say: Say): Promise<void> {
  const channel = 'C0OPPACME1';
  const metadata = JSON.stringify({ event_type: 'sme_desk', event_payload: { key: 'announce' } });
  const { ts = '' } = await say(true, 'chat.postMessage', { channel, text: 'Hello', metadata });
  await say(false, 'chat.postMessage', { channel: 'C0ABSENT01', text: 'Hello' });
  await say(true, 'chat.update', { channel, ts, text: 'Hello again' });
  await say(false, 'chat.update', { channel, ts: '1.000001', text: 'Hello again' });
  const reply = await say(true, 'chat.postMessage', {
    channel,
    text: 'Hi',
    thread_ts: ts,
    reply_broadcast: 'false',
  });
  await say(true, 'conversations.history', { channel, include_all_metadata: 'true', limit: '100' });
  await say(true, 'chat.delete', { channel, ts: reply.ts ?? '' });
  await say(false, 'conversations.history', { channel: 'C0ABSENT01' });
  await say(true, 'chat.delete', { channel, ts });
  await say(false, 'chat.delete', { channel, ts });
}
