import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { type Beat, standardStory } from '../../src/sandbox/story/standard-story.ts';
import type { World } from '../../src/sandbox/world.ts';
import { deskVariables, type Instead, readTemplate, runDesk, type Said } from './run-desk.ts';
import { WithoutSockets } from './without-sockets.ts';

/** The three installations in which the story is played. */
export const storyModes = ['everything on', 'Salesforce and Slack off', 'GitLab Free'] as const;

export type StoryMode = (typeof storyModes)[number];

export type DeskBeat = Extract<Beat, { kind: 'desk' }>;

const template = await readTemplate();

/** A sandbox as it is before the first beat of the story in a mode. */
export async function storySandbox(mode: StoryMode): Promise<Sandbox> {
  const sandbox = await startSandbox();
  if (mode === 'GitLab Free') sandbox.world.switches.tier = 'free';
  return sandbox;
}

/** The variables the desk runs with in a mode. */
export function storyVariables(sandbox: Sandbox, mode: StoryMode): Record<string, string> {
  return deskVariables(sandbox.origin, mode === 'Salesforce and Slack off' ? mode : 'everything on');
}

/** What looks on while the story is played. */
export interface StoryHooks {
  readonly before?: (beat: Beat, index: number) => void | Promise<void>;
  /** `said` is null where the beat is not the desk's. */
  readonly after?: (beat: Beat, index: number, said: Said | null) => void | Promise<void>;
  /** What the runs of the desk find in the place of their usual surroundings. */
  readonly instead?: Instead;
}

/** Plays the whole story, beat after beat. */
export async function playStory(sandbox: Sandbox, mode: StoryMode, hooks: StoryHooks = {}): Promise<void> {
  for (const [index, beat] of standardStory.entries()) {
    await hooks.before?.(beat, index);
    const said = await playBeat(sandbox, mode, beat, hooks.instead);
    await hooks.after?.(beat, index, said);
  }
}

async function playBeat(
  sandbox: Sandbox,
  mode: StoryMode,
  beat: Beat,
  instead: Instead = {},
): Promise<Said | null> {
  switch (beat.kind) {
    case 'time':
      sandbox.advance(beat.minutes * 60_000);
      return null;
    case 'person':
      await beat.act({ origin: sandbox.origin, template });
      return null;
    case 'desk':
      return await runDesk(beat.script, beat.args, storyVariables(sandbox, mode), instead);
    default:
      return beat satisfies never;
  }
}

/** A beat of the desk, and the world right before it: what happens in it can be tried as often as one likes. */
export interface Moment {
  readonly beat: DeskBeat;
  /** What led to it, such as `omar approves the demo with one click`. */
  readonly because: string;
  readonly world: World;
  /** The world right after it. */
  readonly after: World;
  /** The desk's writes in it, such as `PUT /projects/7/issues/1`, in order. */
  readonly writes: readonly string[];
}

/** Plays the story once and gives every beat of the desk with the world before it. */
export async function momentsOf(sandbox: Sandbox, mode: StoryMode): Promise<Moment[]> {
  const moments: Moment[] = [];
  let because = 'an empty project';
  let world = sandbox.save();
  await playStory(sandbox, mode, {
    instead: { dispatcher: new WithoutSockets(sandbox) },
    before(beat) {
      if (beat.kind === 'person') because = `${beat.who} ${beat.does}`;
      if (beat.kind === 'time' && beat.minutes > 600) because = beat.passes;
      if (beat.kind === 'desk') world = sandbox.save();
    },
    after(beat) {
      if (beat.kind !== 'desk') return;
      const writes = sandbox.world.journal.slice(world.journal.length).filter((call) => call.write);
      const names = writes.map(
        (call) => `${call.method} ${call.path.replace(/^\/(?:api\/v4|services)/, '')}`,
      );
      moments.push({ beat, because, world, after: sandbox.save(), writes: names });
    },
  });
  return moments;
}
