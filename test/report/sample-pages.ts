import type { Period } from '../../src/domain/metrics/facts.ts';
import { monthPeriod, quarterPeriod } from '../../src/domain/metrics/month.ts';
import type { ProgramHistory } from '../../src/domain/metrics/program-history.ts';
import { type PeriodReports, periodReports } from '../../src/reconcile/publish/period-reports.ts';
import { improvementsPage } from '../../src/report/board/improvements-page.ts';
import { dashboardPage } from '../../src/report/dashboard-page.ts';
import { metricsPage } from '../../src/report/metrics-page.ts';
import { monthlyPage } from '../../src/report/monthly-page.ts';
import { quarterlyPage } from '../../src/report/quarterly-page.ts';
import type { PeriodReport, ReportInput } from '../../src/report/report-input.ts';
import { sidebarPage } from '../../src/report/sidebar-page.ts';
import { smesPage } from '../../src/report/smes-page.ts';
import { sampleBoardPages } from './sample-board.ts';

/** What pages get, from a history; the project and the revisions are invented. */
export function reportInput(history: ProgramHistory): ReportInput {
  return {
    history,
    revisions: { code: 'c0ffee', config: 'deadbeef' },
    project: { path: 'acme/sme-desk', webUrl: 'https://gitlab.example.com/acme/sme-desk' },
  };
}

const known = new WeakMap<ProgramHistory, PeriodReports>();

/** The report of a month (`2026-10`) or a quarter (`2026-Q3`), in UTC. */
export function reportOf(history: ProgramHistory, name: string): PeriodReport {
  const period: Period | null = monthPeriod(name, 'UTC') ?? quarterPeriod(name, 'UTC');
  if (period === null) throw new Error(`${name} is no month and no quarter`);
  const reports = known.get(history) ?? periodReports(history);
  known.set(history, reports);
  return reports(period);
}

/** Every page that publishing writes in one month, and those of the feedback board, by slug. */
export function samplePages(history: ProgramHistory): Readonly<Record<string, string>> {
  const input = reportInput(history);
  const month = reportOf(history, '2026-10');
  const quarter = reportOf(history, '2026-Q3');
  return {
    _sidebar: sidebarPage(input, ['2026-09', '2026-10'], ['2026-Q3']),
    ...sampleBoardPages(history.config),
    'feedback/improvements': improvementsPage(history),
    dashboard: dashboardPage(input, month),
    metrics: metricsPage(),
    'reports/2026-10': monthlyPage(input, month),
    'reviews/2026-Q3': quarterlyPage(input, quarter),
    smes: smesPage(input, month),
  };
}
