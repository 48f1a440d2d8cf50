import type { Config } from '../../config/types.ts';
import type { ProgramFacts } from '../../domain/metrics/facts.ts';
import { monthOf, monthPeriod, monthsBefore } from '../../domain/metrics/month.ts';
import type { Instant, Snapshot } from '../../domain/snapshot.ts';
import type { DeskError } from '../../errors.ts';
import { monthsShown } from '../../reconcile/publish/site-measurements.ts';
import type { Clients } from '../open-clients.ts';
import type { HistoryCache } from './history-cache.ts';
import { observeProgram } from './observe-histories.ts';
import { observePipeline } from './observe-pipeline.ts';
import { observeQuestions } from './observe-questions.ts';

/** Everything that the metrics rest on, and what could not be read of it. */
export interface ObservedFacts {
  readonly facts: ProgramFacts;
  readonly problems: readonly DeskError[];
  /** Names of the sources that reports wait for. */
  readonly down: readonly string[];
}

const patience = 7 * 86_400_000;

/**
 * Reads every source. GitLab is read whole or the run ends; Salesforce and Stack Overflow can be off or down. Reports
 * wait for Salesforce; for Stack Overflow only a week, since one metric of eight rests on it.
 */
export async function observeFacts(
  clients: Clients,
  config: Config,
  snapshot: Snapshot,
  cache: HistoryCache | null,
): Promise<ObservedFacts> {
  const { now } = snapshot;
  const { timezone } = config.calendar;
  const since = firstMonth(config, now);
  const program = await observeProgram(clients.gitlab, config, snapshot, cache);
  const ids = program.requests.flatMap(({ opportunityId }) => opportunityId ?? []);
  const salesforce = await observePipeline(clients.salesforce, config, ids, `${since}-01`);
  const from = monthPeriod(since, timezone)?.from ?? 0;
  const stackOverflow = await observeQuestions(clients.stackOverflow, config, from, now);
  const monthBegan = monthPeriod(monthOf(now, timezone), timezone)?.from ?? now;
  // A tag that Stack Overflow does not know is a problem, and the other tags are read all the same.
  const isDown = stackOverflow.problem !== null && stackOverflow.questions.kind === 'not available';
  const waits = now < monthBegan + patience;
  return {
    facts: { ...program, pipeline: salesforce.pipeline, questions: stackOverflow.questions },
    problems: [salesforce.problem, stackOverflow.problem].filter((problem) => problem !== null),
    down: [
      ...(salesforce.problem === null ? [] : ['Salesforce']),
      ...(isDown && waits ? ['Stack Overflow'] : []),
    ],
  };
}

/** The first month that any figure is about: of the dashboard, with one before to compare, or of the baseline. */
function firstMonth({ calendar, metrics }: Config, now: Instant): string {
  const shown = monthsBefore(monthOf(now, calendar.timezone), monthsShown + 1);
  const { baseline } = metrics;
  return baseline.kind === 'period' && baseline.from.slice(0, 7) < shown ? baseline.from.slice(0, 7) : shown;
}
