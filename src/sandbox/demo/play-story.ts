import type { DeliveryState } from '../gitlab/state.ts';
import { type Beat, standardStory } from '../story/standard-story.ts';
import type { World } from '../world.ts';
import { changesBetween } from './changes.ts';
import { deliver, deliveriesSince } from './deliver-webhooks.ts';
import type { CrashPlan, DemoMode } from './demo-options.ts';
import type { Happening } from './happening.ts';
import { projectOf } from './place.ts';
import { saidBetween } from './said.ts';
import type { Ended, StartScript } from './script-process.ts';
import { openStage, type Stage } from './stage.ts';
import { restartAfter, startTimes } from './start-times.ts';
import { StoryWentWrong } from './story-went-wrong.ts';

export interface PlayOptions {
  readonly mode: DemoMode;
  readonly crash: CrashPlan | null;
  /** Directory that the dashboard is written to; null: nowhere. */
  readonly dashboard: string | null;
  readonly tell: (happening: Happening) => void;
  readonly start?: StartScript | undefined;
}

/** A story that was played to its end. */
export interface Played {
  readonly world: World;
  /** Processes that were started. */
  readonly processes: number;
  /** Writes of the desk in the story. */
  readonly writes: number;
  /** Writes of one more run of everything at the end; more than 0 means that the desk does not come to rest. */
  readonly writesAfterwards: number;
}

interface Play extends PlayOptions {
  readonly stage: Stage;
  /** When the story goes on, whatever the runs in between took. */
  due: number;
  /** Deliveries that have been looked at. */
  heard: number;
  /** When somebody acted whose act no run has seen yet; null: nobody. */
  acted: number | null;
  echoed: boolean;
}

/** Plays the standard story with the desk's real scripts; throws `StoryWentWrong` where it takes another turn. */
export async function playStory(options: PlayOptions): Promise<Played> {
  const stage = await openStage(options.mode, options.crash, options.start);
  try {
    const play: Play = {
      ...options,
      stage,
      due: stage.sandbox.world.clock.now,
      heard: 0,
      acted: null,
      echoed: false,
    };
    for (const beat of standardStory) await playBeat(play, beat);
    return await finish(play);
  } finally {
    await stage.close();
  }
}

async function playBeat(play: Play, beat: Beat): Promise<void> {
  const { sandbox } = play.stage;
  switch (beat.kind) {
    case 'time':
      play.due += beat.minutes * 60_000;
      sandbox.set(Math.max(play.due, sandbox.world.clock.now));
      play.tell({ kind: 'time', at: sandbox.world.clock.now, passes: beat.passes });
      return;
    case 'person':
      await playPerson(play, beat);
      return;
    case 'desk':
      await playDesk(play, beat);
      play.acted = null;
      play.heard = projectOf(sandbox.world).deliveries.length;
      return;
    default:
      return beat satisfies never;
  }
}

async function playPerson(play: Play, { who, does, act }: Extract<Beat, { kind: 'person' }>): Promise<void> {
  const { sandbox, template } = play.stage;
  const before = sandbox.save();
  play.acted ??= sandbox.world.clock.now;
  await act({ origin: sandbox.origin, template });
  const said = saidBetween(before, sandbox.world);
  play.tell({ kind: 'person', at: before.clock.now, who, does, said });
}

type DeskBeat = Extract<Beat, { kind: 'desk' }>;

async function playDesk(play: Play, beat: DeskBeat): Promise<void> {
  switch (beat.by) {
    case 'operator':
      play.tell({
        kind: 'person',
        at: play.stage.sandbox.world.clock.now,
        who: 'olivia',
        does: 'sets the project up',
        said: [],
      });
      return await runScript(play, beat, beat.args);
    case 'webhook':
      return await playWebhooks(play, beat);
    case 'schedule':
      return await playSchedule(play, beat);
    default:
      return beat.by satisfies never;
  }
}

/** Every delivery that people have caused starts a pipeline of its own; the desk's own come back, too. */
async function playWebhooks(play: Play, beat: DeskBeat): Promise<void> {
  const { people } = deliveriesSince(play.stage.sandbox, play.heard);
  if (people.length === 0) throw new StoryWentWrong('a person has acted, but GitLab has no webhook to send');
  for (const delivery of people) {
    const verdict = await judge(play, delivery);
    play.tell({ kind: 'webhook', verdict });
    const args = ['--apply', ...verdict.split(' ').slice(1)];
    if (args.join(' ') !== beat.args.join(' ')) {
      throw new StoryWentWrong(`should-run said "${verdict}", and the story wants "${beat.args.join(' ')}"`);
    }
    play.stage.sandbox.advance(startTimes.install);
    await runScript(play, beat, args);
  }
  if (!play.echoed) await playEcho(play);
}

/** Shows once that a run does not start the next one: what the desk did arrives as webhooks as well. */
async function playEcho(play: Play): Promise<void> {
  const { desk } = deliveriesSince(play.stage.sandbox, play.heard);
  const own = desk.at(-1);
  if (own === undefined) return;
  play.echoed = true;
  const verdict = await judge(play, own);
  if (verdict !== 'skip')
    throw new StoryWentWrong(`should-run said "${verdict}" to a change by the desk itself`);
  play.tell({ kind: 'echo', webhooks: desk.length, verdict });
}

/** Webhook, pipeline, runner, and what `should-run` says to the payload. */
async function judge({ stage }: Play, delivery: DeliveryState): Promise<string> {
  stage.sandbox.advance(startTimes.webhook);
  const payload = await deliver(stage.sandbox, delivery, stage.folder);
  stage.sandbox.advance(startTimes.runner);
  const ended = await stage.run('should-run', [payload]);
  if (ended.code !== 0) throw endedWrong('should-run', ended, 0);
  return ended.out.trim();
}

/** The schedule is the guarantee: it finds what no webhook has told. */
async function playSchedule(play: Play, beat: DeskBeat): Promise<void> {
  const { sandbox } = play.stage;
  const task = beat.script === 'publish-metrics' ? 'publish' : 'reconcile';
  const schedule = projectOf(sandbox.world).schedules.find((each) =>
    each.variables.some(({ key, value }) => key === 'SME_DESK_TASK' && value === task),
  );
  if (schedule === undefined) throw new StoryWentWrong(`setup has made no schedule for the task ${task}`);
  const { people } = deliveriesSince(sandbox, play.heard);
  play.tell({ kind: 'schedule', cron: schedule.cron, lost: people.length });
  if (task === 'reconcile') sandbox.set(nextQuarter(sandbox.world.clock.now));
  sandbox.advance(startTimes.runner + startTimes.install);
  await runScript(play, beat, beat.args);
}

function nextQuarter(now: number): number {
  const quarter = 15 * 60_000;
  return Math.ceil(now / quarter) * quarter;
}

async function runScript(play: Play, beat: DeskBeat, args: readonly string[]): Promise<void> {
  const { sandbox } = play.stage;
  const before = sandbox.save();
  const ended = await restarted(play, beat.script, [...args, ...dashboardFlags(play, beat)]);
  if (ended.code !== beat.exit) throw endedWrong(beat.script, ended, beat.exit);
  const world = sandbox.save();
  const at = world.clock.now;
  const waited = play.acted === null ? null : (at - play.acted) / 1000;
  play.tell({ kind: 'run', script: beat.script, at, waited, changes: changesBetween(before, world) });
}

/** The dashboard is made of files, as the job `publish` hands them to GitLab Pages. */
function dashboardFlags({ dashboard }: Play, { script }: DeskBeat): string[] {
  return script === 'publish-metrics' && dashboard !== null ? ['--pages', dashboard] : [];
}

/** A run, and if it was killed on the way, the same run again. */
async function restarted(play: Play, script: string, args: readonly string[]): Promise<Ended> {
  const { stage, crash } = play;
  const struckBefore = stage.struck;
  const ended = await stage.run(script, args);
  if (stage.struck === struckBefore || stage.struck === null || crash === null) return ended;
  const at = stage.sandbox.world.clock.now;
  play.tell({ kind: 'crash', call: stage.struck, crash, at });
  stage.sandbox.advance(restartAfter);
  return await stage.run(script, args);
}

function endedWrong(script: string, ended: Ended, wanted: number): StoryWentWrong {
  const words = `${ended.out}\n${ended.err}`.trim().split('\n').slice(-12).join('\n');
  const how = ended.code === null ? 'was killed because it hung' : `ended with exit code ${ended.code}`;
  return new StoryWentWrong(`${script} ${how}, and the story wants ${wanted}. Its last words:\n${words}`);
}

/** One more run at the end, and one more publishing, have nothing left to write. */
async function finish({ stage, crash }: Play): Promise<Played> {
  const { sandbox } = stage;
  if (crash !== null && stage.struck === null) {
    const writes = sandbox.world.counted.deskWrites;
    throw new StoryWentWrong(`--crash-at ${crash.at}: the desk writes only ${writes} times in this story`);
  }
  const writes = sandbox.world.counted.deskWrites;
  for (const script of ['reconcile', 'publish-metrics']) {
    const ended = await stage.run(script, ['--apply']);
    if (ended.code !== 0) throw endedWrong(script, ended, 0);
  }
  const world = sandbox.save();
  return { world, processes: stage.started, writes, writesAfterwards: world.counted.deskWrites - writes };
}
