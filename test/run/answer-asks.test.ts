import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { SlackStoredMessage } from '../../src/sandbox/slack/state.ts';
import { onWrite, runBeat, runStopped, type Stop, settle, writesDuring } from '../laws/desk-run.ts';
import { examine } from '../oracle/examine.ts';
import { findingsText } from '../oracle/finding.ts';
import { readRules } from '../oracle/rules.ts';
import type { DeskBeat } from '../story/play-story.ts';
import { deskVariables, runDesk } from '../story/run-desk.ts';

const rules = await readRules();
const mode = 'everything on';
const words = 'Does anybody know the Zanzibar account';
const beat: DeskBeat = { kind: 'desk', script: 'sync-slack', args: ['--apply'], by: 'schedule', exit: 0 };
const ai = 'C0AIREQ001';
const agile = 'C0AGIREQ01';

const sandbox = await startSandbox();
let asked = sandbox.save();

/** What somebody writes in Slack; gives its timestamp. */
async function say(token: string, channel: string, text: string, more: Record<string, string> = {}) {
  const sent = await fetch(`${sandbox.origin}/api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams({ channel, text, ...more }),
  });
  const answer: { ts: string } = JSON.parse(await sent.text());
  return answer.ts;
}

/** Two ask in one channel and one in another; a bot, a thread and a newcomer are there too. */
beforeAll(async () => {
  await runDesk('setup', ['--apply'], deskVariables(sandbox.origin, mode));
  const { tokens, users, conversations } = sandbox.world.slack;
  users.push({ id: 'U0OTHERB01', name: 'b', realName: 'B', email: null, deleted: false, isBot: true });
  tokens['xoxb-other'] = { userId: 'U0OTHERB01', botId: 'B0OTHERB01', scopes: ['chat:write'] };
  for (const { id, members } of conversations) {
    if ([ai, agile].includes(id)) members.push('U0SAM00001', 'U0TOM00001', 'U0OTHERB01');
  }
  const thread = await say('xoxp-sandbox-sam', ai, `${words}?`);
  await say('xoxp-sandbox-tom', ai, `${words}? Yes, me.`, { thread_ts: thread });
  await say('xoxp-sandbox-tom', ai, `${words} <!channel>`);
  await say('xoxb-other', ai, `${words}!`);
  await say('xoxp-sandbox-sam', agile, words);
  asked = sandbox.save();
});

afterAll(() => sandbox.close());

function deskMessages(): (SlackStoredMessage & { readonly channel: string })[] {
  return sandbox.world.slack.conversations.flatMap(({ id, messages }) =>
    messages.filter(({ user }) => user === 'U0DESK0001').map((each) => ({ ...each, channel: id })),
  );
}

/** Whose messages have an answer, in the order of the messages. */
function answered(): string[] {
  return deskMessages()
    .map(({ channel, threadTs }) => {
      const { messages = [] } = sandbox.world.slack.conversations.find(({ id }) => id === channel) ?? {};
      return `${channel} ${messages.find(({ ts }) => ts === threadTs)?.user}`;
    })
    .sort();
}

const whole = [`${agile} U0SAM00001`, `${ai} U0SAM00001`, `${ai} U0TOM00001`];

it('people are answered once in their threads; bots and who talks in a thread are not', async () => {
  sandbox.restore(asked);

  const first = await runBeat(sandbox, mode, beat);
  const again = await writesDuring(sandbox, () => runBeat(sandbox, mode, beat));

  expect([first, again.result]).toMatchObject([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ]);
  expect(answered()).toEqual(whole);
  expect(again.written).toEqual([]);
  expect(findingsText(await examine(sandbox.origin, rules))).toBe('');
});

it('an answer notifies nobody, unfolds nothing and is found by its key', async () => {
  sandbox.restore(asked);
  await runBeat(sandbox, mode, beat);

  expect(answered()).toEqual(whole);
  for (const { notifies, unfurls, metadata, channel, threadTs } of deskMessages()) {
    expect({ notifies, unfurls }).toEqual({
      notifies: { users: [], groups: [], broadcasts: [] },
      unfurls: false,
    });
    expect(metadata?.event_payload).toEqual({ key: `7/ask/${channel}/${threadTs}` });
  }
});

it('what people have written goes nowhere: no write and no word of the run repeats it', async () => {
  sandbox.restore(asked);
  sandbox.clearJournal();

  const planned = await runDesk('reconcile', [], deskVariables(sandbox.origin, mode));
  const done = await runDesk('reconcile', ['--apply'], deskVariables(sandbox.origin, mode));

  expect(answered()).toEqual(whole);
  const writes = sandbox.world.journal.filter((call) => call.write);
  expect(writes).toHaveLength(3);
  for (const told of [writes, planned, done]) expect(JSON.stringify(told)).not.toContain('Zanzibar');
});

it('a run that was started for one request answers nobody', async () => {
  sandbox.restore(asked);
  await runDesk('reconcile', ['--issue', '1', '--apply'], deskVariables(sandbox.origin, mode));

  expect(answered()).toEqual([]);
});

it('a message that is taken away while the desk runs gets no answer', async () => {
  sandbox.restore(asked);
  sandbox.beforeCall = onWrite(1, async () => {
    const channel = sandbox.world.slack.conversations.find(({ id }) => id === ai);
    if (channel !== undefined)
      channel.messages = channel.messages.filter(({ user }) => user !== 'U0TOM00001');
    return undefined;
  });
  await runBeat(sandbox, mode, beat);
  sandbox.beforeCall = null;

  expect(answered()).toEqual([`${agile} U0SAM00001`, `${ai} U0SAM00001`]);
});

const stops: readonly Stop[] = ['killed before', 'killed after', 'not applied', 'answer lost'];

it.each(stops.flatMap((how) => [1, 2, 3].map((at) => [how, at] as const)))(
  '%s at write %i, the next runs answer everybody, and nobody twice',
  async (how, at) => {
    sandbox.restore(asked);

    await runStopped(sandbox, mode, beat, { at, how });
    await settle(sandbox, mode, beat);

    expect(answered()).toEqual(whole);
    expect(findingsText(await examine(sandbox.origin, rules))).toBe('');
  },
);

it.each([2, 3])(
  'a second run right before write %i answers the rest, and the first run sees that',
  async (at) => {
    sandbox.restore(asked);
    let looks = 0;
    sandbox.beforeCall = async (call) => {
      // Between two answers: the first run has not looked at the next message yet.
      if (!JSON.stringify(call.body).includes('"latest"')) return undefined;
      looks += 1;
      if (looks === at) await runBeat(sandbox, mode, beat);
      return undefined;
    };
    await runBeat(sandbox, mode, beat);
    sandbox.beforeCall = null;

    expect(looks).toBeGreaterThanOrEqual(at);
    expect(answered()).toEqual(whole);
  },
);
