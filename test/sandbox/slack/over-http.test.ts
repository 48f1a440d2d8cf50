import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { slackClient } from './second-opinion.ts';

const acme = 'C0OPPACME1';
const globex = 'C0OPPGLOB1';
const program = 'C0SMEPROG1';
const ines = 'U0INES0001';
const key = { event_type: 'sme_desk', event_payload: { key: '12/announce' } };

let served: Sandbox;
let desk: WebClient;

beforeEach(async () => {
  served = await startSandbox();
  desk = slackClient(served.origin, 'xoxb-sandbox-desk');
});

afterEach(() => served.close());

function slack() {
  return served.world.slack;
}

function limitTo(...scopes: readonly string[]): void {
  slack().tokens['xoxb-sandbox-desk'] = { userId: 'U0DESK0001', botId: 'B0DESK0001', scopes };
}

function conversation(id: string) {
  const found = slack().conversations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no conversation ${id}`);
  return found;
}

function refusal(error: string, more: Record<string, unknown> = {}) {
  return { data: expect.objectContaining({ ok: false, error, ...more }) };
}

describe('a token', () => {
  it.each([
    ['xoxb-guess', 'invalid_auth'],
    ['', 'not_authed'],
    ['xoxp-sandbox-ines', 'account_inactive'],
  ])('%j of nobody who is there is refused as %s', async (token, error) => {
    for (const user of slack().users) user.deleted = user.id === ines;
    const form = new URLSearchParams(token === '' ? {} : { token });

    const answer = await fetch(`${served.origin}/api/auth.test`, { method: 'POST', body: form });

    expect(await answer.json()).toEqual({ ok: false, error });
  });

  it('says who it is', async () => {
    expect(await desk.auth.test()).toMatchObject({
      user_id: 'U0DESK0001',
      bot_id: 'B0DESK0001',
      team: 'Acme Sandbox',
    });
  });

  it.each([
    ['users:read.email', () => desk.users.lookupByEmail({ email: 'ines@example.com' })],
    ['users:read', () => desk.users.info({ user: ines })],
    ['channels:read', () => desk.conversations.info({ channel: program })],
    ['groups:read', () => desk.conversations.members({ channel: acme })],
    ['groups:read', () => desk.conversations.list({ types: 'public_channel,private_channel' })],
    ['groups:history', () => desk.conversations.history({ channel: acme })],
    ['groups:write', () => desk.conversations.invite({ channel: acme, users: ines })],
    ['channels:manage', () => desk.conversations.kick({ channel: program, user: ines })],
    ['channels:join', () => desk.conversations.join({ channel: globex })],
    ['im:write', () => desk.conversations.open({ users: ines })],
    ['chat:write', () => desk.chat.postMessage({ channel: program, text: 'x' })],
  ])('needs %s for what that opens, unless the sandbox is lenient', async (needed, call) => {
    const most = slack().tokens['xoxb-sandbox-desk']?.scopes.filter((scope) => scope !== needed) ?? [];
    limitTo(...most);
    await expect(call()).rejects.toMatchObject(
      refusal('missing_scope', { needed, provided: most.join(',') }),
    );

    served.world.switches.strictSlack = false;
    const answer: { error?: string } = await call().catch((error) => error.data);

    expect(answer.error).not.toBe('missing_scope');
  });
});

describe('a private channel', () => {
  it('is not there for who is outside', async () => {
    const tom = slackClient(served.origin, 'xoxp-sandbox-tom');

    await expect(tom.conversations.info({ channel: acme })).rejects.toMatchObject(
      refusal('channel_not_found'),
    );
    await expect(tom.chat.postMessage({ channel: acme, text: 'x' })).rejects.toMatchObject(
      refusal('channel_not_found'),
    );
    const listed = await tom.conversations.list({ types: 'private_channel', limit: 1000 });
    expect(listed.channels?.map(({ id }) => id)).not.toContain(acme);
  });
});

describe('a list', () => {
  it('comes in pages that hold together while things change', async () => {
    slack().switches.pageSize = 2;
    const seen: string[] = [];
    for await (const page of desk.paginate('conversations.members', { channel: 'C0GENERAL1', limit: 200 })) {
      const members = 'members' in page && Array.isArray(page.members) ? page.members.map(String) : [];
      seen.push(...members);
      conversation('C0GENERAL1').members.push(`U0NEW0000${seen.length}`);
      if (seen.length > 6) break;
    }

    expect(seen.slice(0, 6)).toEqual(conversation('C0GENERAL1').members.slice(0, 6));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('leaves out archived channels when asked to, and refuses a type or cursor it does not know', async () => {
    const all = await desk.conversations.list({ limit: 1000 });
    const live = await desk.conversations.list({ limit: 1000, exclude_archived: true });
    const gone = (all.channels ?? []).filter(({ id }) => !live.channels?.some((one) => one.id === id));

    expect(gone.map(({ name }) => name)).toEqual(['opp-hooli']);
    await expect(desk.conversations.list({ types: 'secret' })).rejects.toMatchObject(
      refusal('invalid_types'),
    );
    await expect(desk.conversations.list({ cursor: 'bm9uc2Vuc2U=' })).rejects.toMatchObject(
      refusal('invalid_cursor'),
    );
  });
});

describe('a message', () => {
  it('keeps its text and key as sent, and the world knows whom it notifies', async () => {
    const text = 'Welcome <@U0INES0001> &amp; &lt;!channel&gt;';
    const posted = await desk.chat.postMessage({
      channel: acme,
      text,
      metadata: key,
      unfurl_links: false,
      unfurl_media: false,
    });

    const [message] = conversation(acme).messages;
    expect(message).toMatchObject({
      ts: posted.ts,
      text,
      metadata: key,
      unfurls: false,
      botId: 'B0DESK0001',
    });
    expect(message?.notifies).toEqual({ users: [ines], groups: [], broadcasts: [] });
    expect(slack().notifications).toEqual([
      { channel: acme, ts: posted.ts, by: 'U0DESK0001', notified: message?.notifies },
    ]);
    expect(posted.ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(Number(posted.ts)).toBeCloseTo(served.world.clock.now / 1000, 2);
  });

  it('loses its key in an edit only when an empty one is sent', async () => {
    const { ts = '' } = await desk.chat.postMessage({ channel: acme, text: 'one', metadata: key });
    const message = () => conversation(acme).messages[0];

    await desk.chat.update({ channel: acme, ts, text: 'two' });
    expect(message()).toMatchObject({ text: 'two', metadata: key, edited: { user: 'U0DESK0001' } });
    await desk.apiCall('chat.update', { channel: acme, ts, text: 'three', metadata: {} });
    expect(message()).toMatchObject({ text: 'three', metadata: null });
  });

  it.each(['nonsense', '[]', '{"event_type":"x"}', '{"event_type":"x","event_payload":[]}'])(
    'with metadata %s is refused',
    async (metadata) => {
      const sent = desk.apiCall('chat.postMessage', { channel: acme, text: 'x', metadata });

      await expect(sent).rejects.toMatchObject(refusal('invalid_metadata_format'));
    },
  );

  it('goes into a public channel from outside only with the scope for that', async () => {
    const post = () => desk.chat.postMessage({ channel: globex, text: 'x' });
    await expect(post()).rejects.toMatchObject(refusal('not_in_channel'));

    limitTo('chat:write', 'chat:write.public');

    await expect(post()).resolves.toMatchObject({ ok: true });
  });

  it('to a user opens the direct message with them', async () => {
    const first = await desk.chat.postMessage({ channel: ines, text: 'one' });
    const second = await desk.chat.postMessage({ channel: ines, text: 'two' });

    expect(first.channel).toMatch(/^D[A-Z0-9]{8,}$/);
    expect(second.channel).toBe(first.channel);
  });

  it('of somebody else can be neither edited nor deleted', async () => {
    const sam = slackClient(served.origin, 'xoxp-sandbox-sam');
    const { ts = '' } = await sam.chat.postMessage({ channel: acme, text: 'mine' });

    await expect(desk.chat.update({ channel: acme, ts, text: 'x' })).rejects.toMatchObject(
      refusal('cant_update_message'),
    );
    await expect(desk.chat.delete({ channel: acme, ts })).rejects.toMatchObject(
      refusal('cant_delete_message'),
    );
  });
});

describe('the history of a channel', () => {
  async function post(...texts: readonly string[]): Promise<readonly string[]> {
    const stamps: string[] = [];
    for (const text of texts) {
      const { ts = '' } = await desk.chat.postMessage({ channel: acme, text, metadata: key });
      stamps.push(ts);
      served.world.clock.now += 1000;
    }
    return stamps;
  }

  it('comes newest first, in pages, with keys only when asked for', async () => {
    await post('one', 'two', 'three');

    const first = await desk.conversations.history({ channel: acme, limit: 2, include_all_metadata: true });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const rest = await desk.conversations.history({ channel: acme, limit: 2, cursor });

    expect(first.messages?.map(({ text }) => text)).toEqual(['three', 'two']);
    expect(first.messages?.[0]).toMatchObject({ metadata: key });
    expect(first.has_more).toBe(true);
    expect(rest.messages?.map(({ text }) => text)).toEqual(['one']);
    expect(rest.messages?.[0]).not.toHaveProperty('metadata');
    expect(rest.has_more).toBe(false);
  });

  it('begins after `oldest` to the microsecond, or at it when inclusive', async () => {
    const [, oldest = ''] = await post('one', 'two', 'three');

    const after = await desk.conversations.history({ channel: acme, oldest });
    const from = await desk.conversations.history({ channel: acme, oldest, inclusive: true });

    expect(after.messages?.map(({ text }) => text)).toEqual(['three']);
    expect(from.messages?.map(({ text }) => text)).toEqual(['three', 'two']);
    const wrong = desk.conversations.history({ channel: acme, oldest: 'yesterday' });
    await expect(wrong).rejects.toMatchObject(refusal('invalid_ts_oldest'));
  });

  it('leaves out replies, holds a line for who was invited, and is closed to who is outside', async () => {
    const [thread = ''] = await post('one');
    await desk.chat.postMessage({ channel: acme, text: 'a reply', thread_ts: thread });
    await desk.conversations.invite({ channel: acme, users: ines });

    const { messages } = await desk.conversations.history({ channel: acme });

    expect(messages?.map(({ text }) => text)).toEqual([`<@${ines}> has joined the group`, 'one']);
    expect(messages?.[0]).toMatchObject({ subtype: 'group_join', inviter: 'U0DESK0001' });
    expect(messages?.[1]).toMatchObject({ thread_ts: thread, reply_count: 1, reply_users: ['U0DESK0001'] });
    await expect(desk.conversations.history({ channel: globex })).rejects.toMatchObject(
      refusal('not_in_channel'),
    );
  });
});

describe('membership', () => {
  it('is given to nobody when one of those invited is wrong, unless forced', async () => {
    const users = `${ines},U0NOBODY01`;

    const strict = desk.conversations.invite({ channel: acme, users });
    await expect(strict).rejects.toMatchObject(refusal('user_not_found'));
    expect(conversation(acme).members).not.toContain(ines);
    const forced = await desk.conversations.invite({ channel: acme, users, force: true });

    expect(conversation(acme).members).toContain(ines);
    expect(forced).toMatchObject({ errors: [{ user: 'U0NOBODY01', ok: false, error: 'user_not_found' }] });
  });

  it('cannot be given to who has left the company, and not be taken from who has none', async () => {
    for (const user of slack().users) user.deleted = user.id === ines;

    const invited = desk.conversations.invite({ channel: acme, users: ines });
    const kicked = desk.conversations.kick({ channel: acme, user: 'U0TOM00001' });

    await expect(invited).rejects.toMatchObject(refusal('cant_invite'));
    await expect(kicked).rejects.toMatchObject(refusal('not_in_channel'));
  });

  it('of #general and of shared channels is not taken away', async () => {
    const general = desk.conversations.kick({ channel: 'C0GENERAL1', user: ines });
    const shared = desk.conversations.kick({ channel: 'C0OPPINIT1', user: 'U0SOFIA001' });

    await expect(general).rejects.toMatchObject(refusal('cant_kick_from_general'));
    await expect(shared).rejects.toMatchObject(refusal('not_supported'));
  });

  it('that one has already is only a warning when joining', async () => {
    expect(await desk.conversations.join({ channel: program })).toMatchObject({
      ok: true,
      warning: 'already_in_channel',
    });
  });
});

describe('too many calls', () => {
  it('of one method in a minute are told how long to wait; other methods go on', async () => {
    slack().switches.perMinute = { 'chat.postMessage': 2 };
    const post = () => desk.chat.postMessage({ channel: acme, text: 'x' });
    await post();
    served.world.clock.now += 20_000;
    await post();

    await expect(post()).rejects.toMatchObject({ retryAfter: 40 });
    await expect(desk.auth.test()).resolves.toMatchObject({ ok: true });

    served.world.clock.now += 40_000;
    await expect(post()).resolves.toMatchObject({ ok: true });
    expect(conversation(acme).messages).toHaveLength(3);
  });

  it('may be answered without saying how long', async () => {
    slack().switches.perMinute = { '*': 0 };
    slack().switches.hideRetryAfter = true;

    const answer = await fetch(`${served.origin}/api/auth.test`, { method: 'POST' });

    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBeNull();
  });
});

describe('a workspace that is down', () => {
  it('answers nothing but 503', async () => {
    slack().switches.down = true;

    const answer = await fetch(`${served.origin}/api/auth.test`, { method: 'POST' });

    expect(answer.status).toBe(503);
  });
});
