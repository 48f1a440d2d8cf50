import type { Config } from '../config/types.ts';
import type { Opportunities, Period, RequestHistory } from '../domain/metrics/facts.ts';
import { measure } from '../domain/metrics/measure.ts';
import { standings } from '../domain/metrics/standing.ts';
import type { Instant } from '../domain/snapshot.ts';
import type { ProjectAction } from '../plan/action.ts';
import { correctPage } from '../report/correct-page.ts';
import { metricsPage } from '../report/metrics-page.ts';
import { monthlyPage } from '../report/monthly-page.ts';
import type { ReportInput, Revisions } from '../report/report-input.ts';

/** A wiki page as it is. */
export interface WikiPage {
  readonly slug: string;
  readonly title: string;
  readonly content: string;
}

export interface PublishMetricsInput {
  readonly config: Config;
  readonly now: Instant;
  readonly period: Period;
  /** Of all requests, also those before the period: baseline, month before and win rate rest on them. */
  readonly histories: readonly RequestHistory[];
  readonly opportunities: Opportunities;
  readonly pages: readonly WikiPage[];
  readonly revisions: Revisions;
  /** The desk's own user ids; with them, states that people have clicked do not count. */
  readonly desk?: readonly number[];
}

/** Why the report of a period is not published in this run, in a sentence with what happens next; null: it is. */
export function reportHeldBack(input: Pick<PublishMetricsInput, 'opportunities' | 'period'>): string | null {
  if (input.opportunities !== 'down') return null;
  return `The report ${input.period.name} is not published: Salesforce is down. The next run tries again.`;
}

/** GitLab takes two titles that differ in case for one page (`docs/gitlab.md#wiki`). */
function findPage(pages: readonly WikiPage[], slug: string): WikiPage | null {
  return pages.find((page) => page.slug.toLowerCase() === slug.toLowerCase()) ?? null;
}

/** The title is sent as the page's own slug: any other one would rename the page. */
function write(slug: string, page: WikiPage | null, content: string): ProjectAction[] {
  const name = page?.slug ?? slug;
  return [{ kind: 'wiki.write', title: name, slug: name, content, exists: page !== null }];
}

function definitionsAction(pages: readonly WikiPage[]): ProjectAction[] {
  const page = findPage(pages, 'metrics');
  const content = metricsPage();
  const same = page?.content.replaceAll('\r\n', '\n').trimEnd() === content.trimEnd();
  return same ? [] : write('metrics', page, content);
}

function reportAction(input: PublishMetricsInput): ProjectAction[] {
  const { config, now, period, histories, opportunities, revisions } = input;
  const facts = { config, now, histories, opportunities, desk: input.desk ?? null };
  const measured = measure(facts, period);
  const report: ReportInput = {
    program: config.program.name,
    timezone: config.calendar.timezone,
    minimumN: config.privacy.minimumN,
    now,
    measured,
    standings: standings(facts, measured, config.metrics.baseline),
    revisions,
  };
  const slug = `reports/${period.name}`;
  const page = findPage(input.pages, slug);
  if (page === null) return write(slug, null, monthlyPage(report));
  const corrected = correctPage(page.content, report);
  return corrected === null ? [] : write(slug, page, corrected);
}

/**
 * The wiki pages that publishing a month writes: the definitions, and the report. A report that exists is never
 * rewritten, only corrected by a dated note; while Salesforce is down none is published
 * ({@link reportHeldBack}, `docs/rules.md#metrics`, `docs/rules.md#off-or-down`).
 */
export function publishMetrics(input: PublishMetricsInput): ProjectAction[] {
  const report = reportHeldBack(input) === null ? reportAction(input) : [];
  return [...definitionsAction(input.pages), ...report];
}
