import type { Sandbox } from '../../src/sandbox/server.ts';
import type { Call, FaultEffect } from '../../src/sandbox/world.ts';
import { type DeskBeat, type StoryMode, storyVariables } from '../story/play-story.ts';
import { type Instead, runDesk, type Said } from '../story/run-desk.ts';
import { WithoutSockets } from '../story/without-sockets.ts';

/** What happens at one write of a run. */
export type Stop =
  /** The process dies before the write: it is not applied. Death after a write is death before the next one. */
  | 'killed before'
  /** The process dies after the write was carried out. */
  | 'killed after'
  /** The connection breaks before anything happened, and the run goes on. */
  | 'not applied'
  /** The write is carried out, its answer is lost, and the run goes on. */
  | 'answer lost';

/** Runs a beat of the desk as the story has it, without sockets between the desk and the sandbox. */
export function runBeat(
  sandbox: Sandbox,
  mode: StoryMode,
  beat: Pick<DeskBeat, 'script' | 'args'>,
  instead: Instead = {},
): Promise<Said> {
  const dispatcher = new WithoutSockets(sandbox);
  return runDesk(beat.script, beat.args, storyVariables(sandbox, mode), { dispatcher, ...instead });
}

/** The next scheduled run of the same script: over all issues. */
export function runAgain(sandbox: Sandbox, mode: StoryMode, beat: DeskBeat): Promise<Said> {
  return runBeat(sandbox, mode, { script: beat.script, args: ['--apply'] });
}

/** Runs a beat that meets something at its write number `at`, counted from 1. */
export async function runStopped(
  sandbox: Sandbox,
  mode: StoryMode,
  beat: DeskBeat,
  stop: { readonly at: number; readonly how: Stop },
): Promise<void> {
  let dead = false;
  const breakAt: FaultEffect = {
    kind: stop.how === 'not applied' || stop.how === 'killed before' ? 'refuse' : 'lose-answer',
  };
  const atWrite = onWrite(stop.at, async () => {
    dead = stop.how.startsWith('killed');
    return breakAt;
  });
  sandbox.beforeCall = (call) => {
    // What a dead process still had under way reaches nobody.
    if (dead) return Promise.resolve({ kind: 'refuse' });
    return atWrite(call);
  };
  const died = new Error('the process is dead');
  const run = runBeat(sandbox, mode, beat, {
    hear() {
      if (dead) throw died;
    },
  });
  try {
    await run;
  } catch (error) {
    if (error !== died) throw error;
  } finally {
    sandbox.beforeCall = null;
  }
}

/** A hook that acts once, at the write number `at` of all that pass from now on. */
export function onWrite(
  at: number,
  act: (call: Call) => Promise<FaultEffect | undefined>,
): (call: Call) => Promise<FaultEffect | undefined> {
  let writes = 0;
  return async (call) => {
    if (!call.write) return undefined;
    writes += 1;
    return writes === at ? await act(call) : undefined;
  };
}

/** What is written while something happens, by everybody, as `METHOD path`. */
export async function writesDuring<Result>(
  sandbox: Sandbox,
  happening: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly written: readonly string[] }> {
  const before = sandbox.world.journal.length;
  const result = await happening();
  const calls = sandbox.world.journal.slice(before).filter((call) => call.write);
  return { result, written: calls.map((call) => `${call.method} ${call.path}`) };
}

/** Ninety seconds pass, then the desk runs until a run writes nothing, at most three times. */
export async function settle(sandbox: Sandbox, mode: StoryMode, beat: DeskBeat): Promise<Said> {
  sandbox.advance(90_000);
  for (let run = 1; ; run += 1) {
    const { result, written } = await writesDuring(sandbox, () => runAgain(sandbox, mode, beat));
    if (written.length === 0) return result;
    if (run === 3) throw new Error(`the third run still writes: ${written.join(', ')}\n${result.out}`);
  }
}
