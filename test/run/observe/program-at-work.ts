import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../../src/config/types.ts';
import { parseEnvironment } from '../../../src/run/environment.ts';
import { historyCache } from '../../../src/run/observe/history-cache.ts';
import { observeDesk } from '../../../src/run/observe/observe-desk.ts';
import { observeProgram } from '../../../src/run/observe/observe-histories.ts';
import type { ProgramIssues } from '../../../src/run/observe/program-issues.ts';
import { openClients } from '../../../src/run/open-clients.ts';
import type { IssueState } from '../../../src/sandbox/gitlab/state.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { requestText } from '../../builders/request-text.ts';
import { deskVariables } from '../../story/run-desk.ts';
import { type DeskAtWork, deskAtWork, runUntilQuiet } from '../desk-at-work.ts';

/** A project with a history, and a report's reading of it. */
export interface ProgramAtWork extends DeskAtWork {
  /** A directory of its own that a cache can be in. */
  readonly directory: string;
  readonly issue: (iid: number) => IssueState;
  /** What a run reads, with the cache unless `directory` is null. */
  read(asked?: { readonly directory?: string | null; readonly config?: Config }): Promise<ProgramIssues>;
  /** Numbers of the issues whose events or comments were read since the last {@link read} began. */
  readonly historiesRead: () => number[];
}

let played: Promise<World> | null = null;

/**
 * Request 1 is approved, held and answered, and has led to customer feedback (4) and an article (5); request 2 is
 * declined; request 3 has just been opened. Then three hours of quiet.
 */
async function play(): Promise<World> {
  await using desk = await deskAtWork();
  const { sandbox, as } = desk;
  await as('sofia').openIssue({ title: 'Declined later', description: requestText(), confidential: true });
  await as('tom').openIssue({ title: 'Just opened', description: requestText(), confidential: true });
  await runUntilQuiet(desk);
  await as('omar').setLabels(1, { add: ['request::approved'] });
  await as('omar').comment(2, 'Not enough notice, sorry.');
  await as('omar').setLabels(2, { add: ['request::declined'] });
  await runUntilQuiet(desk);
  sandbox.set('2026-12-02T10:00:00Z');
  await runUntilQuiet(desk);
  const answer = ['rating: 4', 'outcome: technical win', 'nps: 9', 'follow-up: product feedback, content'];
  await as('sam').comment(1, answer.join('\n'));
  await runUntilQuiet(desk);
  sandbox.advance(3 * 3_600_000);
  return sandbox.save();
}

export async function programAtWork(): Promise<ProgramAtWork> {
  played ??= play();
  const world = await played;
  const desk = await deskAtWork();
  const { sandbox } = desk;
  sandbox.restore(world);
  sandbox.clearJournal();
  const directory = await mkdtemp(join(tmpdir(), 'sme-desk-cache-'));
  return {
    ...desk,
    directory,
    issue: (iid) => issueOf(sandbox.world, iid),
    async read({ directory: at = directory, config = desk.config } = {}) {
      sandbox.clearJournal();
      const variables = deskVariables(sandbox.origin, 'everything on');
      const environment = parseEnvironment(variables, 'desk');
      if (!environment.ok) throw new Error(environment.problems.join('\n'));
      const { gitlab } = openClients(environment.value, { slackChannelField: null, variables });
      const snapshot = await observeDesk(gitlab, config, null);
      return await observeProgram(gitlab, config, snapshot, await historyCache(at, config, snapshot));
    },
    historiesRead() {
      const paths = sandbox.world.journal.map((call) => /\/issues\/(\d+)\//.exec(call.path)?.[1]);
      return [...new Set(paths.flatMap((iid) => (iid === undefined ? [] : [Number(iid)])))].sort(
        (a, b) => a - b,
      );
    },
    async [Symbol.asyncDispose]() {
      await rm(directory, { recursive: true, force: true });
      await desk[Symbol.asyncDispose]();
    },
  };
}

function issueOf(world: World, iid: number): IssueState {
  const issues = Object.values(world.gitlab.projects[7]?.issues ?? {});
  const found = issues.find((each) => each.iid === iid);
  if (found === undefined) throw new Error(`no issue ${iid}`);
  return found;
}
