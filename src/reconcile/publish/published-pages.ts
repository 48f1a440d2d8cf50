import type { Period } from '../../domain/metrics/facts.ts';
import { monthOf } from '../../domain/metrics/month.ts';
import type { ProgramHistory } from '../../domain/metrics/program-history.ts';
import type { ProjectAction } from '../../plan/action.ts';
import { correctPage } from '../../report/correct-page.ts';
import { monthlyPage } from '../../report/monthly-page.ts';
import { readPublished } from '../../report/published-figures.ts';
import { quarterlyPage } from '../../report/quarterly-page.ts';
import type { PeriodReport, ReportInput } from '../../report/report-input.ts';
import { type DuePeriods, dueMonths, dueQuarters } from './due-periods.ts';
import type { PeriodReports } from './period-reports.ts';
import { findPage, namesBelow, type WikiPage, writePage } from './wiki-pages.ts';

/** Pages without a month in their name: they tell the newest one and change with it, never in between. */
export const livingSlugs = ['dashboard', 'smes'] as const;

/** The reports of months and of quarters, by where they are published. */
type Folder = 'reports' | 'reviews';

const write: Readonly<Record<Folder, (input: ReportInput, report: PeriodReport) => string>> = {
  reports: monthlyPage,
  reviews: quarterlyPage,
};

/** The months and quarters that are due, by folder. */
export function duePages(
  history: ProgramHistory,
  pages: readonly WikiPage[],
): Readonly<Record<Folder, DuePeriods>> {
  const { now, config } = history;
  const { timezone } = config.calendar;
  const anything = ({ from, to }: Period): boolean =>
    history.facts.requests.some(({ submittedAt }) => submittedAt >= from && submittedAt < to);
  return {
    reports: dueMonths(now, timezone, new Set(namesBelow(pages, 'reports'))),
    reviews: dueQuarters(now, timezone, new Set(namesBelow(pages, 'reviews')), anything),
  };
}

/** The pages of one folder that are missing. */
export function missingPages(
  folder: Folder,
  due: DuePeriods,
  input: ReportInput,
  reports: PeriodReports,
  pages: readonly WikiPage[],
): ProjectAction[] {
  return due.missing.map((period) =>
    writePage(pages, `${folder}/${period.name}`, write[folder](input, reports(period))),
  );
}

/**
 * The dated corrections of the pages of one folder that say something else than the history says now. What is
 * published is never rewritten (`docs/rules.md#metrics`). The living pages are written first: they follow a correction
 * in the run that makes it, so that it must not be made without them.
 */
export function corrections(
  folder: Folder,
  due: DuePeriods,
  input: ReportInput,
  reports: PeriodReports,
  pages: readonly WikiPage[],
): ProjectAction[] {
  return due.published.flatMap((period) => {
    const slug = `${folder}/${period.name}`;
    const { content = '' } = findPage(pages, slug) ?? {};
    const corrected = correctPage(input, reports(period), content);
    if (corrected === null) return [];
    const keeps = corrected.startsWith(content.trimEnd()) ? content.trimEnd().length : 0;
    return [{ ...writePage(pages, slug, corrected), keeps, after: livingSlugs }];
  });
}

/**
 * The month of the newest report of the desk's own that this run lies before, as with `--now` in the past; null: it
 * lies before none. A page without the desk's table is a person's.
 */
export function publishedLater({ now, config }: ProgramHistory, pages: readonly WikiPage[]): string | null {
  const newest = namesBelow(pages, 'reports')
    .filter((name) => readPublished(findPage(pages, `reports/${name}`)?.content ?? '') !== null)
    .at(-1);
  return newest !== undefined && newest >= monthOf(now, config.calendar.timezone) ? newest : null;
}
