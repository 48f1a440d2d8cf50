import type { Period } from '../../domain/metrics/facts.ts';
import {
  monthNames,
  monthOf,
  monthPeriod,
  monthsBefore,
  quarterBefore,
  quarterOf,
  quarterPeriod,
} from '../../domain/metrics/month.ts';
import type { Instant } from '../../domain/snapshot.ts';

/** How far back a run looks for reports that are missing, or that say something else than the history now. */
const monthsLookedAt = 13;
const quartersLookedAt = 5;

/** What a run has to publish, and what it has to compare with what is published; oldest first. */
export interface DuePeriods {
  readonly missing: readonly Period[];
  readonly published: readonly Period[];
}

/**
 * The months that are over: the last one, and those that were missed since the first report, as after an outage; a
 * month that is published late is the same as one that was published in time (`docs/rules.md#metrics`).
 */
export function dueMonths(now: Instant, timezone: string, published: ReadonlySet<string>): DuePeriods {
  const last = monthsBefore(monthOf(now, timezone), 1);
  const names = monthNames(monthsBefore(last, monthsLookedAt - 1), last);
  return due(names, last, published, (name) => monthPeriod(name, timezone));
}

/** The same of quarters. The first review of a desk waits for a quarter that has `anything` in it. */
export function dueQuarters(
  now: Instant,
  timezone: string,
  published: ReadonlySet<string>,
  anything: (quarter: Period) => boolean,
): DuePeriods {
  const names: string[] = [];
  let quarter = quarterOf(now, timezone);
  for (let count = 0; count < quartersLookedAt; count += 1) {
    quarter = quarterBefore(quarter, timezone);
    names.unshift(quarter.name);
  }
  const found = due(names, names.at(-1) ?? '', published, (name) => quarterPeriod(name, timezone));
  if (published.size > 0) return found;
  return { ...found, missing: found.missing.filter(anything) };
}

function due(
  names: readonly string[],
  last: string,
  published: ReadonlySet<string>,
  periodOf: (name: string) => Period | null,
): DuePeriods {
  // Names sort as the periods do. A first page that lies after the last period leaves nothing to catch up with.
  const first = [...published].sort()[0] ?? last;
  const periods = (wanted: (name: string) => boolean): Period[] =>
    names.filter(wanted).flatMap((name) => periodOf(name) ?? []);
  return {
    missing: periods((name) => name >= first && !published.has(name)),
    published: periods((name) => published.has(name)),
  };
}
