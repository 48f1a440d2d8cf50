import type { Snapshot } from '../domain/snapshot.ts';
import { makePlan } from '../plan/plan.ts';
import { planSetup } from '../reconcile/setup.ts';
import { carryOut } from './carry-out.ts';
import { openSession, type Session, type Surroundings } from './session.ts';
import { exitCode, summaryLine } from './tell.ts';

/** Sets the project up or repairs it: labels, boards, schedules, webhook, wiki home. Gives the exit code. */
export async function runSetup(surroundings: Surroundings): Promise<number> {
  const session = await openSession('setup', surroundings, { token: 'setup', nowWithApply: false });
  const { input, snapshot } = await observeProject(session);
  const { actions, advice } = planSetup(input);
  const plan = makePlan({
    now: snapshot.now,
    steps: [{ step: 'setup', actions }],
    leftOver: [],
    held: [],
    problems: [],
  });
  const carried = await carryOut(session, snapshot, plan);
  const { flags } = session;
  if (!flags.json) {
    if (carried !== null) surroundings.print(summaryLine(carried.results));
    surroundings.print(
      ['', 'What a program cannot do for you:', ...advice.map((each) => `- ${each}`)].join('\n'),
    );
  }
  return exitCode(plan, carried?.results ?? []);
}

async function observeProject({ clients, config, now }: Session) {
  const { gitlab } = clients;
  const me = await gitlab.me();
  const project = await gitlab.project();
  const [labels, boards, wikiPages, schedules, webhooks] = await Promise.all([
    gitlab.labels(),
    gitlab.boards(),
    gitlab.wikiPages(),
    gitlab.schedules(),
    gitlab.webhooks(),
  ]);
  const { defaultBranch } = project;
  const input = { config, labels, boards, wikiPages, schedules, webhooks, project, defaultBranch };
  const snapshot: Snapshot = {
    now: now ?? gitlab.serverTime() ?? 0,
    desk: { id: me.id, username: me.username, ids: [me.id] },
    project,
    labels,
    issues: [],
    unread: [],
    people: {},
    groups: {},
    salesforce: { mode: 'off' },
    slack: { mode: 'off' },
  };
  return { input, snapshot };
}
