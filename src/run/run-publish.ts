import type { GitLab } from '../clients/gitlab/types.ts';
import { programHistory } from '../domain/metrics/program-history.ts';
import { standingKeyOf } from '../domain/record/own-issues.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { freshGuards, guard } from '../plan/guards.ts';
import { makePlan } from '../plan/plan.ts';
import { publishMetrics } from '../reconcile/publish/publish-metrics.ts';
import { reviewKeyByTitle, reviewLabel } from '../reconcile/publish/review-issue.ts';
import { siteMeasurements } from '../reconcile/publish/site-measurements.ts';
import type { WikiPage } from '../reconcile/publish/wiki-pages.ts';
import { smeRecordLabel } from '../reconcile/sme-records.ts';
import type { ReportInput, Revisions } from '../report/report-input.ts';
import { siteData } from '../report/site/site-data.ts';
import { carryOut } from './carry-out.ts';
import { usage } from './command-line.ts';
import { runError } from './error-catalogue.ts';
import { historyCache } from './observe/history-cache.ts';
import { observeDesk } from './observe/observe-desk.ts';
import { observeFacts } from './observe/observe-facts.ts';
import { observeProgramChannel } from './observe/observe-program-channel.ts';
import { observeStanding } from './observe/observe-standing.ts';
import { plannedFor, refuseFuture } from './planned-for.ts';
import { openSession, type Session, type Surroundings } from './session.ts';
import { siteFiles, writeSite } from './site-files.ts';
import { exitCode, problemSentence, summaryLine } from './tell.ts';

/**
 * Publishes what is due: reports, reviews and the pages that follow them, the SMEs' own records, and with `--pages`
 * the dashboard as files. Gives the exit code.
 */
export async function runPublish(surroundings: Surroundings): Promise<number> {
  const session = await openSession('publish-metrics', surroundings, { token: 'desk', nowWithApply: true });
  const { config, clients, environment, flags } = session;
  if (flags.issue !== null) {
    const what = '--issue does not belong to publish-metrics: reports are made from all requests.';
    throw runError('usage', { what, cure: usage('publish-metrics') });
  }
  const snapshot = await observeDesk(clients.gitlab, config, await plannedFor(session));
  if (flags.apply) refuseFuture(snapshot.now, clients.gitlab.serverTime());
  const cache = await historyCache(environment.cache, config, snapshot);
  const { facts, problems, down } = await observeFacts(clients, config, snapshot, cache);
  const history = programHistory({ config, facts, now: snapshot.now, desk: snapshot.desk.ids });
  const program = await observeProgramChannel(clients.slack, config, snapshot.now);
  const { pagesUrl } = environment;
  const report = { history, revisions: revisionsOf(session), project: snapshot.project, pagesUrl };
  const pages = await clients.gitlab.wikiPages();
  const published = publishMetrics({
    ...report,
    ...(await observeOwnIssues(clients.gitlab, snapshot)),
    snapshot,
    pages,
    channel: program.channel,
    down,
  });
  const troubles = [...problems, program.problem].filter((problem) => problem !== null).map(problemSentence);
  const limits = { config, liveRows: 0, allowances: flags.allowances };
  const guarded = guard('publish', published.actions, freshGuards, limits);
  const plan = makePlan({
    now: snapshot.now,
    steps: [guarded.step],
    leftOver: guarded.leftOver,
    held: guarded.held,
    problems: [...troubles, ...published.problems],
  });
  const carried = await carryOut(session, snapshot, plan);
  if (carried === null) return exitCode(plan, []);
  if (flags.pages !== null && down.length === 0) await writeDashboard(flags.pages, report, pages);
  if (!flags.json) surroundings.print(summaryLine(carried.results));
  return exitCode(plan, carried.results);
}

/** The issues of the desk that publishing keeps: SME records, and the keys of the reviews it has opened. */
async function observeOwnIssues(gitlab: GitLab, { desk }: Snapshot) {
  const cadences = await observeStanding(gitlab, desk.ids, reviewLabel);
  return {
    records: await observeStanding(gitlab, desk.ids, smeRecordLabel),
    reviews: cadences.flatMap(
      (issue) => standingKeyOf(issue, desk.ids) ?? reviewKeyByTitle(issue.title) ?? [],
    ),
  };
}

async function writeDashboard(
  directory: string,
  report: ReportInput,
  pages: readonly WikiPage[],
): Promise<void> {
  const { months, quarters } = siteMeasurements(report.history, pages);
  await writeSite(directory, await siteFiles(siteData(report, months, quarters)));
}

function revisionsOf({ environment, configRevision }: Session): Revisions {
  return { code: environment.codeRevision, config: configRevision };
}
