import { afterAll, expect, it } from 'vitest';
import { playStory, type StoryMode, storyModes, storySandbox } from '../story/play-story.ts';
import { WithoutSockets } from '../story/without-sockets.ts';
import { runBeat } from './desk-run.ts';
import { endState } from './end-state.ts';
import { turnedRound } from './turned-round.ts';

/** The law that the order of lists, the size of pages and repeated deliveries do not matter. */

const sandboxes = await Promise.all(
  storyModes.map(async (mode) => ({ mode, sandbox: await storySandbox(mode) })),
);

afterAll(() => Promise.all(sandboxes.map(({ sandbox }) => sandbox.close())));

for (const { mode, sandbox } of sandboxes) {
  const fresh = sandbox.save();

  async function endOfStory(mode: StoryMode, prepare: () => void, twice = false) {
    sandbox.restore(fresh);
    prepare();
    await playStory(sandbox, mode, {
      instead: { dispatcher: new WithoutSockets(sandbox) },
      async after(beat, _index, said) {
        if (said === null || beat.kind !== 'desk') return;
        expect(said).toMatchObject({ code: beat.exit, err: '' });
        if (twice) await runBeat(sandbox, mode, beat);
      },
    });
    sandbox.changeAnswer = null;
    expect(sandbox.offences).toEqual([]);
    return endState(sandbox.world);
  }

  const usual = await endOfStory(mode, () => undefined);

  it(`lists the other way round change nothing, ${mode}`, async () => {
    const end = await endOfStory(mode, () => {
      sandbox.changeAnswer = turnedRound;
    });
    expect(end).toEqual(usual);
  });

  it(`pages of two change nothing, ${mode}`, async () => {
    const end = await endOfStory(mode, () => {
      sandbox.world.switches.largestPage = 2;
      sandbox.world.slack.switches.pageSize = 2;
      sandbox.world.salesforce.switches.batchSize = 2;
    });
    expect(end).toEqual(usual);
  });

  it(`a webhook or schedule that comes twice changes nothing, ${mode}`, async () => {
    expect(await endOfStory(mode, () => undefined, true)).toEqual(usual);
  });
}
