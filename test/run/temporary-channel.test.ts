import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleConfigDirectory } from '../../src/sandbox/example/example-project.ts';
import { requestText } from '../builders/request-text.ts';
import { acme } from '../builders/snapshot.ts';
import { deskVariables, runDesk } from '../story/run-desk.ts';
import { type DeskAtWork, deskAtWork } from './desk-at-work.ts';

let directory = '';

/** The example program, with temporary channels for large opportunities. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sme-desk-'));
  for (const file of ['program.yml', 'roster.yml']) {
    const text = await readFile(join(exampleConfigDirectory, file), 'utf8');
    const limit = 'temporary_channel_above: 250000\n  opportunity_channels: "^opp-"';
    await writeFile(join(directory, file), text.replace('opportunity_channels: "^opp-"', limit));
  }
});

afterAll(() => rm(directory, { recursive: true }));

/** `slow`: every grant comes more than a minute after the one before, so that its authority is read anew. */
async function run(
  { sandbox }: DeskAtWork,
  slow = false,
): Promise<{ code: number; writes: number; out: string }> {
  sandbox.advance(60_000);
  sandbox.clearJournal();
  const variables = deskVariables(sandbox.origin, 'everything on');
  let minutes = 0;
  const slowly = () => {
    minutes += 61_000;
    return minutes;
  };
  const args = ['--apply', '--config', directory];
  const said = await runDesk('reconcile', args, variables, slow ? { monotonic: slowly } : {});
  return { code: said.code, writes: sandbox.world.counted.deskWrites, out: said.out + said.err };
}

async function runUntilQuiet(desk: DeskAtWork): Promise<number[]> {
  const codes: number[] = [];
  for (let runs = 0; runs < 5; runs += 1) {
    const { code, writes } = await run(desk);
    codes.push(code);
    if (writes === 0) return codes;
  }
  throw new Error('the desk does not come to rest');
}

/** A request for a large opportunity that nobody has a channel for, approved. */
async function approved(desk: DeskAtWork): Promise<void> {
  const large = desk.sandbox.world.salesforce.opportunities.find((each) => each.Id === acme);
  if (large === undefined) throw new Error('the opportunity is gone');
  large.Amount = 400_000;
  large.custom = {};
  const description = requestText({ 'Slack channel of the opportunity': null });
  await desk.as('sam').editIssue(1, { description });
  await runUntilQuiet(desk);
  await desk.as('omar').setLabels(1, { add: ['request::approved'] });
}

function made({ sandbox }: DeskAtWork) {
  return sandbox.world.slack.conversations.filter(
    (each) => each.creator === 'U0DESK0001' && each.kind !== 'im',
  );
}

it('a large opportunity gets a channel with requester, SME and a pinned brief, and loses it when the request ends', async () => {
  await using desk = await deskAtWork();
  await approved(desk);
  expect(await runUntilQuiet(desk)).toEqual([0, 0]);

  const [only] = made(desk);
  const brief = only?.messages.find((each) => each.metadata !== null);
  expect(made(desk)).toHaveLength(1);
  expect(only).toMatchObject({ name: 'sme-request-7-1', kind: 'private', isArchived: false });
  expect(only?.topic).toBe('SME request #1, AI, Customer Demo');
  expect(only?.members).toContain('U0SAM00001');
  expect(only?.members).toHaveLength(3);
  expect(brief).toMatchObject({ pinned: true, metadata: { event_payload: { key: '7/1/brief' } } });

  await desk.as('omar').comment(1, 'They have decided already.');
  await desk.as('omar').setLabels(1, { add: ['request::declined'] });
  expect(await runUntilQuiet(desk)).toEqual([0, 0]);
  expect(made(desk)).toMatchObject([{ isArchived: true, members: ['U0DESK0001', 'U0SAM00001'] }]);
});

it('the answer to its making is lost: it is found again and there is no second one', async () => {
  await using desk = await deskAtWork();
  await approved(desk);
  desk.sandbox.beforeCall = ({ route }) =>
    Promise.resolve(route === '/api/conversations.create' ? { kind: 'lose-answer' } : undefined);
  const lost = await run(desk);
  desk.sandbox.beforeCall = null;

  expect(lost.code).toBe(2);
  expect(made(desk)).toMatchObject([{ members: ['U0DESK0001'] }]);
  expect((await desk.as('priya').readIssue(1)).labels).toContain('slack::pending');
  expect(await runUntilQuiet(desk)).toEqual([0, 0]);
  expect(made(desk)).toHaveLength(1);
  expect(made(desk)[0]?.members).toHaveLength(3);
  expect((await desk.as('priya').readIssue(1)).labels).not.toContain('slack::pending');
});

it('somebody else has the name where the desk cannot see it: the run says what to do, the rest goes on', async () => {
  await using desk = await deskAtWork();
  await approved(desk);
  const [other] = desk.sandbox.world.slack.conversations;
  if (other === undefined) throw new Error('there is no channel');
  const hidden = { ...other, id: 'C0HIDDEN01', name: 'sme-request-7-1', members: ['U0MALLORY1'] };
  desk.sandbox.world.slack.conversations.push({ ...hidden, kind: 'private', isGeneral: false });

  const said = await run(desk);

  expect(said.code).toBe(2);
  expect(said.out).toContain('(code slack-name-taken)');
  const issue = await desk.as('priya').readIssue(1);
  expect(issue.labels).toContain('request::assigned');
  expect(issue.labels).toContain('slack::pending');
  expect(made(desk)).toEqual([]);
});

it('the approval is withdrawn right before the channel is made: nothing is made', async () => {
  await using desk = await deskAtWork();
  await approved(desk);
  let withdrawn = false;
  desk.sandbox.beforeCall = async () => {
    const notes = JSON.stringify(desk.sandbox.world.gitlab.projects[7]?.issues[1]?.notes);
    if (withdrawn || !/channelsMade\\":\[\{/.test(notes)) return undefined;
    withdrawn = true;
    await desk.as('omar').setLabels(1, { add: ['request::declined'] });
    return undefined;
  };
  await run(desk, true);
  desk.sandbox.beforeCall = null;

  expect(withdrawn).toBe(true);
  expect(made(desk)).toEqual([]);
});

it('a channel that is not the one the desk has made is never archived', async () => {
  await using desk = await deskAtWork();
  const on = await desk.onRequest();
  const archive = { kind: 'slack.channel.archive', ...on, name: 'opp-acme', why: 'over' } as const;

  expect(await desk.apply({ ...archive, channel: 'C0OPPACME1' })).toMatchObject([{ kind: 'skipped' }]);
  expect(desk.sandbox.world.slack.conversations.find((each) => each.id === 'C0OPPACME1')?.isArchived).toBe(
    false,
  );
});
