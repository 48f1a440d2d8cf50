import { isTooFew, valueText } from '../report/figure-text.ts';
import { element } from './element.ts';
import { goalText, statusOf } from './goal-view.ts';
import { sparkLine } from './spark-line.ts';
import { type TileView, tileView } from './tile-view.ts';
import type { View } from './view.ts';

/** How a goal stands, as a word with a sign: never by colour alone. */
function badge({ goal, told }: TileView): HTMLElement {
  const status = statusOf(goal, told);
  switch (status.kind) {
    case 'met':
      return element('p', { class: 'badge met' }, '✓ Goal met');
    case 'not-met':
      return element('p', { class: 'badge not-met' }, '✕ Goal not met');
    case 'no-baseline':
      return element('p', { class: 'badge open' }, '– No baseline yet');
    case 'no-figure':
      return element('p', { class: 'badge open' }, '– Not available');
    default:
      return status satisfies never;
  }
}

function notThere(note: string): string {
  return isTooFew(note) ? note : `Not available: ${note || 'not measured'}`;
}

function valueLine({ figure, told }: TileView): HTMLElement {
  if (figure !== null && told.value !== null) {
    return element('p', { class: 'value' }, valueText(told.value, figure.unit));
  }
  return element('p', { class: 'value none' }, notThere(told.note));
}

function trendLine({ trend, before, isRunning }: TileView): HTMLElement {
  const none = isRunning ? 'Not over, so not compared' : 'No figure to compare with';
  if (trend === null) return element('p', { class: 'trend' }, none);
  const verdict = trend.verdict === 'same' ? '' : `, ${trend.verdict}`;
  return element(
    'p',
    { class: `trend ${trend.verdict}` },
    element('span', { 'aria-hidden': 'true' }, `${trend.sign} `),
    `${trend.words} since ${before}${verdict}`,
  );
}

function tile(view: TileView, isWhole: boolean): HTMLElement {
  const { metric, goal, figure, told, period, points } = view;
  const text = figure === null ? `Goal: ${metric.goal}` : goalText(goal, figure.unit);
  const count = told.value === null || figure?.unit === 'count' ? '' : `, n\u00a0=\u00a0${told.n}`;
  return element(
    'li',
    { class: 'tile' },
    element('h3', {}, `${metric.number ?? ''} ${metric.name}`.trim()),
    element('p', { class: 'what' }, `${goal.name} · ${period}${count}`),
    valueLine(view),
    points.length > 1 ? sparkLine(points) : null,
    trendLine(view),
    element('p', { class: 'goal' }, isWhole ? text : `${text} (of the whole program)`),
    isWhole ? badge(view) : null,
  );
}

/** A tile for each goal. Goals are set for the whole program, so a part of it is not judged by them. */
export function tiles(view: View): HTMLElement[] {
  const isWhole = view.group.item.kind === 'overall';
  return view.data.metrics.flatMap((metric) =>
    metric.goals.map((goal) => tile(tileView(view, metric, goal), isWhole)),
  );
}
