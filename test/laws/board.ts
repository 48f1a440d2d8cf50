import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config/types.ts';
import type { IssueState } from '../../src/sandbox/gitlab/state.ts';
import { person } from '../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import type { FaultEffect, World } from '../../src/sandbox/world.ts';
import { exampleConfig } from '../builders/config.ts';
import { type FeedbackWords, feedbackText } from '../builders/feedback-text.ts';
import { deskVariables, type Instead, runDesk, type Said } from '../story/run-desk.ts';
import { WithoutSockets } from '../story/without-sockets.ts';
import { onWrite, type Stop, writesDuring } from './desk-run.ts';

/** What a run of `maintain-feedback-board` can find otherwise than usual. */
interface Otherwise {
  readonly args?: readonly string[];
  readonly config?: Config;
  readonly hear?: Instead['hear'];
  /** Null: nothing is remembered of earlier runs. */
  readonly cache?: null;
}

/** A board with cards, in a sandbox without sockets. */
export interface BoardAtWork extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** What the desk remembers is kept in it. */
  readonly directory: string;
  maintain(otherwise?: Otherwise): Promise<Said>;
  /** The same, with what was written meanwhile, as `METHOD path`. */
  maintainAndTell(
    otherwise?: Otherwise,
  ): Promise<{ readonly result: Said; readonly written: readonly string[] }>;
  reconcile(...args: readonly string[]): Promise<Said>;
  /** Puts a world back; what the desk remembers is forgotten with it. */
  restore(world: World): Promise<void>;
  issue(iid: number): IssueState;
  /** Names of its labels, sorted. */
  labels(iid: number): string[];
  /** Keys of the desk's comments, and `record`, oldest first. */
  keys(iid: number): string[];
}

const example = exampleConfig();

/** One area, three SMEs, and a project of the product. */
export const boardConfig: Config = {
  ...example,
  areas: example.areas.slice(0, 1),
  roster: example.roster.slice(0, 3),
  feedback: { ...example.feedback, productProjects: ['acme/elsewhere'] },
};

let built: Promise<World> | null = null;

/** Numbers of the cards, by what is the matter with them. */
export const cards = {
  /** Untouched for two weeks. */
  stale: 1,
  /** Accepted by the product manager yesterday. */
  accepted: 2,
  /** Moved to the roadmap by the lead, for the product manager. */
  forManager: 3,
  /** Moved by somebody who may not. */
  unauthorised: 4,
  /** Resolved two days ago. */
  resolved: 5,
  /** Declined two days ago, with a reason. */
  declined: 6,
  /** Declined without one. */
  declinedInSilence: 7,
  /** Somebody has made it public. */
  public: 8,
  /** The same ask as {@link cards.stale}, in other words. */
  duplicate: 9,
  /** Resolved, and closed by whoever resolved it. */
  closed: 10,
  /** Half of the form is missing. */
  incomplete: 11,
  /** The product's issue is closed. */
  productClosed: 12,
  reviewed: 13,
  backlog: 14,
} as const;

/**
 * Cards in every status on the morning of 2 December 2026, as {@link cards} names them; the board of AI lacks a list,
 * the pods of December are due, and the desk has not looked at any card yet.
 */
export async function boardAtWork(): Promise<BoardAtWork> {
  built ??= build();
  const sandbox = await startSandbox({ world: await built });
  sandbox.clearJournal();
  const directory = await mkdtemp(join(tmpdir(), 'sme-desk-cards-'));
  const variables = deskVariables(sandbox.origin, 'everything on');
  const dispatcher = new WithoutSockets(sandbox);
  const maintain = ({ args = ['--apply'], config = boardConfig, hear, cache }: Otherwise = {}) => {
    const remembered = cache === null ? {} : { SME_DESK_CACHE: directory };
    const instead = { dispatcher, config, ...(hear === undefined ? {} : { hear }) };
    return runDesk('maintain-feedback-board', args, { ...variables, ...remembered }, instead);
  };
  const issue = (iid: number) => issueOf(sandbox.world, iid);
  return {
    sandbox,
    directory,
    maintain,
    maintainAndTell: (otherwise) => writesDuring(sandbox, () => maintain(otherwise)),
    reconcile: (...args) => runDesk('reconcile', args, variables, { dispatcher, config: boardConfig }),
    async restore(world) {
      sandbox.restore(world);
      await rm(directory, { recursive: true, force: true });
    },
    issue,
    labels: (iid) =>
      issue(iid)
        .labelIds.map((id) => sandbox.world.gitlab.labels[id]?.name ?? '')
        .sort(),
    keys: (iid) => issue(iid).notes.flatMap(({ body }) => keyOf(body) ?? []),
    async [Symbol.asyncDispose]() {
      await rm(directory, { recursive: true, force: true });
      await sandbox.close();
    },
  };
}

function keyOf(body: string): string | null {
  if (body.includes('<!-- sme-desk:card ')) return 'record';
  return (
    /sme-desk:note .*"key":"(?<key>.*)"\} -->/.exec(body)?.groups?.key?.replaceAll('\\u002d', '-') ?? null
  );
}

function issueOf(world: World, iid: number): IssueState {
  const found = world.gitlab.projects[7]?.issues[iid];
  if (found === undefined) throw new Error(`no issue ${iid}`);
  return found;
}

const asks: readonly FeedbackWords[] = [
  {},
  { challenge: 'Answers of the chat name no source.', solution: 'Link the files an answer rests on.' },
  {
    asking: '006AB000001Glob',
    challenge: 'Models cannot be chosen by group.',
    solution: 'A setting per group.',
  },
  { challenge: 'Suggestions stop in long files.', solution: 'Read more of the file around the cursor.' },
  { challenge: 'The chat forgets what was said before.', solution: 'Keep the thread of a conversation.' },
  {
    asking: '006AB000001Init',
    challenge: 'There is no way to bring a model.',
    solution: 'Self-hosted models.',
  },
  { challenge: 'Nobody sees what AI costs.', solution: 'A report of tokens by team.' },
  { challenge: 'Prompts are stored abroad.', solution: 'Choose the region in which prompts are kept.' },
  { challenge: 'Reviews of large changes wait for days.', solution: 'Suggest reviewers who know the files.' },
  { challenge: 'Tests are not proposed.', solution: 'Write unit tests for a changed function.' },
  { asking: '', impact: 'Huge' },
  {
    challenge: 'Summaries are in English only.',
    solution: 'Summaries in the language of the reader.',
    productIssue: 'acme/elsewhere#1',
  },
  { challenge: 'The assistant is not in the terminal.', solution: 'A command for the shell.' },
  {
    asking: '001AB000001Acme',
    challenge: 'Secrets get into prompts.',
    solution: 'Mask secrets before they are sent.',
    impact: 'Blocker',
  },
];

async function build(): Promise<World> {
  const sandbox = await startSandbox();
  const as = (username: string) => person(sandbox.origin, username);
  const move = (who: string, iid: number, to: string) => as(who).setLabels(iid, { add: [`feedback::${to}`] });
  await runDesk('setup', ['--apply'], deskVariables(sandbox.origin, 'everything on'), {
    config: boardConfig,
  });
  await as('priya').call('POST', '/projects/8/issues', { title: 'Languages' });
  sandbox.world.gitlab.projects[8]?.members.push({
    userId: 900,
    accessLevel: 20,
    createdAt: 0,
    expiresAt: null,
  });
  sandbox.set('2026-11-17T09:00:00Z');
  for (const [index, words] of asks.entries()) {
    const labels = ['type::customer-feedback', 'feedback::new'];
    const issue = { title: `Feedback ${index + 1}`, description: feedbackText(words), labels };
    await as('sam').openIssue({ ...issue, confidential: index + 1 !== cards.public });
  }
  sandbox.set('2026-11-30T09:00:00Z');
  await move('petra', cards.resolved, 'resolved');
  await move('petra', cards.closed, 'resolved');
  await as('omar').comment(cards.declined, 'It goes against how reviews are meant to work.');
  await move('omar', cards.declined, 'declined');
  await as('sam').comment(cards.declined, 'I see, thank you.');
  await move('omar', cards.declinedInSilence, 'declined');
  sandbox.set('2026-12-01T09:00:00Z');
  await move('petra', cards.accepted, 'accepted');
  await move('omar', cards.forManager, 'roadmap');
  await move('mallory', cards.unauthorised, 'accepted');
  await move('petra', cards.reviewed, 'reviewed');
  await move('petra', cards.backlog, 'backlog');
  await as('petra').close(cards.closed);
  await as('priya').call('PUT', '/projects/8/issues/1', { state_event: 'close' });
  const board = sandbox.world.gitlab.projects[7]?.boards.find(({ name }) => name === 'Feedback: AI');
  board?.lists.splice(3, 1);
  sandbox.set('2026-12-02T06:20:00Z');
  const world = sandbox.save();
  await sandbox.close();
  return world;
}

/** Runs once and meets something at its write number `at`, counted from 1. */
export async function maintainStopped(
  { sandbox, maintain }: BoardAtWork,
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
    await maintain({ hear });
  } catch (error) {
    if (error !== died) throw error;
  } finally {
    sandbox.beforeCall = null;
  }
}

/** Ninety seconds pass, then the desk runs until all is as `isDone` wants it, at most three times. */
export async function maintainUntil(
  { sandbox, maintain }: BoardAtWork,
  isDone: () => boolean,
): Promise<void> {
  sandbox.advance(90_000);
  for (let run = 1; run <= 3; run += 1) {
    await maintain();
    if (isDone()) return;
  }
}
