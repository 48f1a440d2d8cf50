import { areaGroups, cellGroups, type Group, overall, regionGroups } from '../../domain/metrics/group.ts';
import { type Measurement, measure } from '../../domain/metrics/measure.ts';
import { type Measure, type Standing, standings } from '../../domain/metrics/standing.ts';
import type { ReportInput } from '../report-input.ts';
import { type SiteFigure, siteFigures } from './site-figures.ts';
import { type SiteMetric, siteMetrics } from './site-metrics.ts';
import { type SiteRow, siteRows } from './site-rows.ts';

/** A month or a quarter on the dashboard. */
export interface SitePeriod {
  readonly kind: 'month' | 'quarter';
  /** `2026-11` or `2026-Q4`. */
  readonly name: string;
  /** As ISO 8601 in UTC, half-open; `cutOff` is the end, or when it was measured if that was earlier. */
  readonly from: string;
  readonly to: string;
  readonly cutOff: string;
}

/**
 * Everything the dashboard shows, as compact JSON: lists of what there is, and rows of numbers that point into them by
 * place. What few stand behind is withheld already; a customer, an opportunity or a person is in none of it.
 */
export interface SiteData {
  readonly version: 1;
  readonly program: string;
  /** Address of the project in GitLab, for links to its wiki. */
  readonly project: string;
  readonly revisions: { readonly code: string; readonly config: string };
  /** When everything was read, ISO 8601 in UTC: what has no history is as it was then. */
  readonly readOn: string;
  /** Ratings, NPS and amounts of fewer are withheld. */
  readonly minimumN: number;
  readonly metrics: readonly SiteMetric[];
  readonly figures: readonly SiteFigure[];
  readonly groups: readonly Group[];
  /** Months, then quarters, each oldest first. */
  readonly periods: readonly SitePeriod[];
  /** Why a figure has no value; the first is empty. */
  readonly notes: readonly string[];
  /** One for each period and group that has figures. */
  readonly rows: readonly SiteRow[];
}

function sitePeriod(kind: SitePeriod['kind'], { period, cutOff }: Measurement): SitePeriod {
  const [from, to, until] = [period.from, period.to, cutOff].map((each) => new Date(each).toISOString());
  return { kind, name: period.name, from: from ?? '', to: to ?? '', cutOff: until ?? '' };
}

/** The groups that any of the measurements knows, in the order of the configuration. */
function siteGroups({ history: { config } }: ReportInput, measured: readonly Measurement[]): Group[] {
  const known = new Set(measured.flatMap(({ groups }) => groups.map(({ group }) => place(group))));
  const all = [overall, ...areaGroups(config), ...regionGroups(config), ...cellGroups(config)];
  return all.filter((group) => known.has(place(group)));
}

function place({ kind, key }: Group): string {
  return `${kind}:${key}`;
}

/** How the newest month stands, for the baselines of the goals; what is measured already is not measured again. */
function newestStandings({ history }: ReportInput, measured: readonly Measurement[]): Standing[] {
  const known = new Map(measured.map((each) => [`${each.period.from} ${each.period.to}`, each]));
  const measureOnce: Measure = (period) =>
    known.get(`${period.from} ${period.to}`) ?? measure(history, period);
  const newest = measured.findLast(({ period }) => !period.name.includes('Q'));
  return newest === undefined ? [] : standings(history, newest, measureOnce);
}

/**
 * What the dashboard shows of months and quarters, both oldest first and measured with cells, so that it can filter by
 * area and region at once.
 */
export function siteData(
  input: ReportInput,
  months: readonly Measurement[],
  quarters: readonly Measurement[],
): SiteData {
  const measured = [...months, ...quarters];
  const { config } = input.history;
  const groups = siteGroups(input, measured);
  const figures = siteFigures(measured);
  const { rows, notes } = siteRows(measured, groups, figures);
  return {
    version: 1,
    program: config.program.name,
    project: input.project.webUrl,
    revisions: { code: input.revisions.code, config: input.revisions.config },
    readOn: new Date(input.history.now).toISOString(),
    minimumN: config.privacy.minimumN,
    metrics: siteMetrics(newestStandings(input, measured)),
    figures,
    groups,
    periods: [
      ...months.map((each) => sitePeriod('month', each)),
      ...quarters.map((each) => sitePeriod('quarter', each)),
    ],
    notes,
    rows,
  };
}
