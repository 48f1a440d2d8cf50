import type { Config } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import { type EngagementEfficiency, engagementEfficiency } from './engagement-efficiency.ts';
import type { Opportunities, Period, RequestHistory } from './facts.ts';
import { areaGroups, type Group, inGroup, overall, regionGroups } from './group.ts';
import { dayOf } from './month.ts';
import { type RequestTimes, requestTimes } from './request-times.ts';
import { type TechnicalWinRate, technicalWinRate } from './technical-win-rate.ts';

/** Everything the metrics are computed from. */
export interface MeasureInput {
  readonly config: Pick<Config, 'areas' | 'regions' | 'calendar'>;
  readonly histories: readonly RequestHistory[];
  readonly opportunities: Opportunities;
  /** When the opportunities were read. */
  readonly now: Instant;
  /** The desk's own user ids, so that states which people have clicked do not count; null: not known. */
  readonly desk: readonly number[] | null;
}

/** The figures of one group of requests. */
export interface GroupFigures {
  readonly group: Group;
  readonly efficiency: EngagementEfficiency;
  readonly winRate: TechnicalWinRate;
}

/** The figures of one period. Groups without a request and without an opportunity are left out. */
export interface Measurement {
  readonly period: Period;
  readonly cutOff: Instant;
  readonly overall: GroupFigures;
  readonly areas: readonly GroupFigures[];
  readonly regions: readonly GroupFigures[];
  /** Issue numbers of the requests that any figure rests on, ascending. */
  readonly inputs: readonly number[];
}

/** What happened from this instant on is not in the figures: the end of the period, or now if that is earlier. */
function cutOffOf(period: Period, now: Instant): Instant {
  return Math.min(period.to, now);
}

function figuresOf(
  input: MeasureInput,
  period: Period,
  requests: readonly RequestTimes[],
  group: Group,
): GroupFigures {
  const { timezone } = input.config.calendar;
  const days = {
    from: dayOf(period.from, timezone),
    to: dayOf(period.to, timezone),
    read: dayOf(input.now, timezone),
  };
  const submitted = requests.filter(({ history }) => history.submittedAt >= period.from);
  return {
    group,
    efficiency: engagementEfficiency(submitted),
    winRate: technicalWinRate(requests, input.opportunities, days),
  };
}

function isEmpty({ efficiency, winRate }: GroupFigures): boolean {
  return efficiency.requests === 0 && (winRate.kind === 'not-available' || winRate.all + winRate.gone === 0);
}

function inputsOf(figures: GroupFigures, requests: readonly RequestTimes[], from: Instant): number[] {
  const inputs = new Set(figures.winRate.kind === 'measured' ? figures.winRate.requests : []);
  for (const { history } of requests) if (history.submittedAt >= from) inputs.add(history.iid);
  return [...inputs].sort((a, b) => a - b);
}

/** Computes metrics 1 and 5 of a period, overall, by area and by region (`docs/rules.md#metrics`). */
export function measure(input: MeasureInput, period: Period): Measurement {
  const cutOff = cutOffOf(period, input.now);
  const requests = input.histories
    .filter((history) => history.submittedAt < cutOff)
    .map((history) => requestTimes(history, cutOff, input.desk));
  const byGroup = (groups: readonly Group[]): GroupFigures[] =>
    groups
      .map((group) => {
        const members = requests.filter(({ history }) => inGroup(history, group, groups));
        return figuresOf(input, period, members, group);
      })
      .filter((figures) => !isEmpty(figures));
  const all = figuresOf(input, period, requests, overall);
  return {
    period,
    cutOff,
    overall: all,
    areas: byGroup(areaGroups(input.config)),
    regions: byGroup(regionGroups(input.config)),
    inputs: inputsOf(all, requests, period.from),
  };
}
