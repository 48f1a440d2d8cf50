import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { Stop } from './desk-run.ts';
import { onWrite } from './desk-run.ts';
import { endState } from './end-state.ts';
import { futureOf } from './future-of.ts';
import { everythingDue, publishStopped, publishUntil } from './publishing.ts';

const desk = await everythingDue();
const { sandbox } = desk;
const world = sandbox.save();
const { result: first, written: writes } = await desk.publishAndTell();
const after = sandbox.save();
await desk.publish();
const undisturbed = endState(sandbox.world);

afterAll(() => desk[Symbol.asyncDispose]());

const isSameEnd = (): boolean => isDeepStrictEqual(endState(sandbox.world), undisturbed);

function expectSameEnd(): void {
  expect(endState(sandbox.world)).toEqual(undisturbed);
  expect(sandbox.offences).toEqual([]);
}

it('everything that publishing can write is in it', () => {
  expect(first).toMatchObject({ code: 0, err: '' });
  const kinds = writes.map((write) =>
    write.replace(/^(\w+) \/api\/(?:v4\/projects\/7\/)?/, '$1 ').replace('%2F', '/'),
  );
  expect(kinds.toSorted()).toEqual(
    [
      'PUT wikis/reports/2026-11',
      'POST wikis',
      'POST wikis',
      'PUT wikis/feedback/improvements',
      'PUT wikis/dashboard',
      'PUT wikis/smes',
      'PUT wikis/_sidebar',
      'PUT issues/6',
      'PUT issues/7',
      'POST issues',
      'POST issues',
      'POST chat.postMessage',
    ].toSorted(),
  );
});

it('law 1: to publish and then to plan is empty', async () => {
  sandbox.restore(after);
  const { result, written } = await desk.publishAndTell();
  expect(result).toMatchObject({ code: 0, err: '' });
  expect(result.out).toContain('Nothing to write');
  expect(written).toEqual([]);
});

describe('law 2: a run that is stopped is made good by the next ones', () => {
  const madeGood = new Set<string>();
  for (const [index, write] of writes.entries()) {
    // Death after a write is death before the next one.
    const death: Stop = index + 1 < writes.length ? 'killed before' : 'killed after';
    for (const how of [death, 'not applied', 'answer lost'] as const) {
      it(`${how}: write ${index + 1}, ${write}`, async () => {
        sandbox.restore(world);
        await publishStopped(desk, { at: index + 1, how });
        const future = futureOf(sandbox.world);
        if (madeGood.has(future)) return;
        await publishUntil(desk, isSameEnd);
        expectSameEnd();
        madeGood.add(future);
      });
    }
  }
});

describe('law 3: a second run in between changes nothing', () => {
  for (const [index, write] of writes.entries()) {
    it(`at write ${index + 1}, ${write}`, async () => {
      sandbox.restore(world);
      sandbox.beforeCall = onWrite(index + 1, async () => {
        await desk.publish();
        return undefined;
      });
      await desk.publish();
      sandbox.beforeCall = null;
      if (!isSameEnd()) await desk.publish();
      expectSameEnd();
    });
  }
});
