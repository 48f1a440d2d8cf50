import type { Unit } from '../domain/metrics/figure.ts';
import { valueText } from '../report/figure-text.ts';
import { fromZero } from './from-zero.ts';
import { plot } from './plot.ts';
import type { Bar } from './view.ts';
import { toldText } from './words.ts';

/** A figure of one period, compared over groups. */
export interface BarChart {
  readonly bars: readonly Bar[];
  readonly unit: Unit;
  /** In CSS pixels. */
  readonly width: number;
}

const longest = 18;

function short(name: string): string {
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

/** A bar for each group with its value beside it, and why where there is none. */
export function barChart({ bars, unit, width }: BarChart): SVGSVGElement | HTMLElement {
  const names = new Map(bars.map(({ key, name }) => [key, short(name)]));
  const room = 12 + 7 * Math.max(...[...names.values()].map((name) => name.length));
  const known = bars.filter(({ value }) => value !== null);
  const unknown = bars.filter(({ value }) => value === null);
  const channels = { x: 'value', y: 'key' } as const;
  return plot.plot({
    width,
    height: 24 + 26 * bars.length,
    marginTop: 6,
    marginRight: 64,
    marginBottom: 18,
    marginLeft: room,
    x: { axis: null, domain: fromZero(known.map(({ value }) => value ?? 0)) },
    y: { domain: bars.map(({ key }) => key), label: null, padding: 0.28 },
    marks: [
      plot.axisY({ tickSize: 0, tickFormat: (key: string) => names.get(key) ?? key }),
      plot.barX(known, { ...channels, fill: 'var(--series)', rx: 2 }),
      plot.ruleX([0], { stroke: 'var(--axis)' }),
      plot.text(known, {
        x: ({ value }: Bar) => Math.max(0, value ?? 0),
        y: 'key',
        text: ({ value }: Bar) => valueText(value ?? 0, unit),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--text)',
      }),
      plot.text(unknown, {
        x: () => 0,
        y: 'key',
        text: () => 'not available',
        title: (bar: Bar) => toldText(bar, unit),
        textAnchor: 'start',
        dx: 6,
        fontStyle: 'italic',
        fill: 'var(--muted)',
      }),
    ],
  });
}
