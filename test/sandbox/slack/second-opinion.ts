import { createServer } from 'node:net';
import { LogLevel, WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { exampleSlack } from '../../../src/sandbox/example/slack.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';

/** A workspace with the people and channels of the story, whoever serves it. */
export interface Workspace {
  readonly desk: WebClient;
  readonly sam: WebClient;
  /** Ids by name: users `ines`, `sam`, `sme-desk`; channels `opp-acme`, `opp-globex`, `opp-hooli`. */
  readonly ids: ReadonlyMap<string, string>;
  readonly origin: string;
  /** The desk's bot token. */
  readonly token: string;
  close(): Promise<void>;
}

const names = ['sme-desk', 'ines', 'sam', 'tom'];
const tokens = { desk: 'xoxb-sandbox-desk', sam: 'xoxp-sandbox-sam', tom: 'xoxp-sandbox-tom' };

/** A client that never tries twice. */
export function slackClient(origin: string, token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${origin}/api/`,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    rejectRateLimitedCalls: true,
  });
}

/** The workspace as the sandbox serves it. */
export async function sandboxWorkspace(): Promise<Workspace> {
  const served = await startSandbox();
  const { users, conversations } = served.world.slack;
  const ids = new Map([...users, ...conversations].map(({ name, id }) => [name, id]));
  return {
    desk: slackClient(served.origin, tokens.desk),
    sam: slackClient(served.origin, tokens.sam),
    ids,
    origin: served.origin,
    token: tokens.desk,
    close: served.close,
  };
}

/** The same workspace as an emulator serves it that other people have written. */
export async function emulatorWorkspace(): Promise<Workspace> {
  const port = await freePort();
  const scopes = exampleSlack().tokens[tokens.desk]?.scopes ?? [];
  const emulator = await createEmulator({
    service: 'slack',
    port,
    seed: {
      slack: {
        team: { name: 'Acme Sandbox', domain: 'acme-sandbox' },
        users: names.map((name) => ({ name, real_name: name, email: `${name}@example.com` })),
        tokens: [
          { token: tokens.desk, user: 'sme-desk', scopes },
          { token: tokens.sam, user: 'sam', scopes },
          { token: tokens.tom, user: 'tom', scopes },
        ],
        strict_scopes: true,
      },
    },
  });
  const sam = slackClient(emulator.url, tokens.sam);
  const ids = await openChannels(sam, slackClient(emulator.url, tokens.tom));
  return {
    desk: slackClient(emulator.url, tokens.desk),
    sam,
    ids,
    origin: emulator.url,
    token: tokens.desk,
    close: () => emulator.close(),
  };
}

async function openChannels(sam: WebClient, tom: WebClient): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const name of names) {
    const found = await sam.users.lookupByEmail({ email: `${name}@example.com` });
    ids.set(name, found.user?.id ?? '');
  }
  const owners = { 'opp-acme': sam, 'opp-globex': tom, 'opp-hooli': sam };
  for (const [name, owner] of Object.entries(owners)) {
    const made = await owner.conversations.create({ name, is_private: name === 'opp-acme' });
    ids.set(name, made.channel?.id ?? '');
  }
  const desk = ids.get('sme-desk') ?? '';
  for (const name of ['opp-acme', 'opp-hooli'])
    await sam.conversations.invite({ channel: ids.get(name) ?? '', users: desk });
  await sam.conversations.archive({ channel: ids.get('opp-hooli') ?? '' });
  return ids;
}

/** The emulator wants to be told its port. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
