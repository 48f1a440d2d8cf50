import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { Call } from '../../src/sandbox/world.ts';
import { boardAtWork, cards, maintainStopped, maintainUntil } from './board.ts';
import { onWrite, type Stop } from './desk-run.ts';
import { endState } from './end-state.ts';
import { futureOf } from './future-of.ts';

/** The laws of the care of the boards, over one morning on which everything that it can write is due. */
const desk = await boardAtWork();
const { sandbox } = desk;
const world = sandbox.save();
const first = await desk.maintain();
const journal = sandbox.world.journal.filter((call) => call.write);
const after = sandbox.save();
await desk.maintain();
const undisturbed = endState(sandbox.world);

afterAll(() => desk[Symbol.asyncDispose]());

/** What a write is, with what a comment is found by, and without which card it is on. */
function kindOf({ method, route, body }: Call): string {
  const text = String(Object(body).body ?? '');
  const key = /sme-desk:note .*"key":"(?<word>[a-z-]+)/.exec(text.replaceAll('\\u002d', '-'))?.groups?.word;
  const what = text.includes('sme-desk:card') ? 'record' : (key ?? '');
  return `${method} ${route.replace(/^\/api\/(?:v4\/projects\/:id\/)?/, '')} ${what}`.trim();
}

const kinds = journal.map(kindOf);
const writes = kinds.map((kind, index) => ({ kind, at: index + 1 }));

const isSameEnd = (): boolean => isDeepStrictEqual(endState(sandbox.world), undisturbed);

function expectSameEnd(): void {
  expect(endState(sandbox.world)).toEqual(undisturbed);
  expect(sandbox.offences).toEqual([]);
}

it('everything that the care of the boards can write is in it', () => {
  expect(first).toMatchObject({ code: 0, err: '' });
  expect([...new Set(kinds)].sort()).toEqual(
    [
      'PUT issues/:iid',
      'POST issues/:iid/notes record',
      'POST issues/:iid/notes status',
      'POST issues/:iid/notes reason',
      'POST issues/:iid/notes stale',
      'POST issues/:iid/notes problems',
      'POST issues/:iid/notes duplicate',
      'POST issues/:iid/links',
      'POST issues/:iid/notes not-a-mover',
      'POST issues/:iid/notes product-closed',
      'POST boards/:board_id/lists',
      'PUT boards/:board_id/lists/:list_id',
      'POST issues',
      'POST wikis',
      'POST conversations.open',
      'POST chat.postMessage',
    ].sort(),
  );
});

describe('the morning ends as the rules say', () => {
  it('the move of somebody who may not is undone, and told once', async () => {
    await desk.restore(after);
    expect(desk.labels(cards.unauthorised)).toContain('feedback::new');
    expect(desk.labels(cards.unauthorised)).not.toContain('feedback::accepted');
    expect(desk.keys(cards.unauthorised)).toContain('not-a-mover:66');
  });

  it('every card is confidential and has its record, but for one that was closed', async () => {
    await desk.restore(after);
    for (const iid of Object.values(cards)) {
      expect(desk.issue(iid).confidential).toBe(true);
      expect(desk.keys(iid).includes('record')).toBe(iid !== cards.closed);
    }
  });

  it('the asker of a closed card is told of its end as well, and nothing else is written on it', async () => {
    await desk.restore(after);
    expect(desk.keys(cards.closed)).toEqual([expect.stringMatching(/^status:\d+$/)]);
  });

  it('a list that was missing is there again, in its place', async () => {
    await desk.restore(after);
    const board = sandbox.world.gitlab.projects[7]?.boards.find(({ name }) => name === 'Feedback: AI');
    const lists = (board?.lists ?? []).toSorted((a, b) => a.position - b.position);
    expect(lists.map(({ labelId }) => sandbox.world.gitlab.labels[labelId ?? 0]?.name)).toEqual(
      ['new', 'reviewed', 'accepted', 'roadmap', 'resolved', 'declined', 'backlog'].map(
        (value) => `feedback::${value}`,
      ),
    );
  });
});

it('law 1: to care for the boards and then to plan is empty', async () => {
  await desk.restore(after);
  const { result, written } = await desk.maintainAndTell();
  expect(result).toMatchObject({ code: 0, err: '' });
  expect(result.out).toContain('Nothing to write');
  expect(written).toEqual([]);
});

describe('law 2: a run that is stopped is made good by the next ones', () => {
  const madeGood = new Set<string>();
  for (const { kind, at } of writes) {
    // Death after a write is death before the next one.
    const death: Stop = at < journal.length ? 'killed before' : 'killed after';
    for (const how of [death, 'not applied', 'answer lost'] as const) {
      it(`${how}: write ${at}, ${kind}`, async () => {
        await desk.restore(world);
        await maintainStopped(desk, { at, how });
        const future = futureOf(sandbox.world);
        if (madeGood.has(future)) return;
        await maintainUntil(desk, isSameEnd);
        expectSameEnd();
        madeGood.add(future);
      });
    }
  }
});

describe('law 3: a second run in between changes nothing', () => {
  for (const { kind, at } of writes) {
    it(`at write ${at}, ${kind}`, async () => {
      await desk.restore(world);
      sandbox.beforeCall = onWrite(at, async () => {
        await desk.maintain();
        return undefined;
      });
      await desk.maintain();
      sandbox.beforeCall = null;
      if (!isSameEnd()) await desk.maintain();
      expectSameEnd();
    });
  }
});

describe('law 4: a plan writes nothing', () => {
  it.each([[[]], [['--json']], [['--issue', '4']]])('with %j', async (args) => {
    await desk.restore(world);
    const before = endState(sandbox.world);
    const { result, written } = await desk.maintainAndTell({ args });
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(written).toEqual([]);
    expect(endState(sandbox.world)).toEqual(before);
  });
});

it('with --issue that card alone is written', async () => {
  await desk.restore(world);
  const { written } = await desk.maintainAndTell({ args: ['--apply', '--issue', '4'] });
  expect(written.length).toBeGreaterThan(0);
  for (const write of written) expect(write).toMatch(/\/projects\/7\/issues\/4(?:\/notes)?$/);
});
