import type { Unit } from '../domain/metrics/figure.ts';
import { valueText } from '../report/figure-text.ts';
import { fromZero } from './from-zero.ts';
import { plot } from './plot.ts';
import type { Point } from './view.ts';
import { periodText, tickText, toldText } from './words.ts';

/** A figure over time. */
export interface LineChart {
  readonly points: readonly Point[];
  readonly unit: Unit;
  /** Of the goal, in the same unit; null: none to draw. */
  readonly target: number | null;
  /** In CSS pixels. */
  readonly width: number;
}

/** About so many pixels one mark of the time axis needs. */
const tickWidth = 34;

/** The periods whose names fit below the axis: the last one always, then every second, third … back from it. */
function ticks(points: readonly Point[], width: number): string[] {
  const step = Math.max(1, Math.ceil((points.length * tickWidth) / width));
  const last = points.length - 1;
  return points.flatMap(({ period }, index) => ((last - index) % step === 0 ? [period] : []));
}

/** A line with a point for each period, a gap where there is no figure, and a dashed line for the goal. */
export function lineChart({ points, unit, target, width }: LineChart): SVGSVGElement | HTMLElement {
  const shown = ticks(points, width - 80);
  const known = points.filter(({ value }) => value !== null);
  const values = known.map(({ value }) => value ?? 0);
  const heights = target === null ? values : [...values, target];
  const [before, last] = values.slice(-2);
  const isFalling = before !== undefined && last !== undefined && last < before && last !== 0;
  const title = (point: Point) => `${periodText(point.period)}\n${toldText(point, unit)}\nn = ${point.n}`;
  const channels = { x: 'period', y: 'value' } as const;
  return plot.plot({
    width,
    height: 230,
    marginTop: 18,
    marginRight: 28,
    marginBottom: 36,
    marginLeft: 52,
    x: { type: 'point', domain: points.map(({ period }) => period), label: null, padding: 0.4 },
    y: { label: null, domain: fromZero(heights), nice: true },
    marks: [
      plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      plot.axisY({ ticks: 5, tickSize: 0, tickFormat: (value: number) => tickValue(value, unit) }),
      plot.axisX(shown, {
        tickSize: 0,
        tickFormat: (name: string) => tickText(name, shown[shown.indexOf(name) - 1]),
      }),
      plot.ruleY([0], { stroke: 'var(--axis)' }),
      ...goalMarks(target, unit),
      plot.lineY(points, { ...channels, stroke: 'var(--series)', strokeWidth: 2.25 }),
      plot.dot(known, { ...channels, r: 3.5, fill: 'var(--series)', stroke: 'var(--card)' }),
      plot.text(known.slice(-1), {
        ...channels,
        text: ({ value }: Point) => valueText(value ?? 0, unit),
        dy: isFalling ? 14 : -11,
        fontWeight: 600,
        fill: 'var(--text)',
        stroke: 'var(--card)',
        strokeWidth: 4,
      }),
      plot.tip(known, plot.pointerX({ ...channels, title })),
    ],
  });
}

/** Nothing comes in halves that is counted. */
function tickValue(value: number, unit: Unit): string {
  if (unit === 'count' && !Number.isInteger(value)) return '';
  if (unit !== 'amount') return valueText(value, unit);
  return new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

function goalMarks(target: number | null, unit: Unit) {
  if (target === null) return [];
  return [
    plot.ruleY([target], { stroke: 'var(--goal)', strokeWidth: 1.5, strokeDasharray: '6 4' }),
    plot.text([target], {
      y: (value: number) => value,
      text: (value: number) => `goal ${valueText(value, unit)}`,
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: 6,
      dy: -8,
      fill: 'var(--goal-text)',
      stroke: 'var(--card)',
      strokeWidth: 4,
    }),
  ];
}
