import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call, FaultEffect, System } from '../../src/sandbox/world.ts';
import { endState } from './end-state.ts';
import { everythingDue } from './publishing.ts';

/** Law 6 where everything is due. Nothing is remembered of earlier runs: every source is read. */
const desk = await everythingDue();
const { sandbox } = desk;
const fresh = { variables: { SME_DESK_CACHE: null } };
const world = sandbox.save();
sandbox.clearJournal();
await desk.publish(fresh);
/** Up to the first write: what is read later belongs to one action, and fails with it. */
const { journal } = sandbox.world;
const reads = journal.slice(
  0,
  journal.findIndex((call) => call.write),
);
await desk.publish(fresh);
const undisturbed = endState(sandbox.world);

afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => sandbox.restore(world));

function routesOf(system: System): string[] {
  return [...new Set(reads.filter((call) => call.system === system).map((call) => call.route))].sort();
}

/** What a read can come to instead of an answer. */
const failures: Readonly<Record<string, FaultEffect>> = {
  'a refusal': { kind: 'answer', status: 403, body: { message: '403 Forbidden' } },
  'a page of a proxy': { kind: 'answer', status: 200, body: '<html>Please log in</html>' },
  'another shape': { kind: 'answer', status: 200, body: { ok: true, records: 'none', items: 7 } },
};

async function publishWhile(fails: (call: Call) => FaultEffect | undefined) {
  sandbox.beforeCall = async (call) => (call.write ? undefined : fails(call));
  const during = await desk.publishAndTell(fresh);
  sandbox.beforeCall = null;
  return during;
}

async function expectUsualEnd(): Promise<void> {
  await desk.publish(fresh);
  await desk.publish(fresh);
  expect(endState(sandbox.world)).toEqual(undisturbed);
  expect(sandbox.offences).toEqual([]);
}

describe('law 6: a read of GitLab that fails ends the run before it plans', () => {
  const routes = routesOf('gitlab');

  it('labels, people, issues, events, comments and the wiki are among them', () => {
    expect(routes.map((route) => route.replace(/^\/api\/v4/, ''))).toEqual([
      '/projects/:id',
      '/projects/:id/issues',
      '/projects/:id/issues/:iid/notes',
      '/projects/:id/issues/:iid/resource_label_events',
      '/projects/:id/issues/:iid/resource_state_events',
      '/projects/:id/labels',
      '/projects/:id/members/all',
      '/projects/:id/wikis',
      '/user',
    ]);
  });

  for (const route of routes) {
    for (const [name, effect] of Object.entries(failures)) {
      it(`${name} for ${route}: nothing is written`, async () => {
        const { result, written } = await publishWhile((call) => (call.route === route ? effect : undefined));
        expect(written).toEqual([]);
        expect(result.code, result.out).toBe(2);
        expect(result.err).toMatch(/→ .+\n {2}\(code [a-z-]+\)/);
      });
    }
  }

  it('one history of many is enough', async () => {
    const { result, written } = await publishWhile((call) =>
      call.path.includes('/issues/2/notes') ? failures['a refusal'] : undefined,
    );
    expect(written).toEqual([]);
    expect(result.code).toBe(2);
    await expectUsualEnd();
  });

  it.each(['/issues?', '/issues/1/notes?', '/issues/1/resource_label_events?', '/labels?', '/members/all?'])(
    'a list whose last page is missing is no list: %s',
    async (path) => {
      sandbox.world.switches.largestPage = 1;
      const { result, written } = await publishWhile((call) =>
        call.path.includes(path) && call.path.includes('page=2')
          ? { kind: 'answer', status: 200, body: [] }
          : undefined,
      );
      expect(written).toEqual([]);
      expect(result.code).toBe(2);
    },
  );

  it('pages of one item, without a total, give what one page gives', async () => {
    sandbox.world.switches.largestPage = 1;
    sandbox.world.switches.totalHeaderCutOff = 0;
    await expectUsualEnd();
  });

  it('a desk that GitLab would show a part of the requests publishes nothing', async () => {
    for (const { members } of Object.values(sandbox.world.gitlab.projects)) {
      for (const member of members) if (member.userId === 900) member.accessLevel = 20;
    }
    const { result, written } = await desk.publishAndTell(fresh);
    expect(written).toEqual([]);
    expect(result.err).toContain('desk-role');
  });
});

describe('law 6: without Salesforce or Stack Overflow no figure is written', () => {
  const incomplete: FaultEffect = {
    kind: 'answer',
    status: 200,
    body: { totalSize: 9, done: false, records: [] },
  };
  const queries = [
    ...new Set(reads.filter(({ system }) => system === 'salesforce').map(({ path }) => objectOf(path))),
  ].sort();

  function objectOf(path: string): string {
    return /FROM[+ ](\w+)/.exec(decodeURIComponent(path))?.[1] ?? path;
  }

  for (const object of queries) {
    for (const [name, effect] of Object.entries({ ...failures, 'a page that is not the last': incomplete })) {
      it(`${name} for ${object}`, async () => {
        const { result, written } = await publishWhile((call) =>
          call.system === 'salesforce' && objectOf(call.path) === object ? effect : undefined,
        );
        expect(written).toEqual([]);
        expect(result.code).toBe(2);
        expect(result.out).toMatch(/Not published yet: 2026-12, 2026-Q4\. Salesforce cannot be read/);
      });
    }
  }

  for (const route of routesOf('stack-overflow')) {
    for (const [name, effect] of Object.entries(failures)) {
      it(`${name} for ${route}`, async () => {
        const { result, written } = await publishWhile((call) => (call.route === route ? effect : undefined));
        expect(written).toEqual([]);
        expect(result.code).toBe(2);
        expect(result.out).toMatch(/Not published yet: 2026-12, 2026-Q4\. Stack Overflow cannot be read/);
      });
    }
  }
});

describe('law 6: Slack that cannot be read delays the post, and nothing else', () => {
  for (const route of routesOf('slack')) {
    for (const [name, effect] of Object.entries(failures)) {
      it(`${name} for ${route}`, async () => {
        const { result, written } = await publishWhile((call) => (call.route === route ? effect : undefined));
        expect(written.filter((write) => write.includes('chat.postMessage'))).toEqual([]);
        expect(Object.keys(desk.wiki())).toContain('reports/2026-12');
        expect(result.code).toBe(2);
        if (name === 'a refusal') await expectUsualEnd();
      });
    }
  }
});
