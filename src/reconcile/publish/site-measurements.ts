import type { Period } from '../../domain/metrics/facts.ts';
import { type Measurement, measure } from '../../domain/metrics/measure.ts';
import { monthNames, monthOf, monthPeriod, monthsBefore, quarterOf } from '../../domain/metrics/month.ts';
import type { ProgramHistory } from '../../domain/metrics/program-history.ts';
import { quotedFrom } from './period-reports.ts';
import type { WikiPage } from './wiki-pages.ts';

/** The periods that the dashboard shows, oldest first: months that are over, and their quarters. */
export interface SiteMeasurements {
  readonly months: readonly Measurement[];
  readonly quarters: readonly Measurement[];
}

/** How many months the dashboard goes back. */
export const monthsShown = 24;

/**
 * Measures the months and quarters from the first request on, each area in each region as well; what a published page
 * says of figures that rest on the day they were read is quoted from it.
 */
export function siteMeasurements(history: ProgramHistory, pages: readonly WikiPage[] = []): SiteMeasurements {
  const { now, config, facts } = history;
  const { timezone } = config.calendar;
  const last = monthsBefore(monthOf(now, timezone), 1);
  const first = facts.requests.reduce((least, each) => Math.min(least, each.submittedAt), Infinity);
  const earliest = Number.isFinite(first) ? monthOf(first, timezone) : last;
  const shown = monthsBefore(last, monthsShown - 1);
  const names = monthNames(earliest > shown ? earliest : shown, last);
  const months = names.flatMap((name) => monthPeriod(name, timezone) ?? []);
  const measured = (period: Period): Measurement =>
    quotedFrom(pages, measure(history, period, { cells: true }), timezone);
  return { months: months.map(measured), quarters: quartersOf(months, timezone, measured) };
}

/** The quarters whose last month is among some months; and the one that is running, up to the last month's end. */
function quartersOf(
  months: readonly Period[],
  timezone: string,
  measured: (period: Period) => Measurement,
): Measurement[] {
  return months.flatMap(({ from, to }, index) => {
    const quarter = quarterOf(from, timezone);
    const isNewest = index === months.length - 1;
    if (quarter.to === to) return [measured(quarter)];
    return isNewest ? [{ ...measured({ ...quarter, to }), period: quarter }] : [];
  });
}
