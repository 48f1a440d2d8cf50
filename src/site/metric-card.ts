import type { SiteFigure } from '../report/site/site-figures.ts';
import type { SiteMetric } from '../report/site/site-metrics.ts';
import { barChart } from './bar-chart.ts';
import { chartFigure, type Picture } from './chart-figure.ts';
import { barWords, lineWords } from './chart-words.ts';
import { definition } from './definition.ts';
import { element } from './element.ts';
import { targetOf } from './goal-view.ts';
import { lineChart } from './line-chart.ts';
import { smallTable } from './small-table.ts';
import { barsOf, pointsOf, type View } from './view.ts';
import { periodText } from './words.ts';

/** One metric on the page: a line over time, bars by area or region, and how it is counted. */
export interface MetricCard {
  readonly element: HTMLElement;
  readonly update: (view: View) => void;
}

/**
 * A goal is set for the whole program: for a part of it a share can stand beside it, a number of things cannot. Nor
 * can a month stand beside what is asked of a quarter.
 */
function targetFor(metric: SiteMetric, figure: SiteFigure, { group, selection }: View): number | null {
  const goal = metric.goals.find((each) => each.figure === figure.id);
  if (goal === undefined) return null;
  const isWhole = group.item.kind === 'overall' || figure.unit !== 'count';
  const isItsSpan = goal.span === 'month' || selection.by === 'quarter';
  return isWhole && isItsSpan ? targetOf(goal) : null;
}

function linePicture(metric: SiteMetric, figure: SiteFigure, place: number, view: View): Picture {
  const { unit, name } = figure;
  const points = pointsOf(view, place) ?? [];
  const group = view.group.item.name;
  const isKnown = points.some(({ value }) => value !== null);
  const target = targetFor(metric, figure, view);
  const rows = points.map((point) => ({ ...point, name: periodText(point.period) }));
  const reason = points.findLast(({ note }) => note !== '')?.note ?? 'not told for this group';
  return {
    title: `${name}, by ${view.selection.by}`,
    words: isKnown ? lineWords(name, group, unit, points) : `Not available: ${reason}.`,
    draw: isKnown ? (width) => lineChart({ points, unit, target, width }) : null,
    table: smallTable(`${name}, ${group}`, 'Period', unit, rows),
  };
}

function barPicture(figure: SiteFigure, place: number, view: View): Picture | null {
  const { unit, name } = figure;
  const bars = barsOf(view, place);
  const period = view.periods.at(-1)?.item.name ?? '';
  if (bars.length === 0) return null;
  const head = view.selection.area === '' ? 'Area' : 'Region';
  const isKnown = bars.some(({ value }) => value !== null);
  return {
    title: `By ${head.toLowerCase()}, ${periodText(period)}`,
    words: isKnown ? barWords(name, period, unit, bars) : `Not available by ${head.toLowerCase()}.`,
    draw: isKnown ? (width) => barChart({ bars, unit, width }) : null,
    table: smallTable(`${name}, ${periodText(period)}`, head, unit, bars),
  };
}

function choice(metric: SiteMetric, figures: readonly SiteFigure[]): HTMLSelectElement {
  const start = figures.some(({ id }) => id === metric.chart) ? metric.chart : figures[0]?.id;
  const options = figures.map(({ id, name }) =>
    element('option', { value: id, selected: id === start }, name),
  );
  return element('select', { id: `figure-${metric.key}` }, ...options);
}

/** The card of a metric. It keeps which of the metric's figures is drawn, whatever else is chosen. */
export function metricCard(metric: SiteMetric, { data }: View): MetricCard {
  const figures = data.figures.filter((figure) => figure.metric === metric.key);
  const select = choice(metric, figures);
  const line = chartFigure('line');
  const bars = chartFigure('bars');
  let shown: View | null = null;

  function update(view: View): void {
    shown = view;
    const place = data.figures.findIndex(({ id }) => id === select.value);
    const figure = data.figures[place];
    if (figure === undefined) return;
    line.show(linePicture(metric, figure, place, view));
    const picture = barPicture(figure, place, view);
    bars.element.hidden = picture === null;
    if (picture !== null) bars.show(picture);
  }

  select.addEventListener('change', () => shown !== null && update(shown));
  const label = element('label', { for: select.id }, 'Figure');
  const isMeasured = figures.length > 0;
  const card = element(
    'article',
    { class: 'card', 'aria-labelledby': `metric-${metric.key}` },
    element('h3', { id: `metric-${metric.key}` }, `${metric.number ?? ''} ${metric.name}`.trim()),
    isMeasured ? element('p', { class: 'choice' }, label, select) : null,
    isMeasured ? element('div', { class: 'charts' }, line.element, bars.element) : null,
    isMeasured ? null : element('p', { class: 'empty' }, 'Not available: no figure was measured.'),
    definition(metric, data.project),
  );
  return { element: card, update };
}
