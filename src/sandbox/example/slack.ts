import { type SlackConversation, type SlackToken, type SlackWorld, slackSwitches } from '../slack/state.ts';
import { cast } from './cast.ts';

/** The user and the token the desk is in Slack. */
const deskSlack = { user: 'U0DESK0001', bot: 'B0DESK0001', token: 'xoxb-sandbox-desk' } as const;

/** The scopes the desk's token has; each is one the desk uses. */
const deskScopes: readonly string[] = [
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'chat:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'pins:write',
  'users:read',
  'users:read.email',
];

const created = Date.parse('2026-01-12T09:00:00Z') / 1000;

/** Area keys, and what they are called inside a channel id. */
const areas: Readonly<Record<string, string>> = {
  ai: 'AI',
  appsec: 'APP',
  agile: 'AGI',
  dedicated: 'DED',
};

/** Channels of every formal area by purpose: for `ai` they are `C0AIREQ001`, `C0AITEAM01` and so on. */
const purposes: Readonly<Record<string, { readonly word: string; readonly kind: 'public' | 'private' }>> = {
  requests: { word: 'REQ', kind: 'public' },
  team: { word: 'TEAM', kind: 'private' },
  area: { word: 'AREA', kind: 'public' },
  field: { word: 'FIELD', kind: 'public' },
};

/** Slack id of somebody of the cast. */
function slackUser(username: string): string {
  const id = cast.find((member) => member.username === username)?.slack;
  if (id === undefined || id === null) throw new Error(`${username} has no Slack user in the cast`);
  return id;
}

function channel(
  id: string,
  name: string,
  more: Partial<SlackConversation> & { readonly people?: readonly string[]; readonly desk?: boolean } = {},
): SlackConversation {
  const { people = [], desk = true, ...rest } = more;
  return {
    id,
    name,
    kind: 'public',
    isArchived: false,
    isGeneral: false,
    shared: 'no',
    creator: slackUser('priya'),
    created,
    topic: '',
    purpose: '',
    members: [...people.map(slackUser), ...(desk ? [deskSlack.user] : [])],
    messages: [],
    ...rest,
  };
}

/** An id is ten characters: words are cut or filled up with `001`. */
function areaChannelId(area: string, word: string): string {
  const stem = `C0${area}${word}`;
  return `${stem}${'001'.slice(stem.length - 7)}`;
}

function areaChannels(): SlackConversation[] {
  return Object.entries(areas).flatMap(([key, area]) =>
    Object.entries(purposes).map(([purpose, { word, kind }]) =>
      channel(areaChannelId(area, word), `sme-${key}-${purpose}`, { kind, people: ['priya'] }),
    ),
  );
}

function everybody(): readonly string[] {
  return cast.filter((member) => member.slack !== null).map((member) => member.username);
}

function conversations(): SlackConversation[] {
  return [
    channel('C0GENERAL1', 'general', { isGeneral: true, people: everybody() }),
    channel('C0SMEPROG1', 'sme-program', { people: ['priya', 'omar', 'lena'] }),
    ...areaChannels(),
    channel('C0OPPACME1', 'opp-acme', { kind: 'private', people: ['sam'] }),
    channel('C0OPPGLOB1', 'opp-globex', { people: ['tom'], desk: false }),
    channel('C0OPPINIT1', 'opp-initech', { people: ['sofia'], shared: 'external' }),
    channel('C0OPPHOOL1', 'opp-hooli', { people: ['sam'], isArchived: true }),
  ];
}

/** The desk's token, and one for everybody of the cast who acts by themselves: `xoxp-sandbox-<username>`. */
function tokens(): Record<string, SlackToken> {
  const own = everybody().map((username): [string, SlackToken] => [
    `xoxp-sandbox-${username}`,
    { userId: slackUser(username), botId: null, scopes: deskScopes },
  ]);
  const desk: SlackToken = { userId: deskSlack.user, botId: deskSlack.bot, scopes: deskScopes };
  return { [deskSlack.token]: desk, ...Object.fromEntries(own) };
}

function users(): SlackWorld['users'] {
  const people = cast.flatMap(({ username, name, email, slack }) =>
    slack === null
      ? []
      : [{ id: slack, name: username, realName: name, email, deleted: false, isBot: false }],
  );
  const desk = { id: deskSlack.user, name: 'sme-desk', realName: 'SME Desk', email: null };
  return [{ ...desk, deleted: false, isBot: true }, ...people];
}

/** The Slack workspace of the example world; every call gives a fresh one. */
export function exampleSlack(): SlackWorld {
  return {
    team: { id: 'T0SANDBOX1', name: 'Acme Sandbox', domain: 'acme-sandbox' },
    tokens: tokens(),
    users: users(),
    conversations: conversations(),
    calls: {},
    counters: { message: 0, conversation: 0 },
    notifications: [],
    switches: slackSwitches(),
  };
}
