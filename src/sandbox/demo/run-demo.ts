import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { World } from '../world.ts';
import { type DemoOptions, demoUsage, parseDemoOptions } from './demo-options.ts';
import { type Comparison, compareEnds } from './effects.ts';
import type { Happening } from './happening.ts';
import { type Paint, paintFor } from './paint.ts';
import { playStory } from './play-story.ts';
import { type CheckedPromise, checkPromises } from './promises.ts';
import type { StartScript } from './script-process.ts';
import { showDashboard } from './show-dashboard.ts';
import { StoryWentWrong } from './story-went-wrong.ts';
import { summaryLines } from './summary.ts';
import { storyTeller } from './tell-story.ts';
import { writeWiki } from './wiki-files.ts';

/** What the demo takes from the process. */
export interface DemoSurroundings {
  readonly args: readonly string[];
  /** Prints one line. */
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Whether the terminal shows colours. */
  readonly colours: boolean;
  /** Milliseconds on a clock that only goes forward. */
  readonly monotonic: () => number;
  /** Is given the world as the story has left it. */
  readonly keep?: (world: World) => void;
  /** Starts the scripts, instead of each as a process of its own. */
  readonly start?: StartScript;
}

/** The demo: plays the story, tells it, and checks its end. Gives the exit code: 0 all went well, 1 anything else. */
export async function runDemo(surroundings: DemoSurroundings): Promise<0 | 1> {
  const parsed = parseDemoOptions(surroundings.args);
  switch (parsed.kind) {
    case 'help':
      surroundings.print(demoUsage);
      return 0;
    case 'problem':
      surroundings.complain(`${parsed.problem}\n\n${demoUsage}`);
      return 1;
    case 'show':
      return await toldEnd(surroundings, () => show(parsed.out, surroundings));
    case 'play':
      return await toldEnd(surroundings, (paint) => perform(parsed.options, surroundings, paint));
    default:
      return parsed satisfies never;
  }
}

/** Does the work, and complains of whatever ends it early. */
async function toldEnd(
  surroundings: DemoSurroundings,
  work: (paint: Paint) => Promise<0 | 1>,
): Promise<0 | 1> {
  const paint = paintFor(surroundings.colours);
  try {
    return await work(paint);
  } catch (error) {
    const known = error instanceof StoryWentWrong;
    const words = error instanceof Error ? error.message : String(error);
    surroundings.complain(
      paint.bad(`\n${known ? 'The story went wrong' : 'The demo had to stop'}: ${words}`),
    );
    return 1;
  }
}

/** Shows the dashboard; its server keeps the process alive until somebody ends it. */
async function show(out: string, { print }: DemoSurroundings): Promise<0> {
  const { url } = await showDashboard(dashboardIn(out));
  print(`The dashboard of the last play: ${url}\nCtrl+C ends it.`);
  return 0;
}

/** Where the dashboard lies below a directory. */
function dashboardIn(out: string): string {
  return join(out, 'public');
}

async function perform(options: DemoOptions, surroundings: DemoSurroundings, paint: Paint): Promise<0 | 1> {
  const started = surroundings.monotonic();
  // A directory that cannot be written to is better told before the story than after it.
  await mkdir(join(options.out, 'wiki'), { recursive: true });
  for (const line of introduction(options)) surroundings.print(line);
  const { start } = surroundings;
  const teller = storyTeller(paint);
  const tell = (happening: Happening) => {
    for (const line of teller(happening)) surroundings.print(line);
  };
  const dashboard = dashboardIn(options.out);
  const alone = { crash: null, dashboard: null, tell: () => undefined };
  const [story, uninterrupted] = await both(
    // The scripts are started in the project, wherever the demo was.
    playStory({ ...options, start, dashboard: resolve(dashboard), tell }),
    options.crash === null ? null : playStory({ ...options, ...alone, start }),
  );
  surroundings.keep?.(story.world);
  const pages = await writeWiki(story.world, options.out);
  const promises = checkPromises(story.world, story.writesAfterwards);
  const comparison = uninterrupted === null ? null : compareEnds(story.world, uninterrupted.world);
  const took = (surroundings.monotonic() - started) / 1000;
  const input = { ...story, mode: options.mode, promises, comparison, pages, out: options.out, took };
  for (const line of summaryLines(input, paint)) surroundings.print(line);
  const wrong = whatIsWrong(promises, comparison);
  for (const line of wrong) surroundings.complain(paint.bad(line));
  return wrong.length === 0 ? 0 : 1;
}

/** Waits for two plays, also when one of them fails: a story must not go on behind its own ending. */
async function both<One, Other>(
  one: Promise<One>,
  other: Promise<Other> | null,
): Promise<[One, Other | null]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}

const modeWords = {
  all: 'Salesforce and Slack are on; GitLab is Premium.',
  off: 'Salesforce and Slack are off in this play.',
  free: 'Salesforce and Slack are on; GitLab is Free in this play.',
} as const;

function introduction({ mode, crash }: DemoOptions): string[] {
  const killed = crash === null ? [] : [`The desk will be killed at its write ${crash.at}.`];
  return [
    'SME Desk, the demo: three requests for an expert, from an empty project to the report of the month.',
    'GitLab, Salesforce and Slack are played on this machine; the scripts of the desk are the real ones.',
    [modeWords[mode], ...killed].join(' '),
  ];
}

/** Every broken promise, and everything that an interrupted play has lost or repeated. */
function whatIsWrong(promises: readonly CheckedPromise[], comparison: Comparison | null): string[] {
  const broken = promises.filter((each) => each.against.length > 0);
  return [
    ...broken.map((each) => `Broken promise: ${each.promise} (${each.against.join(', ')})`),
    ...(comparison?.lost ?? []).map((effect) => `Lost: ${effect}`),
    ...(comparison?.repeated ?? []).map((effect) => `Repeated: ${effect}`),
  ];
}
