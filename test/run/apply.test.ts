import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import type { Call, FaultEffect } from '../../src/sandbox/world.ts';
import { requestText } from '../builders/request-text.ts';
import { deskVariables, runDesk } from '../story/run-desk.ts';

let sandbox: Sandbox;
let folder: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  folder = await mkdtemp(join(tmpdir(), 'sme-desk-plan-'));
  await desk('setup', '--apply');
  const description = requestText();
  await person(sandbox.origin, 'sam').openIssue({ title: 'SME for AI', description, confidential: true });
});

afterEach(async () => {
  expect(sandbox.offences).toEqual([]);
  await sandbox.close();
  await rm(folder, { recursive: true });
});

function desk(script: string, ...args: string[]) {
  return runDesk(script, args, deskVariables(sandbox.origin, 'everything on'));
}

function reconcile(...args: string[]) {
  return desk('reconcile', '--apply', ...args);
}

function labelsOf(iid: number): Promise<string[]> {
  return person(sandbox.origin, 'priya')
    .readIssue(iid)
    .then(({ labels }) => labels.filter((label) => label.startsWith('request::')));
}

/** Writes of the desk since the beginning, as `METHOD route`. */
function writes(): string[] {
  return sandbox.world.journal
    .filter((call) => call.writeIndex !== null)
    .map(({ method, route }) => `${method} ${route}`);
}

/** Does something once, right before the first call that fits is handled. */
function onceBefore(fits: (call: Call) => boolean, act: () => Promise<FaultEffect | undefined>): void {
  let done = false;
  sandbox.beforeCall = async (call) => {
    if (done || !fits(call)) return;
    done = true;
    return await act();
  };
}

const onRecord = (call: Call): boolean =>
  call.method === 'PUT' && /\/notes\/\d+/.test(call.path) && call.actor === 'project_7_bot_desk';
const onIssue = (call: Call): boolean =>
  call.method === 'PUT' && /\/issues\/1$/.test(call.path) && call.actor === 'project_7_bot_desk';
const onTeam = (call: Call): boolean => call.method === 'POST' && call.path.includes('OpportunityTeamMember');

async function approve(): Promise<void> {
  await reconcile();
  sandbox.advance(60_000);
  await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::approved'] });
  sandbox.advance(60_000);
}

function rows(): number {
  return sandbox.world.salesforce.teamMembers.length;
}

describe('a run against outside systems that do not stand still', () => {
  it('the happy end: exit 0, and nothing more to do', async () => {
    await approve();
    const before = rows();
    expect((await reconcile()).code).toBe(0);
    expect(await labelsOf(1)).toEqual(['request::assigned']);
    expect(rows()).toBe(before + 1);
    const count = writes().length;
    expect((await reconcile()).code).toBe(0);
    expect(writes()).toHaveLength(count);
  });

  it('a plan alone writes nothing', async () => {
    const count = writes().length;
    expect((await desk('reconcile')).code).toBe(0);
    expect(writes()).toHaveLength(count);
  });

  it('somebody sets a label of the desk between reading and writing: the issue is left for the next run', async () => {
    sandbox.world.switches.tier = 'free';
    onceBefore(
      onIssue,
      async () => void (await person(sandbox.origin, 'mallory').setLabels(1, { add: ['request::engaged'] })),
    );
    const said = await reconcile();
    expect(said.code).toBe(2);
    expect(said.out).toContain('left for the next run');
    expect((await reconcile()).code).toBe(0);
    expect(await labelsOf(1)).toEqual(['request::awaiting-approval']);
  });

  it('the author closes the issue between reading and assigning: nobody is told or put on the team', async () => {
    await approve();
    const before = rows();
    onceBefore(onIssue, async () => void (await person(sandbox.origin, 'sam').close(1)));
    expect((await reconcile()).code).toBe(2);
    expect(rows()).toBe(before);
    const notes = await person(sandbox.origin, 'priya').notes(1);
    expect(notes.some(({ body }) => body.includes('takes this request'))).toBe(false);
  });

  it('the approver takes the label off right before the grant: there is no grant', async () => {
    await approve();
    const before = rows();
    const authorityRead = (call: Call): boolean =>
      call.method === 'GET' && call.path.includes('resource_label_events');
    let reads = 0;
    onceBefore(
      (call) => authorityRead(call) && ++reads === 2,
      async () => {
        await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::approved'] });
        await person(sandbox.origin, 'omar').setLabels(1, { remove: ['request::approved'] });
        return undefined;
      },
    );
    const said = await reconcile();
    expect(said.code).toBe(2);
    expect(said.out).toContain('the approval does not stand any more');
    expect(rows()).toBe(before);
    await reconcile();
    expect(await labelsOf(1)).toEqual(['request::changed']);
    expect(rows()).toBe(before);
  });

  it('somebody edits the record in between: it is not overwritten in that run', async () => {
    await approve();
    const readAgain = (call: Call): boolean => call.method === 'GET' && /\/notes\/\d+/.test(call.path);
    onceBefore(readAgain, async () => {
      const notes = await person(sandbox.origin, 'priya').notes(1);
      const record = notes.find(({ body }) => body.includes('sme-desk:record'));
      if (record === undefined) throw new Error('there is no record');
      await person(sandbox.origin, 'olivia').editComment(1, record.id, `An edit.\n\n${record.body}`);
      return undefined;
    });
    const said = await reconcile();
    expect(said.code).toBe(2);
    expect(said.out).toContain('the record was changed meanwhile');
    expect((await reconcile()).code).toBe(0);
    expect(await labelsOf(1)).toEqual(['request::assigned']);
  });

  it('GitLab leaves out a label and answers 200: that is a failure of this issue, not of the run', async () => {
    const unchanged = () => person(sandbox.origin, 'olivia').call('GET', '/projects/7/issues/1');
    onceBefore(onIssue, async () => ({ kind: 'answer', status: 200, body: await unchanged() }));
    const said = await reconcile();
    expect(said.code).toBe(2);
    expect(said.out).toContain('gitlab-write-ignored');
    expect(writes().filter((each) => each.includes('notes'))).toEqual([]);
  });

  it.each(['lose-answer', 'refuse'] as const)(
    'Salesforce: %s on the team row leaves the intention, and the next run finds out',
    async (kind) => {
      await approve();
      const before = rows();
      onceBefore(onTeam, async () => ({ kind }));
      const said = await reconcile();
      expect(said.code).toBe(2);
      const issue = await person(sandbox.origin, 'priya').readIssue(1);
      expect(issue.labels).toContain('salesforce::pending');
      sandbox.advance(90_000);
      expect((await reconcile()).code).toBe(0);
      expect(rows()).toBe(before + 1);
      expect((await person(sandbox.origin, 'priya').readIssue(1)).labels).not.toContain(
        'salesforce::pending',
      );
      const count = writes().length;
      await reconcile();
      expect(writes()).toHaveLength(count);
    },
  );

  it('a row that could not be taken back stays in the record until it is gone', async () => {
    await approve();
    await reconcile();
    const before = rows();
    await person(sandbox.origin, 'omar').comment(1, 'They have decided already.');
    await person(sandbox.origin, 'omar').setLabels(1, { add: ['request::declined'] });
    sandbox.advance(60_000);
    onceBefore(
      (call) => call.method === 'DELETE' && call.path.includes('OpportunityTeamMember'),
      async () => ({
        kind: 'answer',
        status: 403,
        body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'no' }],
      }),
    );
    expect((await reconcile()).code).toBe(2);
    expect(rows()).toBe(before);
    expect((await person(sandbox.origin, 'priya').readIssue(1)).labels).toContain('salesforce::pending');
    sandbox.advance(60_000);
    expect((await reconcile()).code).toBe(0);
    expect(rows()).toBe(before - 1);
  });

  it('a saved plan is applied as it is, or not at all', async () => {
    const file = join(folder, 'plan.json');
    expect((await desk('reconcile', '--plan', file)).code).toBe(0);
    sandbox.advance(3_600_000);
    await person(sandbox.origin, 'sam').editIssue(1, {
      description: requestText({ 'Expected duration': '2 h' }),
    });
    const count = writes().length;
    expect((await reconcile('--plan', file)).code).toBe(3);
    expect(writes()).toHaveLength(count);
    await person(sandbox.origin, 'sam').editIssue(1, { description: requestText() });
    expect((await reconcile('--plan', file)).code).toBe(0);
    expect(await labelsOf(1)).toEqual(['request::awaiting-approval']);
  });

  it.each(['not JSON', '{"version":2}', '[]'])(
    'a plan file that is none (%s) is an error of usage',
    async (text) => {
      const file = join(folder, 'plan.json');
      await writeFile(file, text);
      const said = await reconcile('--plan', file);
      expect(said.code).toBe(1);
      expect(said.err).toContain('plan-file');
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );

  it('a lost answer to the record is found out by looking, and nobody is told twice', async () => {
    await approve();
    onceBefore(onRecord, async () => ({ kind: 'lose-answer' }));
    expect((await reconcile()).code).toBe(2);
    sandbox.advance(90_000);
    expect((await reconcile()).code).toBe(0);
    const notes = await person(sandbox.origin, 'priya').notes(1);
    expect(notes.filter(({ body }) => body.includes('takes this request'))).toHaveLength(1);
  });
});
