import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call, FaultEffect, System } from '../../src/sandbox/world.ts';
import { boardAtWork, cards } from './board.ts';
import { endState } from './end-state.ts';
import { turnedRound } from './turned-round.ts';

/** Law 6 over a morning on which everything is due. Nothing is remembered of earlier runs: every source is read. */
const desk = await boardAtWork();
const { sandbox } = desk;
const world = sandbox.save();
await desk.maintain({ cache: null, args: [] });
/** Of a plan: what is read later belongs to one action, and fails with it. */
const reads = [...sandbox.world.journal];
await desk.maintain({ cache: null });
await desk.maintain({ cache: null });
const undisturbed = endState(sandbox.world);

afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.restore(world));

/** What a read can come to instead of an answer. */
const failures: Readonly<Record<string, FaultEffect>> = {
  'a refusal': { kind: 'answer', status: 403, body: { message: '403 Forbidden' } },
  'a page of a proxy': { kind: 'answer', status: 200, body: '<html>Please log in</html>' },
  'another shape': { kind: 'answer', status: 200, body: { ok: true, records: 'none', items: 7 } },
};

const isOfProduct = ({ path }: Call): boolean => path.includes('acme%2Felsewhere');

function routesOf(system: System): string[] {
  const own = reads.filter((call) => call.system === system && !isOfProduct(call));
  return [...new Set(own.map((call) => call.route))].sort();
}

async function maintainWhile(fails: (call: Call) => FaultEffect | undefined) {
  sandbox.beforeCall = async (call) => (call.write ? undefined : fails(call));
  const during = await desk.maintainAndTell({ cache: null });
  sandbox.beforeCall = null;
  return during;
}

async function expectUsualEnd(): Promise<void> {
  await desk.maintain({ cache: null });
  await desk.maintain({ cache: null });
  expect(endState(sandbox.world)).toEqual(undisturbed);
  expect(sandbox.offences).toEqual([]);
}

describe('law 6: a read of GitLab that fails ends the run before it plans', () => {
  const routes = routesOf('gitlab');

  it('labels, people, cards, events, comments, boards and the wiki are among them', () => {
    expect(routes.map((route) => route.replace(/^\/api\/v4/, ''))).toEqual([
      '/projects/:id',
      '/projects/:id/boards',
      '/projects/:id/issues',
      '/projects/:id/issues/:iid/notes',
      '/projects/:id/issues/:iid/resource_label_events',
      '/projects/:id/labels',
      '/projects/:id/members/all',
      '/projects/:id/wikis',
      '/user',
    ]);
  });

  for (const route of routes) {
    for (const [name, effect] of Object.entries(failures)) {
      it(`${name} for ${route}: nothing is written`, async () => {
        const { result, written } = await maintainWhile((call) =>
          call.route === route && !isOfProduct(call) ? effect : undefined,
        );
        expect(written).toEqual([]);
        expect(result.code, result.out).toBe(2);
        expect(result.err).toMatch(/→ .+\n {2}\(code [a-z-]+\)/);
      });
    }
  }

  it.each(['/issues?', '/issues/6/notes?', '/issues/4/resource_label_events?', '/labels?', '/boards?'])(
    'a list whose last page is missing is no list: %s',
    async (path) => {
      sandbox.world.switches.largestPage = 1;
      const { result, written } = await maintainWhile((call) =>
        call.path.includes(path) && call.path.includes('page=2') && !isOfProduct(call)
          ? { kind: 'answer', status: 200, body: [] }
          : undefined,
      );
      expect(written).toEqual([]);
      expect(result.code).toBe(2);
    },
  );

  it('what was read before one history failed is not lost, and changes nothing of the end', async () => {
    sandbox.beforeCall = async (call) =>
      call.path.includes('/issues/9/notes') ? failures['a refusal'] : undefined;
    const { result } = await desk.maintainAndTell();
    sandbox.beforeCall = null;
    expect(result.code).toBe(2);
    await desk.maintain();
    await desk.maintain();
    expect(endState(sandbox.world)).toEqual(undisturbed);
  });
});

describe('law 6: what else cannot be read delays only what rests on it', () => {
  it('a project of the product is a problem of the run, and nobody is told that its issue is closed', async () => {
    const { result } = await maintainWhile((call) => (isOfProduct(call) ? failures['a refusal'] : undefined));
    expect(result.code).toBe(2);
    expect(result.out).toContain('The issues of acme/elsewhere cannot be read');
    expect(desk.keys(cards.productClosed)).not.toContain('product-closed:1');
    await expectUsualEnd();
  });

  for (const route of routesOf('salesforce')) {
    for (const [name, effect] of Object.entries(failures)) {
      it(`${name} for ${route}: no band is set or taken`, async () => {
        const { result, written } = await maintainWhile((call) =>
          call.route === route ? effect : undefined,
        );
        expect(result.code).toBe(2);
        expect(written.length).toBeGreaterThan(0);
        for (const iid of Object.values(cards)) {
          expect(desk.labels(iid).filter((label) => label.startsWith('score::'))).toEqual([]);
        }
      });
    }
  }

  for (const route of routesOf('slack')) {
    for (const [name, effect] of Object.entries(failures)) {
      it(`${name} for ${route}: the news are not told twice, and the comment is there`, async () => {
        const { result, written } = await maintainWhile((call) =>
          call.route === route ? effect : undefined,
        );
        expect(written.filter((write) => write.includes('chat.postMessage'))).toEqual([]);
        expect(desk.keys(cards.accepted).filter((key) => key.startsWith('status:'))).toHaveLength(1);
        expect(result.code).toBe(2);
        if (name === 'a refusal') await expectUsualEnd();
      });
    }
  }
});

it('lists the other way round, and pages of two, change nothing', async () => {
  sandbox.world.switches.largestPage = 2;
  sandbox.world.slack.switches.pageSize = 2;
  sandbox.changeAnswer = turnedRound;
  await desk.maintain({ cache: null });
  sandbox.changeAnswer = null;
  await expectUsualEnd();
});
