import type { SiteFigure } from '../report/site/site-figures.ts';
import type { SiteGoal, SiteMetric } from '../report/site/site-metrics.ts';
import type { Told } from './lookup.ts';
import { periodsBy } from './selection.ts';
import { type Trend, trendOf } from './trend.ts';
import { type Point, pointsOf, type View } from './view.ts';
import { periodText } from './words.ts';

/** A goal, and the figure that is judged by it. */
export interface TileView {
  readonly metric: SiteMetric;
  readonly goal: SiteGoal;
  readonly figure: SiteFigure | null;
  readonly told: Told;
  /** The period it is judged on: `Oct 2026`, or `Q4 2026 so far`. */
  readonly period: string;
  /** Whether that period is not over yet: then it is too early to compare it. */
  readonly isRunning: boolean;
  readonly trend: Trend | null;
  /** `Sep 2026`; empty: there is no period before. */
  readonly before: string;
  /** The figure up to that period, as far back as the chosen range goes. */
  readonly points: readonly Point[];
}

/** The quarter that a month lies in, by name. */
function quarterName(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/**
 * The period a goal is judged on when a certain one is shown, and the one before it. The quarter of a month may not be
 * over and so not be among the figures: then it is the last one before it.
 */
function judged({ data, periods, selection }: View, goal: SiteGoal) {
  const last = periods.at(-1);
  const isQuarter = goal.span === 'quarter' || selection.by === 'quarter';
  const name = last === undefined ? '' : last.item.name;
  const wanted = isQuarter && selection.by === 'month' ? quarterName(name) : name;
  const all = periodsBy(data, isQuarter ? 'quarter' : 'month');
  const at = all.findLastIndex(({ item }) => item.name <= wanted);
  const first = isQuarter && selection.by === 'month' ? quarterName(selection.from) : selection.from;
  const way = all.filter(({ item }, index) => item.name >= first && index <= at);
  return { now: all[at], before: all[at - 1], way };
}

/** Everything a tile says about one goal. */
export function tileView(view: View, metric: SiteMetric, goal: SiteGoal): TileView {
  const { data, lookup, group } = view;
  const place = data.figures.findIndex(({ id }) => id === goal.figure);
  const figure = data.figures[place] ?? null;
  const { now, before, way } = judged(view, goal);
  const tell = (period: number) => lookup(period, group.place, place) ?? notDefined(group.item.kind);
  const told = now === undefined ? notOver : tell(now.place);
  const previous = before === undefined ? null : tell(before.place).value;
  const isRunning = now !== undefined && now.item.cutOff < now.item.to;
  return {
    metric,
    goal,
    figure,
    told,
    period: now === undefined ? '' : `${periodText(now.item.name)}${isRunning ? ' so far' : ''}`,
    isRunning,
    trend:
      figure === null || isRunning ? null : trendOf(told.value, previous, figure.unit, goal.target.direction),
    before: before === undefined ? '' : periodText(before.item.name),
    points: pointsOf({ ...view, periods: way }, place) ?? [],
  };
}

const notOver: Told = { value: null, n: 0, note: 'no quarter is over yet' };

function notDefined(kind: string): Told {
  const by = kind === 'cell' ? 'area and region' : kind;
  return { value: null, n: 0, note: kind === 'overall' ? 'not measured' : `not told by ${by}` };
}
