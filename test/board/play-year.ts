import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { FaultEffect, World } from '../../src/sandbox/world.ts';
import { type Dice, dice } from '../builders/program/dice.ts';
import { deskVariables, runDesk, type Said } from '../story/run-desk.ts';
import { WithoutSockets } from '../story/without-sockets.ts';
import { act } from './acts.ts';
import { arrive } from './arrivals.ts';
import { examine } from './oracle/examine.ts';
import type { Finding } from './oracle/finding.ts';
import type { Memory } from './oracle/memory.ts';
import type { Run, Seen } from './oracle/see.ts';
import { configOf, firstMorning, programOf, startYear } from './setting.ts';
import type { Stage } from './stage.ts';

const dayLength = 86_400_000;

/** Which year is played. */
export interface YearPlan {
  readonly seed: number;
  readonly tier: 'free' | 'premium';
  readonly days: number;
}

/** What came of a year. */
export interface Year {
  /** What the oracle found, with the day it found it on. */
  readonly findings: readonly (Finding & { readonly day: number })[];
  /** The last run, and what was known when it was judged: faults are planted there. */
  readonly last: Run;
  readonly memory: Memory;
  readonly runs: number;
  /** Writes of a run after the last day; none, if all was done. */
  readonly idle: readonly string[];
  readonly offences: readonly string[];
}

interface Playing {
  readonly sandbox: Sandbox;
  readonly throws: Dice;
  readonly days: number;
  readonly cache: string;
  readonly memory: Memory;
  readonly findings: (Finding & { readonly day: number })[];
}

/** A year of the board, day by day: people act by day, the desk runs in the morning, the oracle looks at each run. */
export async function playYear({ seed, tier, days }: YearPlan): Promise<Year> {
  const sandbox = await startYear(tier);
  const cache = await mkdtemp(join(tmpdir(), 'sme-desk-year-'));
  const playing: Playing = { sandbox, throws: dice(seed), days, cache, memory: new Map(), findings: [] };
  let last: Run | null = null;
  let runs = 0;
  try {
    for (let day = 0; day < days; day += 1) {
      const morning = firstMorning + day * dayLength;
      await peopleAct(playing, day, morning - dayLength + 2 * 3_600_000);
      sandbox.set(Math.max(morning, sandbox.world.clock.now + 60_000));
      if (playing.throws.chance(isWeekend(morning) ? 0.85 : 0.05)) continue;
      for (let run = playing.throws.chance(0.06) ? 2 : 1; run > 0; run -= 1) {
        last = await runOnce(playing, day);
        runs += 1;
        sandbox.advance(3 * 60_000);
      }
    }
    sandbox.advance(dayLength);
    last = await runOnce(playing, days);
    const idle = await runOnce({ ...playing, findings: [] }, days);
    const writes = idle.journal.flatMap(({ write, method, path }) => (write ? [`${method} ${path}`] : []));
    return {
      findings: playing.findings,
      last,
      memory: playing.memory,
      runs,
      idle: writes,
      offences: [...sandbox.offences],
    };
  } finally {
    await rm(cache, { recursive: true, force: true });
    await sandbox.close();
  }
}

function isWeekend(at: number): boolean {
  return [0, 6].includes(new Date(at).getUTCDay());
}

async function peopleAct({ sandbox, throws }: Playing, day: number, from: number): Promise<void> {
  const stage: Stage = { sandbox, dice: throws, day };
  if (isWeekend(from)) return;
  sandbox.set(Math.max(from, sandbox.world.clock.now + 60_000));
  const arrivals = throws.chance(0.27) ? 1 : 0;
  for (let left = arrivals; left > 0; left -= 1) await arrive(stage);
  for (let left = throws.whole(0, 4); left > 0; left -= 1) {
    sandbox.advance(throws.whole(5, 120) * 60_000);
    await act(stage);
  }
}

/** Answers in place of a system that is down, such as the client gives up on at once. */
const down: Readonly<Record<'salesforce' | 'slack', FaultEffect>> = {
  salesforce: {
    kind: 'answer',
    status: 403,
    body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
  },
  slack: { kind: 'answer', status: 200, body: { ok: false, error: 'fatal_error' } },
};

async function runOnce(
  { sandbox, throws, cache, memory, findings, days }: Playing,
  day: number,
): Promise<Run> {
  const config = configOf(day / days);
  const isDown = { salesforce: throws.chance(0.04), slack: throws.chance(0.04) };
  const desk = (script: string): Promise<Said> =>
    runDesk(
      script,
      ['--apply'],
      { ...deskVariables(sandbox.origin, 'everything on'), SME_DESK_CACHE: cache },
      {
        config,
        dispatcher: new WithoutSockets(sandbox),
      },
    );
  await protect(sandbox, desk);
  const before = seenNow(sandbox.world);
  const at = sandbox.world.clock.now;
  sandbox.clearJournal();
  sandbox.beforeCall = async ({ system }) =>
    (system === 'salesforce' || system === 'slack') && isDown[system] ? down[system] : undefined;
  const said = await desk('maintain-feedback-board');
  sandbox.beforeCall = null;
  const run: Run = {
    at,
    before,
    after: sandbox.world,
    journal: sandbox.world.journal,
    program: programOf(config),
    salesforce: isDown.salesforce ? 'down' : 'up',
    slack: isDown.slack ? 'down' : 'up',
    isCut: /left for the next run|Left over|waits for the next run/i.test(said.out),
  };
  const found = examine(memory, run);
  const expected = isDown.salesforce || isDown.slack ? [0, 2] : [0];
  if (!expected.includes(said.code) && !run.isCut)
    found.push({ law: 'idle', what: `the run ended with ${said.code}: ${said.err}${said.out.slice(-600)}` });
  findings.push(...found.map((finding) => ({ ...finding, day })));
  return run;
}

/** A copy of what the oracle looks at: to copy all of a world twice a day would cost more than its runs. */
function seenNow({ gitlab, salesforce, slack }: World): Seen {
  const { labels, users, projects, executed } = gitlab;
  const copied = Object.entries(projects).map(([id, project]) => [
    id,
    { ...project, issues: structuredClone(project.issues) },
  ]);
  return {
    gitlab: {
      labels: structuredClone(labels),
      users,
      projects: Object.fromEntries(copied),
      executed: [...executed],
    },
    salesforce: { opportunities: structuredClone(salesforce.opportunities) },
    slack: { conversations: slack.conversations.map((each) => ({ ...each, messages: [...each.messages] })) },
  };
}

/** The runs every quarter of an hour give a card without labels its type; the day's run finds it by that. */
async function protect(sandbox: Sandbox, desk: (script: string) => Promise<Said>): Promise<void> {
  const issues = Object.values(sandbox.world.gitlab.projects[7]?.issues ?? {});
  if (issues.some(({ labelIds, state }) => labelIds.length === 0 && state === 'opened'))
    await desk('reconcile');
}
