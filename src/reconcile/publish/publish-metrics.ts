import type { Config } from '../../config/types.ts';
import type { Period } from '../../domain/metrics/facts.ts';
import type { ProgramHistory } from '../../domain/metrics/program-history.ts';
import { directoryOf } from '../../domain/people.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Action, ProjectAction } from '../../plan/action.ts';
import { improvementsPage } from '../../report/board/improvements-page.ts';
import { dashboardPage } from '../../report/dashboard-page.ts';
import { metricsPage } from '../../report/metrics-page.ts';
import type { Revisions } from '../../report/report-input.ts';
import { sidebarPage } from '../../report/sidebar-page.ts';
import { smesPage } from '../../report/smes-page.ts';
import { summaryText } from '../../report/summary.ts';
import { type RecordIssue, type SmeRecords, smeRecords } from '../sme-records.ts';
import type { DuePeriods } from './due-periods.ts';
import { type PeriodReports, periodReports } from './period-reports.ts';
import { type ProgramChannel, programPost } from './program-post.ts';
import { corrections, duePages, livingSlugs, missingPages, publishedLater } from './published-pages.ts';
import { reviewIssue } from './review-issue.ts';
import { findPage, keepPage, namesBelow, type WikiPage, writePage } from './wiki-pages.ts';

export interface PublishInput {
  /** The configuration, the moment, and everything that was read. */
  readonly history: ProgramHistory;
  readonly revisions: Revisions;
  readonly project: Snapshot['project'];
  readonly pagesUrl?: string | null;
  readonly pages: readonly WikiPage[];
  /** The desk, its project, labels and people. */
  readonly snapshot: Snapshot;
  /** Keys of the review issues that the desk has opened before. */
  readonly reviews: readonly string[];
  /** Records of SMEs that the desk has opened. */
  readonly records: readonly RecordIssue[];
  readonly channel: ProgramChannel;
  /** Sources that do not answer now; while there are any, reports wait. */
  readonly down: readonly string[];
}

/** What a run publishes, and what it does not. */
export interface Publication {
  readonly actions: readonly Action[];
  /** One sentence each, with what to do or what happens next. */
  readonly problems: readonly string[];
}

/**
 * Everything that publishing writes (`docs/rules.md#metrics`): the definitions; the reports and reviews that are due,
 * the pages that follow the newest report, and corrections of what is published; the review issue of a quarter; one
 * post in the program's channel; and the SMEs' records. While a source that was read before does not answer, only the
 * definitions are written (`docs/rules.md#off-or-down`).
 */
export function publishMetrics(input: PublishInput): Publication {
  const later = publishedLater(input.history, input.pages);
  if (later !== null) return { actions: [], problems: [tooEarly(later)] };
  const definitions = keepPage(input.pages, 'metrics', metricsPage());
  const due = duePages(input.history, input.pages);
  if (input.down.length > 0) return { actions: definitions, problems: waiting(input.down, due) };
  const reports = periodReports(input.history, input.pages);
  const missing = [
    ...missingPages('reports', due.reports, input, reports, input.pages),
    ...missingPages('reviews', due.reviews, input, reports, input.pages),
  ];
  const corrected = [
    ...corrections('reports', due.reports, input, reports, input.pages),
    ...corrections('reviews', due.reviews, input, reports, input.pages),
  ];
  const improvements = keepPage(input.pages, 'feedback/improvements', improvementsPage(input.history));
  const pages = [...definitions, ...missing, ...improvements];
  const last = [...due.reports.published, ...due.reports.missing].sort((a, b) => a.from - b.from).at(-1);
  if (last === undefined) return { actions: [...pages, ...corrected], problems: [] };
  const isNew = missing.length + corrected.length > 0;
  const following = livingPages(input, last, reports, isNew);
  // Of new issues a run opens a few: of hundreds of records the review must not be the last.
  const told = announcements(input, last, due.reviews, reports);
  const records = recordsOf(input, last);
  return {
    actions: [...pages, ...following, ...corrected, ...told, ...records.actions],
    problems: records.problems,
  };
}

function tooEarly(month: string): string {
  const what = `Nothing is published: the report of ${month} is there already, and this run lies before its end.`;
  return `${what} Leave --now out; or, if that page is a mistake, delete reports/${month} in the wiki.`;
}

function waiting(down: readonly string[], due: ReturnType<typeof duePages>): string[] {
  const what = [...due.reports.missing, ...due.reviews.missing].map(({ name }) => name).join(', ');
  if (what === '') return [];
  return [`Not published yet: ${what}. ${down.join(' and ')} cannot be read. The next run tries again.`];
}

/**
 * The living pages, where something new is published or they do not tell of the newest month: they may have been
 * deleted, or have failed in the run that has published it.
 */
function livingPages(
  input: PublishInput,
  month: Period,
  reports: PeriodReports,
  isNew: boolean,
): ProjectAction[] {
  const { pages } = input;
  const report = reports(month);
  const written = livingSlugs.flatMap((slug) => {
    const tells = findPage(pages, slug)?.content.includes(`(/reports/${month.name})`) ?? false;
    if (!isNew && tells) return [];
    return [
      writePage(pages, slug, slug === 'dashboard' ? dashboardPage(input, report) : smesPage(input, report)),
    ];
  });
  const due = duePages(input.history, pages);
  const names = (folder: 'reports' | 'reviews'): string[] =>
    [...namesBelow(pages, folder), ...due[folder].missing.map(({ name }) => name)].sort();
  return [...written, ...keepPage(pages, '_sidebar', sidebarPage(input, names('reports'), names('reviews')))];
}

function recordsOf({ history, snapshot, records }: PublishInput, month: Period): SmeRecords {
  return smeRecords({
    config: history.config,
    history,
    month,
    issues: records,
    directory: directoryOf(snapshot.people),
    project: snapshot.project,
    deskIds: snapshot.desk.ids,
    labels: snapshot.labels.map(({ name }) => name),
  });
}

function announcements(
  input: PublishInput,
  month: Period,
  reviews: DuePeriods,
  reports: PeriodReports,
): Action[] {
  const { history, project } = input;
  const { config, now } = history;
  const quarter = [...reviews.published, ...reviews.missing].find(({ to }) => to === month.to) ?? null;
  const post = programPost({
    config,
    now,
    project,
    month,
    quarter,
    summary: summaryText(reports(month)),
    channel: input.channel,
  });
  if (quarter === null) return post;
  const { reviews: opened } = input;
  const leads = leadsOf(config, input.snapshot);
  return [
    ...reviewIssue({ config, now, project, quarter, report: reports(quarter), opened, leads }),
    ...post,
  ];
}

/**
 * User ids of the program leads, then of the leads of areas, who are members of the project with an active account:
 * GitLab assigns nobody else.
 */
function leadsOf({ program, areas }: Config, { people }: Snapshot): number[] {
  const directory = directoryOf(people);
  const usernames = [...program.leads, ...areas.flatMap((area) => area.leads)];
  const leads = usernames.flatMap((username) => directory.byUsername(username) ?? []);
  const present = leads.filter(({ active, accessLevel }) => active && accessLevel !== null);
  return [...new Set(present.map(({ id }) => id))];
}
