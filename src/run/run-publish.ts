import type { Opportunities, Period, RequestHistory } from '../domain/metrics/facts.ts';
import { monthOf, previousMonth } from '../domain/metrics/month.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { makePlan } from '../plan/plan.ts';
import { publishMetrics, reportHeldBack } from '../reconcile/publish-metrics.ts';
import { carryOut } from './carry-out.ts';
import { runError } from './error-catalogue.ts';
import { observeHistories, observeOpportunities } from './observe/observe-histories.ts';
import { openSession, type Session, type Surroundings } from './session.ts';
import { exitCode, problemSentence, summaryLine } from './tell.ts';

/** Publishes the report of the month before `now`, and the page of definitions. Gives the exit code. */
export async function runPublish(surroundings: Surroundings): Promise<number> {
  const session = await openSession('publish-metrics', surroundings, { token: 'desk', nowWithApply: true });
  const { config, clients } = session;
  const snapshot = await observeDesk(session);
  const period = lastMonth(snapshot.now, config.calendar.timezone);
  const histories = await observeHistories(clients.gitlab, config, snapshot);
  const { opportunities, problem } = await observeOpportunities(clients.salesforce, histories);
  const actions = await pagesToWrite(session, snapshot, { period, histories, opportunities });
  const heldBack = reportHeldBack({ opportunities, period });
  const plan = makePlan({
    now: snapshot.now,
    steps: [{ step: 'publish', actions }],
    leftOver: [],
    held: [],
    problems: [
      ...(problem === null ? [] : [problemSentence(problem)]),
      ...(heldBack === null ? [] : [heldBack]),
    ],
  });
  const carried = await carryOut(session, snapshot, plan);
  if (carried !== null && !session.flags.json) surroundings.print(summaryLine(carried.results));
  return exitCode(plan, carried?.results ?? []);
}

async function pagesToWrite(
  { clients, config, environment, configRevision }: Session,
  snapshot: Snapshot,
  facts: { period: Period; histories: readonly RequestHistory[]; opportunities: Opportunities },
) {
  return publishMetrics({
    config,
    now: snapshot.now,
    ...facts,
    pages: await clients.gitlab.wikiPages(),
    revisions: { code: environment.codeRevision, config: configRevision },
    desk: snapshot.desk.ids,
  });
}

async function observeDesk({ clients, config, now }: Session): Promise<Snapshot> {
  const { gitlab } = clients;
  const me = await gitlab.me();
  const project = await gitlab.project();
  const former = await Promise.all(config.formerDeskUsers.map((username) => gitlab.userByName(username)));
  return {
    now: now ?? gitlab.serverTime() ?? 0,
    desk: { id: me.id, username: me.username, ids: [me.id, ...former.flatMap((user) => user?.id ?? [])] },
    project,
    labels: [],
    issues: [],
    unread: [],
    people: {},
    groups: {},
    salesforce: { mode: clients.salesforce === null ? 'off' : 'down', reason: 'not read for a report' },
    slack: { mode: 'off' },
  };
}

function lastMonth(now: number, timezone: string): Period {
  const month = monthOf(now, timezone);
  const period = previousMonth(month, timezone);
  if (period !== null) return period;
  throw runError('usage', {
    what: `There is no month before ${month}.`,
    cure: 'Give --now a time in the month after the one to report.',
  });
}
