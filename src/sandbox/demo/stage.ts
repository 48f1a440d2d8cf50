import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskUsername } from '../actor.ts';
import { exampleConfigDirectory, exampleTemplate } from '../example/example-project.ts';
import { type Sandbox, startSandbox } from '../server.ts';
import type { Call, FaultEffect } from '../world.ts';
import type { CrashPlan, DemoMode } from './demo-options.ts';
import { demoVariables, demoWorld } from './demo-world.ts';
import {
  type Ended,
  killed,
  projectRoot,
  type ScriptProcess,
  type StartScript,
  startScript,
} from './script-process.ts';
import { answerTime } from './start-times.ts';

/** Where a story is played: a sandbox, a folder for files, and one script at a time. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** The issue template, as the project offers it. */
  readonly template: string;
  /** The write at which the desk was killed; null: not (yet). */
  readonly struck: Call | null;
  /** Scripts started so far. */
  readonly started: number;
  /** Runs one script to its end. */
  run(script: string, args: readonly string[]): Promise<Ended>;
  close(): Promise<void>;
}

/** Opens a stage with a fresh world. With a crash plan the desk is killed once, at that write. */
export async function openStage(
  mode: DemoMode,
  crash: CrashPlan | null,
  start: StartScript = startScript,
): Promise<Stage> {
  const template = await readFile(join(projectRoot, exampleTemplate), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'sme-desk-demo-'));
  const sandbox = await startSandbox({ world: demoWorld(mode) });
  const variables = {
    ...demoVariables(sandbox.origin, mode),
    SME_DESK_CONFIG: exampleConfigDirectory,
    // Twenty processes compile the same modules: the first one keeps the result for the others.
    NODE_COMPILE_CACHE: join(projectRoot, 'node_modules/.cache/sme-desk-demo'),
  };
  let current: ScriptProcess | null = null;
  let struck: Call | null = null;
  let started = 0;
  sandbox.beforeCall = async (call): Promise<FaultEffect | undefined> => {
    if (crash === null || struck !== null || current === null || call.writeIndex !== crash.at)
      return undefined;
    struck = call;
    await killed(current);
    return { kind: crash.how === 'before' ? 'refuse' : 'lose-answer' };
  };
  sandbox.afterCall = ({ actor }) => {
    if (actor === deskUsername || actor === 'olivia') sandbox.advance(answerTime);
  };
  return {
    sandbox,
    folder,
    template,
    get struck() {
      return struck;
    },
    get started() {
      return started;
    },
    async run(script, args) {
      started += 1;
      current = start(script, args, variables);
      const ended = await current.ended;
      current = null;
      return ended;
    },
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
