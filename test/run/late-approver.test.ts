import { expect, it } from 'vitest';
import { deskVariables, runDesk } from '../story/run-desk.ts';
import { type DeskAtWork, deskAtWork, runUntilQuiet } from './desk-at-work.ts';

const omar = 'U0OMAR0001';
const aDay = 86_400_000;

function toldTo({ sandbox }: DeskAtWork, user: string): string[] {
  const direct = sandbox.world.slack.conversations.filter(
    (each) => each.kind === 'im' && each.members.includes(user),
  );
  return direct.flatMap((each) => each.messages.map(({ metadata }) => String(metadata?.event_payload.key)));
}

it('a late approver is told once by direct message', async () => {
  await using desk = await deskAtWork();
  await runUntilQuiet(desk);
  desk.sandbox.advance(aDay + 2 * 3_600_000);
  await runUntilQuiet(desk);
  const told = toldTo(desk, omar);

  desk.sandbox.advance(900_000);

  expect(told.filter((key) => key.includes('/clock/'))).toHaveLength(1);
  expect(await runUntilQuiet(desk)).toEqual([0]);
  expect(toldTo(desk, omar)).toEqual(told);
});

it('what somebody could not be told is no undelivered effect of the request: no label says so', async () => {
  await using desk = await deskAtWork();
  await runUntilQuiet(desk);
  desk.sandbox.advance(aDay + 2 * 3_600_000);
  const refuse = (route: string) => route === '/api/conversations.open';
  desk.sandbox.beforeCall = ({ route }) => {
    const body = { ok: false, error: 'user_disabled' };
    return Promise.resolve(refuse(route) ? { kind: 'answer', status: 200, body } : undefined);
  };

  const said = await runDesk('reconcile', ['--apply'], deskVariables(desk.sandbox.origin, 'everything on'));

  expect(said.code).toBe(2);
  expect(said.out).toContain('(code slack-person-unreachable)');
  expect((await desk.as('priya').readIssue(1)).labels).not.toContain('slack::pending');
});
