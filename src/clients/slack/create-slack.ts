import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { baseUrl } from '../transport/base-url.ts';
import { type TransportSettings, transportSettings } from '../transport/settings.ts';
import { createTransport } from '../transport/transport.ts';
import { outcomeOf } from '../write-outcome.ts';
import { channelCalls } from './channel-calls.ts';
import { orNull } from './or-null.ts';
import { readHistory } from './read-history.ts';
import { slackRoutes } from './routes.ts';
import { channelSchema, directSchema, eventType, identitySchema, postedSchema } from './schema.ts';
import { createSession, type Session } from './session.ts';
import type { Slack } from './types.ts';

export interface SlackOptions {
  /** Bot token. */
  readonly token: string;
  /** Slack's own address if not given. */
  readonly apiUrl?: string;
  readonly transport?: Partial<TransportSettings>;
  /** Where the proxy variables stand, if the transport brings no dispatcher. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds between the starts of two writes. */
  readonly writeGapMs?: number;
}

/**
 * Slack through @slack/web-api and our own transport. Nothing is sent yet.
 *
 * @throws ClientError `slack-url-invalid`
 */
export function createSlack(options: SlackOptions): Slack {
  const apiUrl = baseUrl(options.apiUrl ?? 'https://slack.com/api/');
  if (apiUrl === null) throw new ClientError('slack-url-invalid');
  const transport = createTransport({
    service: 'slack',
    routes: slackRoutes,
    bases: [apiUrl],
    secrets: [options.token],
    settings: transportSettings(options.transport, options.env),
    writeGapMs: options.writeGapMs ?? 0,
  });
  const session = createSession({ token: options.token, apiUrl, transport });
  return {
    ...readCalls(session),
    ...messageCalls(session),
    ...memberCalls(session),
    ...channelCalls(session),
  };
}

type ReadCalls = Pick<
  Slack,
  | 'me'
  | 'channel'
  | 'channels'
  | 'members'
  | 'userByEmail'
  | 'deskMessages'
  | 'history'
  | 'ask'
  | 'directConversations'
>;

// A schema is compiled at its first use: made anew for each call, it would be compiled each time.
const oneChannel = z.object({ channel: channelSchema }).transform((answer) => answer.channel);
const channelPage = z.object({ channels: z.array(channelSchema) }).transform((answer) => answer.channels);
const directPage = z.object({ channels: z.array(directSchema) }).transform((answer) => answer.channels);
const memberPage = z.object({ members: z.array(z.string()) }).transform((answer) => answer.members);
const userFound = z.object({ user: z.object({ id: z.string() }) }).transform((answer) => answer.user.id);

function readCalls(session: Session): ReadCalls {
  let identity: Promise<z.output<typeof identitySchema>> | null = null;
  const me = () => {
    identity ??= session.read('auth.test', identitySchema);
    return identity;
  };
  return {
    async me() {
      return (await me()).user_id;
    },
    async channel(id) {
      return await orNull('channel_not_found', () =>
        session.read('conversations.info', oneChannel, { channel: id }),
      );
    },
    async channels() {
      const types = 'public_channel,private_channel';
      return await session.readAll('conversations.list', channelPage, { types, exclude_archived: false });
    },
    async members(channel) {
      return await session.readAll('conversations.members', memberPage, { channel });
    },
    async userByEmail(email) {
      return await orNull('users_not_found', () => session.read('users.lookupByEmail', userFound, { email }));
    },
    async directConversations() {
      const found = await session.readAll('conversations.list', directPage, { types: 'im' });
      return Object.fromEntries(found.map(({ id, user }) => [user, id]));
    },
    async deskMessages(channel, oldest) {
      return (await readHistory(session, await me(), channel, { oldest: oldest.toFixed(6) })).own;
    },
    async history(channel, oldest) {
      return await readHistory(session, await me(), channel, { oldest: oldest.toFixed(6) });
    },
    async ask(channel, ts) {
      const { asks } = await readHistory(session, await me(), channel, { oldest: ts, latest: ts });
      return asks.find((each) => each.ts === ts) ?? null;
    },
  };
}

/** Nothing that GitLab users wrote may ring somebody up or fetch a page (docs/security.md#sinks). */
const quiet = { parse: 'none', link_names: false };
const noUnfurl = { unfurl_links: false, unfurl_media: false };
const done = z.unknown().transform(() => null);

const opened = z.object({ channel: z.object({ id: z.string() }) }).transform((answer) => answer.channel.id);

function messageCalls(session: Session): Pick<Slack, 'openDirect' | 'post' | 'reply' | 'edit' | 'remove'> {
  return {
    async openDirect(user) {
      return await outcomeOf('slack', () => session.write('conversations.open', opened, { users: user }));
    },
    async post({ channel, key, text }) {
      const values = { channel, text, mrkdwn: true, ...quiet, ...noUnfurl, metadata: metadata(key) };
      return await outcomeOf('slack', () => session.write('chat.postMessage', postedSchema, values));
    },
    async reply({ channel, thread, key, text }) {
      const into = { channel, thread_ts: thread, reply_broadcast: false };
      const values = { ...into, text, mrkdwn: true, ...quiet, ...noUnfurl, metadata: metadata(key) };
      return await outcomeOf('slack', async () => {
        await session.write('chat.postMessage', postedSchema, values);
        return null;
      });
    },
    // An edit without the metadata would take the key off the message.
    async edit({ channel, ts, key, text }) {
      const values = { channel, ts, text, ...quiet, metadata: metadata(key) };
      return await outcomeOf('slack', () => session.write('chat.update', done, values));
    },
    async remove({ channel, ts }) {
      return await outcomeOf('slack', async () => {
        return await orNull('message_not_found', () => session.write('chat.delete', done, { channel, ts }));
      });
    },
  };
}

function metadata(key: string) {
  return { event_type: eventType, event_payload: { key } };
}

function memberCalls(session: Session): Pick<Slack, 'invite' | 'removeMember'> {
  return {
    async invite(channel, user) {
      return await outcomeOf('slack', async () => {
        const values = { channel, users: user };
        const invited = await orNull('already_in_channel', async () => {
          await session.write('conversations.invite', done, values);
          return true;
        });
        return { invited: invited ?? false };
      });
    },
    // Slack says `not_in_channel` of a user who was not there: that is what was wanted.
    async removeMember(channel, user) {
      return await outcomeOf('slack', async () => {
        return await orNull('not_in_channel', () =>
          session.write('conversations.kick', done, { channel, user }),
        );
      });
    },
  };
}
