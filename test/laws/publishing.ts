import { expect } from 'vitest';
import type { Config } from '../../src/config/types.ts';
import { guarded } from '../../src/run/enter.ts';
import { runPublish } from '../../src/run/run-publish.ts';
import type { IssueState } from '../../src/sandbox/gitlab/state.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { FaultEffect, World } from '../../src/sandbox/world.ts';
import { exampleConfig } from '../builders/config.ts';
import { programAtWork } from '../run/observe/program-at-work.ts';
import { deskVariables, type Said } from '../story/run-desk.ts';
import { WithoutSockets } from '../story/without-sockets.ts';
import { onWrite, type Stop, writesDuring } from './desk-run.ts';

/** What a run of `publish-metrics` can find otherwise than usual. */
interface Otherwise {
  readonly args?: readonly string[];
  readonly config?: Config;
  /** Null: a variable that is not set. */
  readonly variables?: Readonly<Record<string, string | null>>;
  readonly hear?: (text: string) => void;
}

/** A small program that publishes, in a sandbox without sockets. */
export interface Publishing extends AsyncDisposable {
  readonly sandbox: Sandbox;
  publish(otherwise?: Otherwise): Promise<Said>;
  /** The same, with what was written meanwhile, as `METHOD path`. */
  publishAndTell(
    otherwise?: Otherwise,
  ): Promise<{ readonly result: Said; readonly written: readonly string[] }>;
  /** Contents of the wiki by slug. */
  wiki(): Record<string, string>;
  issues(label: string): IssueState[];
  /** Texts in the program's channel. */
  posts(): string[];
}

const example = exampleConfig();

/** One area, one region and three SMEs: a run with everything in it that a large program has, and short. */
export const smallConfig: Config = {
  ...example,
  areas: example.areas.slice(0, 1),
  regions: example.regions.slice(0, 1),
  roster: example.roster.slice(0, 3),
};

/** A month is over, and no quarter. */
const december = '2026-12-03T05:40:00Z';
/** A quarter has ended: report, review, review issue, post and records are due. */
const january = '2027-01-02T05:40:00Z';

/**
 * The program of {@link programAtWork} with three requests, feedback and an article; nothing is published yet, and it
 * is the third of December.
 */
export async function publishing(world?: World): Promise<Publishing> {
  const program = await programAtWork();
  const { sandbox } = program;
  if (world === undefined) sandbox.set(december);
  else sandbox.restore(world);
  sandbox.clearJournal();
  // What runs remember saves three reads of each issue; that it changes nothing is a test of its own.
  const remembered = { SME_DESK_CACHE: program.directory };
  const publish = (otherwise: Otherwise = {}) =>
    runOf(sandbox, { ...otherwise, variables: { ...remembered, ...otherwise.variables } });
  const project = () => sandbox.world.gitlab.projects[7];
  return {
    sandbox,
    publish,
    publishAndTell: (otherwise) => writesDuring(sandbox, () => publish(otherwise)),
    wiki: () => Object.fromEntries((project()?.wiki ?? []).map(({ slug, content }) => [slug, content])),
    issues: (label) => {
      const { labels } = sandbox.world.gitlab;
      const all = Object.values(project()?.issues ?? {});
      return all.filter(({ labelIds }) => labelIds.some((id) => labels[id]?.name === label));
    },
    posts: () => {
      const channel = sandbox.world.slack.conversations.find(({ id }) => id === smallConfig.slack.program);
      return (channel?.messages ?? []).map(({ text }) => text);
    },
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}

async function runOf(sandbox: Sandbox, otherwise: Otherwise): Promise<Said> {
  const { args = ['--apply'], config = smallConfig, hear = () => undefined } = otherwise;
  const out: string[] = [];
  const err: string[] = [];
  const caught = (words: string[]) => (text: string) => {
    hear(text);
    words.push(text);
  };
  const variables = { ...deskVariables(sandbox.origin, 'everything on'), ...otherwise.variables };
  const code = await guarded(runPublish, {
    args,
    variables: Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, value ?? undefined]),
    ),
    print: caught(out),
    complain: caught(err),
    monotonic: () => 0,
    readConfig: () => Promise.resolve({ ok: true, config, revision: 'c0ffee' }),
    transport: { dispatcher: new WithoutSockets(sandbox) },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/**
 * A month later: November is published, the roster has won an SME, a figure of November has changed since, and the
 * quarter is over. Everything that publishing can write is due.
 */
export async function everythingDue(): Promise<Publishing> {
  due ??= makeDue();
  return publishing(await due);
}

/** The same a run later: everything is published. */
export async function everythingPublished(): Promise<Publishing> {
  published ??= makePublished();
  return publishing(await published);
}

let due: Promise<World> | null = null;
let published: Promise<World> | null = null;

async function makePublished(): Promise<World> {
  await using desk = await everythingDue();
  await desk.publish();
  return desk.sandbox.save();
}

async function makeDue(): Promise<World> {
  await using desk = await publishing();
  await desk.publish({ config: { ...smallConfig, roster: smallConfig.roster.slice(0, 2) } });
  const request = desk.sandbox.world.gitlab.projects[7]?.issues[3];
  if (request === undefined) throw new Error('the program has no request 3');
  request.labelIds = [];
  desk.sandbox.set(january);
  return desk.sandbox.save();
}

/** Runs once and meets something at its write number `at`, counted from 1. */
export async function publishStopped(
  { sandbox, publish }: Publishing,
  { at, how }: { readonly at: number; readonly how: Stop },
): Promise<void> {
  let dead = false;
  const effect: FaultEffect = {
    kind: how === 'not applied' || how === 'killed before' ? 'refuse' : 'lose-answer',
  };
  const atWrite = onWrite(at, async () => {
    dead = how.startsWith('killed');
    return effect;
  });
  // What a dead process still had under way reaches nobody.
  sandbox.beforeCall = (call) => (dead ? Promise.resolve({ kind: 'refuse' }) : atWrite(call));
  const died = new Error('the process is dead');
  const hear = (): void => {
    if (dead) throw died;
  };
  try {
    await publish({ hear });
  } catch (error) {
    if (error !== died) throw error;
  } finally {
    sandbox.beforeCall = null;
  }
}

/** Ninety seconds pass, then the desk publishes until all is as `isDone` wants it, at most three times. */
export async function publishUntil(
  { sandbox, publishAndTell }: Publishing,
  isDone: (written: readonly string[]) => boolean,
): Promise<void> {
  sandbox.advance(90_000);
  for (let run = 1; run <= 3; run += 1) {
    const { written } = await publishAndTell();
    if (isDone(written)) return;
  }
}

/** Publishes, and expects that a second run writes nothing; gives what both have said. */
export async function publishTwice(desk: Publishing, otherwise: Otherwise = {}) {
  const first = await desk.publish(otherwise);
  const { result, written } = await desk.publishAndTell(otherwise);
  expect(written).toEqual([]);
  expect(desk.sandbox.offences).toEqual([]);
  return { first, again: result };
}
