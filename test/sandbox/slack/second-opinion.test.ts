import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emulatorWorkspace, sandboxWorkspace, type Workspace } from './second-opinion.ts';
import { type Seen, Teller, valueAt } from './teller.ts';

/*
 * Where the two are known to differ, Slack's own pages decide for the sandbox, and the stories leave it out:
 * - kicking somebody who is not there: `not_in_channel` (https://docs.slack.dev/reference/methods/conversations.kick);
 *   the emulator has a word of its own;
 * - a cursor that is none: `invalid_cursor` (https://docs.slack.dev/apis/web-api/pagination); the emulator starts over;
 * - metadata `{}` in an edit takes it away (https://docs.slack.dev/reference/methods/chat.update);
 * - posting into a public channel from outside: `not_in_channel` without `chat:write.public`
 *   (https://docs.slack.dev/reference/methods/chat.postMessage); the emulator lets everybody;
 * - history holds a line for everybody who came; the emulator writes none.
 */

type Story = (workspace: Workspace) => Promise<readonly Seen[]>;

const key = { event_type: 'sme_desk', event_payload: { key: '12/announce' } };

let ours: Workspace;
let theirs: Workspace;

beforeAll(async () => {
  ours = await sandboxWorkspace();
  theirs = await emulatorWorkspace();
});

afterAll(() => Promise.all([ours.close(), theirs.close()]));

const people: Story = async ({ desk, ids }) => {
  const teller = new Teller(ids);
  const found = ['user.id', 'user.name', 'user.profile.email', 'user.deleted', 'user.is_bot'];
  await teller.call(desk, 'auth.test', {}, ['user', 'user_id', 'team', 'url']);
  await teller.call(desk, 'users.lookupByEmail', { email: 'ines@example.com' }, found);
  await teller.call(desk, 'users.lookupByEmail', { email: 'nobody@example.com' });
  await teller.call(desk, 'users.info', { user: '$ines' }, found);
  await teller.call(desk, 'users.info', { user: 'U0NOBODY01' });
  return teller.seen;
};

const places: Story = async ({ desk, ids }) => {
  const teller = new Teller(ids);
  const fields = ['id', 'name', 'is_private', 'is_archived', 'is_member'].map((field) => `channel.${field}`);
  for (const channel of ['$opp-acme', '$opp-globex', '$opp-hooli', 'C0NOSUCH01']) {
    await teller.call(desk, 'conversations.info', { channel }, fields);
  }
  const members = ['members', 'response_metadata.next_cursor'];
  await teller.call(desk, 'conversations.members', { channel: '$opp-acme' }, members);
  await teller.call(desk, 'conversations.members', { channel: 'C0NOSUCH01' });
  return teller.seen;
};

const comingAndGoing: Story = async ({ desk, ids }) => {
  const teller = new Teller(ids);
  const members = () => teller.call(desk, 'conversations.members', { channel: '$opp-acme' }, ['members']);
  for (const users of ['$ines', '$ines', '$sme-desk', 'U0NOBODY01']) {
    await teller.call(desk, 'conversations.invite', { channel: '$opp-acme', users }, ['channel.id']);
  }
  for (const channel of ['$opp-hooli', '$opp-globex', 'C0NOSUCH01']) {
    await teller.call(desk, 'conversations.invite', { channel, users: '$ines' });
  }
  await members();
  for (const user of ['$ines', '$sme-desk']) {
    await teller.call(desk, 'conversations.kick', { channel: '$opp-acme', user });
  }
  await teller.call(desk, 'conversations.kick', { channel: 'C0NOSUCH01', user: '$ines' });
  await members();
  for (const channel of ['$opp-hooli', '$opp-globex', 'C0NOSUCH01']) {
    await teller.call(desk, 'conversations.join', { channel }, ['channel.id', 'channel.is_member']);
  }
  return teller.seen;
};

const messages: Story = async ({ desk, sam, ids }) => {
  const teller = new Teller(ids);
  const channel = '$opp-globex';
  const shown = ['channel', 'message.text', 'message.user', 'message.metadata'];
  const posted = await teller.call(
    desk,
    'chat.postMessage',
    { channel, text: 'Ines is in', metadata: key },
    shown,
  );
  const ts = String(valueAt(posted, 'ts'));
  const fields = ['has_more', 'messages.text', 'messages.metadata', 'messages.user'];
  const look = (more: Record<string, string | number | boolean> = { include_all_metadata: true }) =>
    teller.call(desk, 'conversations.history', { channel, ...more, oldest: justBefore(ts) }, fields);
  await look();
  await teller.call(desk, 'chat.postMessage', { channel, text: '' });
  await teller.call(desk, 'chat.postMessage', { channel: 'C0NOSUCH01', text: 'x' });
  await teller.call(desk, 'chat.postMessage', { channel: '$opp-hooli', text: 'x' });
  await teller.call(desk, 'chat.update', { channel, ts, text: 'Ines was in' }, ['text']);
  await look();
  const other = { ...key, event_payload: { key: '13/announce' } };
  await teller.call(desk, 'chat.update', { channel, ts, text: 'Ines was in', metadata: other }, ['text']);
  await look();
  await teller.call(desk, 'chat.update', { channel, ts: '1000000000.000001', text: 'x' });
  await teller.call(sam, 'conversations.join', { channel });
  await teller.call(sam, 'chat.update', { channel, ts, text: 'x' });
  await teller.call(sam, 'chat.delete', { channel, ts });
  await teller.call(desk, 'chat.postMessage', { channel, text: 'thanks' }, ['message.text']);
  await look({ include_all_metadata: true, limit: 1 });
  await teller.call(desk, 'chat.delete', { channel, ts }, ['channel']);
  await teller.call(desk, 'chat.delete', { channel, ts });
  await teller.call(desk, 'conversations.history', { channel: 'C0NOSUCH01' });
  return teller.seen;
};

/** The second before, so that `oldest` takes the message in and leaves out who came earlier. */
function justBefore(ts: string): string {
  const [seconds = '', fraction = ''] = ts.split('.');
  return `${seconds}.${String(Number(fraction) - 1).padStart(6, '0')}`;
}

const directly: Story = async ({ desk, ids }) => {
  const teller = new Teller(ids);
  const first = await teller.call(desk, 'conversations.open', { users: '$ines' });
  const again = await teller.call(desk, 'conversations.open', { users: '$ines' });
  await teller.call(desk, 'conversations.open', { users: 'U0NOBODY01' });
  const [one, other] = [String(valueAt(first, 'channel.id')), valueAt(again, 'channel.id')];
  return [
    ...teller.seen,
    ['one conversation for both', { direct: one.startsWith('D'), same: one === other }],
  ];
};

describe('the sandbox’s Slack and an emulator that other people wrote', () => {
  it.each([
    ['who people are', people],
    ['what places there are', places],
    ['how people come and go', comingAndGoing],
    ['what is said, edited and taken back', messages],
    ['how a direct message opens', directly],
  ] satisfies [string, Story][])('agree about %s', async (_, story) => {
    const mine = await story(ours);
    const other = await story(theirs);

    expect(mine).toEqual(other);
    expect(mine.length).toBeGreaterThan(3);
  });
});
