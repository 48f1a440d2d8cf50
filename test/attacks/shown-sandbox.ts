import assert from 'node:assert/strict';
import { person } from '../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import type { Call, World } from '../../src/sandbox/world.ts';
import { requestText } from '../builders/request-text.ts';
import { grantsIn } from '../laws/grants.ts';
import { deskVariables, type Instead, runDesk, type Said } from '../story/run-desk.ts';
import { worldOnce } from './build/made-once.ts';

/** A sandbox in which sam's request 1 waits for its approval, and the desk that works in it. */
export interface ShownSandbox {
  readonly sandbox: Sandbox;
  /** A minute passes and a script of the desk runs. */
  readonly run: (script?: string, instead?: Instead) => Promise<Said>;
  /** The labels of the scope on an issue, without the scope. */
  readonly states: (iid?: number) => Promise<string[]>;
  /** What was granted since the request was shown. */
  readonly grants: () => string[];
}

/** The world in which request 1 was shown. The program itself should make it, before any build with a rule off. */
export function shownWorld(): Promise<World> {
  return worldOnce(makeShown);
}

/** Tells a story in a sandbox of its own. */
export async function inSandbox(tell: (scene: ShownSandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({ world: await shownWorld() });
  sandbox.clearJournal();
  try {
    await tell(sceneOf(sandbox));
    assert.deepEqual(sandbox.offences, []);
  } finally {
    await sandbox.close();
  }
}

async function makeShown(): Promise<World> {
  const sandbox = await startSandbox();
  try {
    await runDesk('setup', ['--apply'], deskVariables(sandbox.origin, 'everything on'));
    const request = { title: 'SME for AI', description: requestText(), confidential: true };
    await person(sandbox.origin, 'sam').openIssue(request);
    const scene = sceneOf(sandbox);
    await scene.run();
    assert.deepEqual(await scene.states(), ['awaiting-approval']);
    return sandbox.save();
  } finally {
    await sandbox.close();
  }
}

function sceneOf(sandbox: Sandbox): ShownSandbox {
  return {
    sandbox,
    async run(script = 'reconcile', instead = {}) {
      sandbox.advance(60_000);
      return await runDesk(script, ['--apply'], deskVariables(sandbox.origin, 'everything on'), instead);
    },
    async states(iid = 1) {
      const { labels } = await person(sandbox.origin, 'priya').readIssue(iid);
      return labels.flatMap((label) =>
        label.startsWith('request::') ? [label.slice('request::'.length)] : [],
      );
    },
    grants: () => grantsIn(sandbox.world.journal),
  };
}

/** Something happens once, right before the first call of the desk that fits. */
export function onceBefore(
  sandbox: Sandbox,
  fits: (call: Call) => boolean,
  happens: () => Promise<unknown>,
): void {
  sandbox.beforeCall = async (call) => {
    if (call.actor !== 'project_7_bot_desk' || !fits(call)) return;
    sandbox.beforeCall = null;
    await happens();
  };
}
