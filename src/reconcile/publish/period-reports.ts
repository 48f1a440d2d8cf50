import type { Period } from '../../domain/metrics/facts.ts';
import { type Measurement, measure } from '../../domain/metrics/measure.ts';
import {
  monthNames,
  monthPeriod,
  monthsBefore,
  quarterBefore,
  quarterOf,
} from '../../domain/metrics/month.ts';
import type { ProgramHistory } from '../../domain/metrics/program-history.ts';
import { standings } from '../../domain/metrics/standing.ts';
import { quotePublished } from '../../report/quote-published.ts';
import type { PeriodReport } from '../../report/report-input.ts';
import { findPage, type WikiPage } from './wiki-pages.ts';

/** Gives the report of a month or a quarter. */
export type PeriodReports = (period: Period) => PeriodReport;

const monthsOfTrend = 13;
const quartersOfTrend = 5;

/**
 * Measures each period once, however many pages show it; of a period that is published, what rests on the day it was
 * read is quoted from its page.
 */
export function periodReports(history: ProgramHistory, pages: readonly WikiPage[] = []): PeriodReports {
  const { timezone } = history.config.calendar;
  const measured = new Map<string, Measurement>();
  const measureOnce = (period: Period): Measurement => {
    const key = `${period.from} ${period.to} ${period.name}`;
    const found = measured.get(key) ?? quotedFrom(pages, measure(history, period), timezone);
    measured.set(key, found);
    return found;
  };
  const reports = new Map<Measurement, PeriodReport>();
  return (period) => {
    const own = measureOnce(period);
    const known = reports.get(own);
    if (known !== undefined) return known;
    // Only pages that are written ask for these; to compare one with the history takes its own figures.
    const standing = once(() => standings(history, own, measureOnce));
    const trend = once(() => trendPeriods(period, timezone).map(measureOnce));
    const report: PeriodReport = {
      measured: own,
      get standings() {
        return standing();
      },
      get trend() {
        return trend();
      },
    };
    reports.set(own, report);
    return report;
  };
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** With what its own page says of figures that rest on the day they were read; a quarter so far has no page. */
export function quotedFrom(pages: readonly WikiPage[], measured: Measurement, timezone: string): Measurement {
  const { name, from, to } = measured.period;
  const isQuarter = name.includes('Q');
  if (isQuarter && quarterOf(from, timezone).to !== to) return measured;
  const page = findPage(pages, `${isQuarter ? 'reviews' : 'reports'}/${name}`);
  return page === null ? measured : quotePublished(measured, page.content);
}

/** The months, or quarters, up to a period, oldest first. */
function trendPeriods(period: Period, timezone: string): Period[] {
  if (!period.name.includes('Q')) {
    const names = monthNames(monthsBefore(period.name, monthsOfTrend - 1), period.name);
    return names.flatMap((name) => monthPeriod(name, timezone) ?? []);
  }
  const quarters = [period];
  while (quarters.length < quartersOfTrend) {
    quarters.unshift(quarterBefore(quarters[0] ?? period, timezone));
  }
  return quarters;
}
