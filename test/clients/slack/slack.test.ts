import { describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/clients/slack/create-slack.ts';
import { failureOf } from '../support/failure.ts';
import { localService, type Reply, type Seen } from '../support/local-service.ts';
import { quickClock } from '../support/quick-clock.ts';

const token = 'xoxb-s3cret-bot-token';
const identity: Reply = { status: 200, body: { ok: true, user_id: 'U0DESK0001', bot_id: 'B0DESK0001' } };

async function slackAgainst(reply: (request: Seen, count: number) => Reply) {
  const server = await localService(reply);
  const clock = quickClock();
  const slack = createSlack({ token, apiUrl: `${server.origin}/api`, transport: { clock, timeoutMs: 300 } });
  return { slack, clock, seen: server.seen, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

function said(body: Record<string, unknown>): Reply {
  return { status: 200, body };
}

function refused(error: string): Reply {
  return said({ ok: false, error });
}

function form(request: Seen | undefined) {
  return Object.fromEntries(new URLSearchParams(request?.body));
}

const message = {
  channel: 'C0AIREQ001',
  key: '7:12:announce',
  text: 'An <https://x|issue> for <@U0INES0001>',
};

describe('messages', () => {
  it('carry their key, ring nobody up by name and unfold no link', async () => {
    await using world = await slackAgainst(() => said({ ok: true, ts: '1700000000.000100' }));

    const outcome = await world.slack.post(message);

    expect(outcome).toEqual({ kind: 'applied', value: { ts: '1700000000.000100' } });
    expect(world.seen[0]).toMatchObject({ method: 'POST', url: '/api/chat.postMessage' });
    expect(form(world.seen[0])).toEqual({
      channel: 'C0AIREQ001',
      text: message.text,
      mrkdwn: 'true',
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
      metadata: '{"event_type":"sme_desk","event_payload":{"key":"7:12:announce"}}',
    });
  });

  it('keep their key when they are edited', async () => {
    await using world = await slackAgainst(() => said({ ok: true }));

    const outcome = await world.slack.edit({ ...message, ts: '1700000000.000100' });

    expect(outcome).toEqual({ kind: 'applied', value: null });
    expect(form(world.seen[0])).toMatchObject({
      ts: '1700000000.000100',
      link_names: 'false',
      metadata: '{"event_type":"sme_desk","event_payload":{"key":"7:12:announce"}}',
    });
  });

  it.each<[string, Reply, string, string]>([
    ['500', { status: 500 }, 'unknown', 'slack-failed'],
    ['503', { status: 503 }, 'unknown', 'slack-failed'],
    ['a reset', 'reset', 'unknown', 'slack-answer-lost'],
    ['no answer', 'silence', 'unknown', 'slack-answer-lost'],
    ['a page', { status: 200, body: '<html>' }, 'unknown', 'slack-answer-unreadable'],
    ['no ts', said({ ok: true }), 'unknown', 'slack-answer-unreadable'],
    ['fatal_error', refused('fatal_error'), 'unknown', 'slack-failed'],
    ['internal_error', refused('internal_error'), 'unknown', 'slack-failed'],
    ['429', { status: 429, headers: { 'retry-after': '1' } }, 'not-applied', 'slack-rate-limited'],
    ['404', { status: 404 }, 'not-applied', 'slack-refused'],
    ['invalid_auth', refused('invalid_auth'), 'not-applied', 'slack-token-refused'],
    ['missing_scope', refused('missing_scope'), 'not-applied', 'slack-scope-missing'],
    ['channel_not_found', refused('channel_not_found'), 'not-applied', 'slack-channel-not-found'],
    ['not_in_channel', refused('not_in_channel'), 'not-applied', 'slack-not-in-channel'],
    ['is_archived', refused('is_archived'), 'not-applied', 'slack-channel-archived'],
    ['msg_too_long', refused('msg_too_long'), 'not-applied', 'slack-refused'],
  ])('are posted once and told truly after %s', async (_, reply, kind, code) => {
    await using world = await slackAgainst(() => reply);

    const outcome = await world.slack.post(message);

    expect(outcome).toMatchObject({ kind, error: { code } });
    expect(world.seen).toHaveLength(1);
  });

  it('that are gone count as removed', async () => {
    await using world = await slackAgainst(() => refused('message_not_found'));

    const outcome = await world.slack.remove({ channel: 'C1', ts: '1.2' });

    expect(outcome).toEqual({ kind: 'applied', value: null });
  });
});

describe("the desk's own messages", () => {
  const metadata = { event_type: 'sme_desk', event_payload: { key: 'k' } };
  const messages = [
    { ts: '1700000002.000200', text: 'second', user: 'U0DESK0001', metadata },
    { ts: '1700000002.000100', text: 'forged', user: 'U0MALLORY1', metadata },
    {
      ts: '1700000001.000900',
      text: 'other',
      user: 'U0DESK0001',
      metadata: { ...metadata, event_type: 'x' },
    },
    { ts: '1700000001.000800', text: 'plain', user: 'U0DESK0001' },
    { ts: '1700000001.000100', text: 'first', bot_id: 'B0DESK0001', metadata },
  ];

  it('are those with our key by our user, from all pages, oldest first', async () => {
    await using world = await slackAgainst((request) => {
      if (request.url.endsWith('auth.test')) return identity;
      return form(request).cursor === 'c2'
        ? said({ ok: true, messages: messages.slice(2), has_more: false })
        : said({
            ok: true,
            messages: messages.slice(0, 2),
            has_more: true,
            response_metadata: { next_cursor: 'c2' },
          });
    });

    const own = await world.slack.deskMessages('C1', 1_700_000_000);

    expect(own.map((one) => one.text)).toEqual(['first', 'second']);
    expect(form(world.seen[1])).toMatchObject({ oldest: '1700000000.000000', include_all_metadata: 'true' });
  });

  it('are an error when there is more and no way to it', async () => {
    await using world = await slackAgainst((request) =>
      request.url.endsWith('auth.test') ? identity : said({ ok: true, messages: [], has_more: true }),
    );

    expect((await failureOf(world.slack.deskMessages('C1', 0))).code).toBe('slack-list-incomplete');
  });
});

describe('channels and people', () => {
  it('knows a shared channel by any of its marks', async () => {
    await using world = await slackAgainst(() =>
      said({
        ok: true,
        channel: { id: 'C1', name: 'opp-acme', is_member: true, is_pending_ext_shared: true },
      }),
    );

    expect(await world.slack.channel('C1')).toEqual({
      id: 'C1',
      name: 'opp-acme',
      archived: false,
      shared: true,
      deskIsMember: true,
      creator: null,
      topic: '',
      purpose: '',
    });
  });

  it('says null for a channel or person nobody knows', async () => {
    await using world = await slackAgainst((request) =>
      refused(request.url.endsWith('lookupByEmail') ? 'users_not_found' : 'channel_not_found'),
    );

    expect([await world.slack.channel('C1'), await world.slack.userByEmail('x@example.com')]).toEqual([
      null,
      null,
    ]);
  });

  it('tells an invitation of its own from a membership that was there', async () => {
    await using world = await slackAgainst((_request, count) =>
      count === 1 ? said({ ok: true }) : refused('already_in_channel'),
    );

    expect(await world.slack.invite('C1', 'U1')).toEqual({ kind: 'applied', value: { invited: true } });
    expect(await world.slack.invite('C1', 'U1')).toEqual({ kind: 'applied', value: { invited: false } });
  });

  it('takes somebody out who is out already', async () => {
    await using world = await slackAgainst(() => refused('not_in_channel'));

    expect(await world.slack.removeMember('C1', 'U1')).toEqual({ kind: 'applied', value: null });
  });

  it('reads are asked again after 500 and wait for Retry-After, and stop with a dead token', async () => {
    await using world = await slackAgainst((_request, count) => {
      if (count === 1) return { status: 500 };
      if (count === 2) return { status: 429, headers: { 'retry-after': '9' } };
      return count === 3
        ? said({ ok: true, members: ['U1'], response_metadata: { next_cursor: '' } })
        : refused('token_revoked');
    });

    expect(await world.slack.members('C1')).toEqual(['U1']);
    expect(world.clock.waits).toEqual([500, 9000]);
    await failureOf(world.slack.channels());
    expect((await failureOf(world.slack.channels())).code).toBe('slack-stopped');
  });
});

describe('conversations with one person', () => {
  it('are listed by who they are with, and opened by user id', async () => {
    await using world = await slackAgainst((request) =>
      request.url.endsWith('conversations.list')
        ? said({ ok: true, channels: [{ id: 'D1', is_im: true, user: 'U1' }] })
        : said({ ok: true, channel: { id: 'D2' } }),
    );

    expect(await world.slack.directConversations()).toEqual({ U1: 'D1' });
    expect(await world.slack.openDirect('U2')).toEqual({ kind: 'applied', value: 'D2' });
    expect(world.seen.map(form)).toMatchObject([{ types: 'im' }, { users: 'U2' }]);
  });

  it.each(['user_not_found', 'user_disabled', 'user_not_visible', 'cannot_dm_bot'])(
    'somebody who cannot be written to has a cure: %s',
    async (word) => {
      await using world = await slackAgainst(() => refused(word));

      expect(await world.slack.openDirect('U1')).toMatchObject({
        kind: 'not-applied',
        error: { code: 'slack-person-unreachable' },
      });
    },
  );
});

describe("channels of the desk's own", () => {
  it('are private, and what was so before is told apart from what was done', async () => {
    await using world = await slackAgainst(({ url }) => {
      if (url.endsWith('conversations.create')) return said({ ok: true, channel: { id: 'C0MADE0001' } });
      return url.endsWith('pins.add') ? refused('already_pinned') : refused('already_archived');
    });

    expect(await world.slack.createChannel('sme-request-7-1')).toEqual({
      kind: 'applied',
      value: 'C0MADE0001',
    });
    expect(form(world.seen[0])).toEqual({ name: 'sme-request-7-1', is_private: 'true' });
    expect(await world.slack.pin({ channel: 'C0MADE0001', ts: '1.2' })).toEqual({
      kind: 'applied',
      value: false,
    });
    expect(await world.slack.archive('C0MADE0001')).toEqual({ kind: 'applied', value: false });
  });

  it.each<[string, Reply, string, string]>([
    ['a name that is taken', refused('name_taken'), 'not-applied', 'slack-name-taken'],
    ['a workspace that forbids it', refused('restricted_action'), 'not-applied', 'slack-action-restricted'],
    [
      'an id that is none',
      said({ ok: true, channel: { id: '<!here>' } }),
      'unknown',
      'slack-answer-unreadable',
    ],
    ['a lost answer', 'reset', 'unknown', 'slack-answer-lost'],
  ])('are not made by %s, and it is told truly', async (_, reply, kind, code) => {
    await using world = await slackAgainst(() => reply);

    expect(await world.slack.createChannel('sme-request-7-1')).toMatchObject({ kind, error: { code } });
    expect(world.seen).toHaveLength(1);
  });
});
