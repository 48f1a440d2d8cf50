import { afterAll, expect, it } from 'vitest';
import { type Moment, momentsOf, storySandbox } from '../story/play-story.ts';
import { runAgain, runBeat, runStopped, settle, writesDuring } from './desk-run.ts';
import { endState } from './end-state.ts';

const mode = 'everything on';
const sandbox = await storySandbox(mode);
const moment = (await momentsOf(sandbox, mode)).find(({ beat }) => beat.script === 'setup');
if (moment === undefined) throw new Error('the story has no setup');
const { beat, world } = moment;

/** Set-up repeats a few kinds of writes a hundred times: the first and the last of each kind stand for the rest. */
function firstAndLastOfEachKind({ writes }: Moment): { write: string; at: number }[] {
  const kinds = writes.map((write) => write.replace(/\d+/g, 'N'));
  return writes
    .map((write, index) => ({ write, at: index + 1, kind: kinds[index] ?? '', index }))
    .filter(({ kind, index }) => kinds.indexOf(kind) === index || kinds.lastIndexOf(kind) === index);
}

sandbox.restore(world);
await runBeat(sandbox, mode, beat);
const undisturbed = endState(sandbox.world);

afterAll(() => sandbox.close());

it('law 1: to set up and then to plan is empty', async () => {
  sandbox.restore(world);
  await runBeat(sandbox, mode, beat);
  const { result, written } = await writesDuring(sandbox, () => runAgain(sandbox, mode, beat));
  expect(result).toMatchObject({ code: 0, err: '' });
  expect(written).toEqual([]);
});

for (const { write, at } of firstAndLastOfEachKind(moment)) {
  for (const how of ['killed before', 'killed after', 'answer lost'] as const) {
    it(`law 2: ${how}: setup at write ${at}, ${write}`, async () => {
      sandbox.restore(world);
      await runStopped(sandbox, mode, beat, { at, how });
      await settle(sandbox, mode, beat);
      expect(endState(sandbox.world)).toEqual(undisturbed);
      expect(sandbox.offences).toEqual([]);
    });
  }
}
