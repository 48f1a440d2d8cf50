import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../src/sandbox/people.ts';
import type { Call, FaultEffect, System } from '../../src/sandbox/world.ts';
import { momentsOf, storySandbox } from '../story/play-story.ts';
import { runAgain, runBeat, settle, writesDuring } from './desk-run.ts';
import { endState } from './end-state.ts';

/**
 * Law 6 at the fullest beat of the story: of two requests one was approved and the other declined, and a third one is
 * assigned. Statuses that a client repeats only make the test slower; that it repeats them is a test of the clients.
 */
const mode = 'everything on';
const sandbox = await storySandbox(mode);
const moment = (await momentsOf(sandbox, mode)).find(({ because }) => because.startsWith('lena declines'));
if (moment === undefined) throw new Error('nothing is declined in the story');
const { beat, world } = moment;
const [assigned, approved, declined] = [1, 2, 3];

sandbox.restore(world);
const before = sandbox.world.journal.length;
await runBeat(sandbox, mode, beat);
await settle(sandbox, mode, beat);
const undisturbed = endState(sandbox.world);
const reads = sandbox.world.journal.slice(before).filter((call) => !call.write);

afterAll(() => sandbox.close());
beforeEach(() => sandbox.restore(world));

/** The routes that the run reads in a system, once each. */
function routesOf(system: System): string[] {
  return [...new Set(reads.filter((call) => call.system === system).map((call) => call.route))].sort();
}

const perIssue = routesOf('gitlab').filter((route) => route.includes('/issues/:iid/'));
// Reactions are read where an answer of the SME or the requester is awaited.
const reactions = perIssue.filter((route) => route.endsWith('/award_emoji'));
const ofEveryIssue = perIssue.filter((route) => !reactions.includes(route));
const wholeProject = routesOf('gitlab').filter((route) => !route.includes('/issues/:iid'));

/** What a read can come to instead of an answer. */
const failures: Readonly<Record<string, FaultEffect>> = {
  'a refusal': { kind: 'answer', status: 403, body: { message: '403 Forbidden' } },
  'a page of a proxy': { kind: 'answer', status: 200, body: '<html>Please log in</html>' },
  'another shape': { kind: 'answer', status: 200, body: { ok: true, records: 'none' } },
};

/** Runs the beat while some reads fail, then lets the faults stop and the desk settle. */
async function runWhile(fails: (call: Call) => FaultEffect | undefined) {
  sandbox.beforeCall = async (call) => (call.write || call.actor === 'lena' ? undefined : fails(call));
  const during = await writesDuring(sandbox, () => runBeat(sandbox, mode, beat));
  sandbox.beforeCall = null;
  return during;
}

async function expectUsualEnd(): Promise<void> {
  await settle(sandbox, mode, beat);
  expect(endState(sandbox.world)).toEqual(undisturbed);
  expect(sandbox.offences).toEqual([]);
}

describe('law 6: a read of GitLab that fails stops the run before it plans', () => {
  for (const route of wholeProject) {
    for (const [name, effect] of Object.entries(failures)) {
      it(`${name} for ${route}: nothing is written`, async () => {
        const { result, written } = await runWhile((call) => (call.route === route ? effect : undefined));
        expect(written).toEqual([]);
        expect(result.code, result.out).toBe(2);
        expect(result.err).toMatch(/→ .+\n {2}\(code [a-z-]+\)/);
      });
    }
  }

  it('a list whose last page is missing is no list', async () => {
    sandbox.world.switches.largestPage = 1;
    const { result, written } = await runWhile((call) =>
      call.path.includes('/issues?') && call.path.includes('page=2')
        ? { kind: 'answer', status: 200, body: [] }
        : undefined,
    );
    expect(written).toEqual([]);
    expect(result.code).toBe(2);
    sandbox.world.switches.largestPage = 100;
    await expectUsualEnd();
  });
});

describe('law 6: one issue that cannot be read stops no other', () => {
  for (const route of ofEveryIssue) {
    for (const [name, effect] of Object.entries(failures)) {
      it(`${name} for ${route}: that issue waits, the decline of the other goes on`, async () => {
        const ofApproved = (call: Call) => call.route === route && call.path.includes(`/issues/${approved}/`);
        const { result, written } = await runWhile((call) => (ofApproved(call) ? effect : undefined));
        expect(written.filter((write) => write.includes(`/issues/${approved}`))).toEqual([]);
        expect(written.filter((write) => write.includes('OpportunityTeamMember'))).toEqual([]);
        expect((await person(sandbox.origin, 'lena').readIssue(declined)).state).toBe('closed');
        expect(result.code).toBe(2);
        expect(result.out).toContain(`#${approved}`);
        await expectUsualEnd();
      });
    }
  }

  for (const [name, effect] of Object.entries(failures)) {
    it(`${name} for reactions: the request that waits for its SME is left alone, and nobody is assigned`, async () => {
      expect(reactions).toHaveLength(1);
      const { result, written } = await runWhile((call) =>
        reactions.includes(call.route) ? effect : undefined,
      );
      expect(written.filter((write) => write.includes(`/issues/${assigned}`))).toEqual([]);
      expect(written.filter((write) => write.includes('OpportunityTeamMember'))).toEqual([]);
      expect((await person(sandbox.origin, 'lena').readIssue(declined)).state).toBe('closed');
      expect(result.code).toBe(2);
      await expectUsualEnd();
    });
  }

  it('a failed read of a request in order keeps nobody from being declined, and nobody is assigned', async () => {
    const { written } = await runWhile((call) =>
      call.path.includes(`/issues/${assigned}/notes`) ? failures['a refusal'] : undefined,
    );
    expect(written.some((write) => write.includes(`/issues/${declined}`))).toBe(true);
    expect((await person(sandbox.origin, 'lena').readIssue(approved)).assignees).toEqual([]);
    await expectUsualEnd();
  });
});

describe('law 6: Salesforce that cannot be read delays only itself', () => {
  const incomplete: FaultEffect = {
    kind: 'answer',
    status: 200,
    body: { totalSize: 9, done: false, records: [] },
  };
  const queries = routesOf('salesforce');
  for (const route of queries) {
    for (const [name, effect] of Object.entries({ ...failures, 'a page that is not the last': incomplete })) {
      it(`${name} for ${route}: no row is written, GitLab and Slack go on`, async () => {
        const { result, written } = await runWhile((call) => (call.route === route ? effect : undefined));
        expect(written.filter((write) => write.includes('/services/'))).toEqual([]);
        expect(written.some((write) => write.includes('/api/v4/'))).toBe(true);
        expect((await person(sandbox.origin, 'lena').readIssue(declined)).state).toBe('closed');
        expect(result.code).toBe(2);
        await expectUsualEnd();
      });
    }
  }
});

describe('law 6: Slack that cannot be read delays only itself', () => {
  const refusals: Readonly<Record<string, FaultEffect>> = {
    ...failures,
    'a cursor that is not valid': {
      kind: 'answer',
      status: 200,
      body: { ok: false, error: 'invalid_cursor' },
    },
    'a token that is not valid': { kind: 'answer', status: 200, body: { ok: false, error: 'invalid_auth' } },
  };
  for (const route of routesOf('slack')) {
    for (const [name, effect] of Object.entries(refusals)) {
      it(`${name} for ${route}: no message is written, GitLab and Salesforce go on`, async () => {
        const { result, written } = await runWhile((call) => (call.route === route ? effect : undefined));
        const words = written.filter((write) => / \/api\/(?!v4)/.test(write));
        // Who is in the channel of one opportunity is nobody else's business: the other channels go on.
        const isOfOneChannel = route.endsWith('conversations.members');
        expect(isOfOneChannel ? words.filter((write) => /invite|kick/.test(write)) : words).toEqual([]);
        expect(written.some((write) => write.includes('/services/'))).toBe(true);
        expect((await person(sandbox.origin, 'lena').readIssue(declined)).state).toBe('closed');
        expect(result.code).toBe(2);
        await expectUsualEnd();
      });
    }
  }
});

it('law 1 holds while Slack stays away: a second run repeats nothing', async () => {
  const away: FaultEffect = { kind: 'answer', status: 501, body: 'not implemented' };
  sandbox.beforeCall = async (call) => (call.system === 'slack' ? away : undefined);
  await runBeat(sandbox, mode, beat);
  const { result, written } = await writesDuring(sandbox, () => runAgain(sandbox, mode, beat));
  sandbox.beforeCall = null;
  expect(written).toEqual([]);
  expect(result.code).toBe(2);
  await expectUsualEnd();
});
