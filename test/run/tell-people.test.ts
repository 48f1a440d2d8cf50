import { expect, it } from 'vitest';
import type { TellPerson } from '../../src/plan/action.ts';
import type { Call } from '../../src/sandbox/world.ts';
import { type DeskAtWork, deskAtWork } from './desk-at-work.ts';

const ines = 'U0INES0001';
const isPost = (call: Call): boolean => call.route === '/api/chat.postMessage';

async function telling(desk: DeskAtWork, changes: Partial<TellPerson> = {}): Promise<TellPerson> {
  const on = await desk.onRequest();
  return { kind: 'slack.tell', ...on, user: ines, key: '7/1/late', text: 'It is late.', ...changes };
}

function toldTo(desk: DeskAtWork, user: string): string[] {
  const { conversations } = desk.sandbox.world.slack;
  const direct = conversations.filter((each) => each.kind === 'im' && each.members.includes(user));
  return direct.flatMap((each) => each.messages.map((message) => message.text));
}

it('a person is told once, however often it is tried', async () => {
  await using desk = await deskAtWork();
  const tell = await telling(desk);

  expect(await desk.apply(tell)).toEqual([{ kind: 'applied' }]);
  expect(await desk.apply(tell)).toEqual([{ kind: 'there already' }]);
  expect(toldTo(desk, ines)).toEqual(['It is late.']);
});

it('a message whose answer was lost is found again', async () => {
  await using desk = await deskAtWork();
  const tell = await telling(desk);
  desk.sandbox.beforeCall = (call) => Promise.resolve(isPost(call) ? { kind: 'lose-answer' } : undefined);

  expect(await desk.apply(tell)).toMatchObject([{ kind: 'unknown' }]);
  desk.sandbox.beforeCall = null;
  expect(await desk.apply(tell)).toEqual([{ kind: 'there already' }]);
  expect(toldTo(desk, ines)).toEqual(['It is late.']);
});

it('somebody Slack does not let the desk write to is a failure with a cure, and the issue goes on', async () => {
  await using desk = await deskAtWork();
  const person = desk.sandbox.world.slack.users.find((each) => each.id === ines);
  if (person !== undefined) person.deleted = true;
  const on = await desk.onRequest();
  const label = { kind: 'issue.set', ...on, add: ['sla::at-risk'], remove: [], why: 'it is late' } as const;

  const endings = await desk.apply(await telling(desk), await telling(desk, { user: 'U0NOBODY01' }), label);

  const unreachable = { kind: 'failed', code: 'slack-person-unreachable' };
  expect(endings).toMatchObject([unreachable, unreachable, { kind: 'applied' }]);
  expect(endings[0]).toHaveProperty('cure', expect.stringContaining('Check slack_user'));
});

it('nothing is posted where the conversation cannot be read: they might have been told already', async () => {
  await using desk = await deskAtWork();
  desk.sandbox.beforeCall = (call) => {
    const reads = call.route === '/api/conversations.history';
    const body = { ok: false, error: 'missing_scope' };
    return Promise.resolve(reads ? { kind: 'answer', status: 200, body } : undefined);
  };

  expect(await desk.apply(await telling(desk))).toMatchObject([{ code: 'slack-scope-missing' }]);
  desk.sandbox.beforeCall = null;
  expect(toldTo(desk, ines)).toEqual([]);
});

it('a second message with one key is taken away from a conversation', async () => {
  await using desk = await deskAtWork();
  await desk.apply(await telling(desk), await telling(desk, { key: '7/1/later', text: 'Once more.' }));
  const direct = desk.sandbox.world.slack.conversations.find((each) => each.kind === 'im');
  const second = direct?.messages[1];
  const on = await desk.onRequest();

  const gone = {
    kind: 'slack.delete',
    ...on,
    channel: direct?.id ?? '',
    ts: second?.ts ?? '',
    key: 'x',
  } as const;

  expect(await desk.apply(gone)).toEqual([{ kind: 'applied' }]);
  expect(toldTo(desk, ines)).toEqual(['It is late.']);
});
