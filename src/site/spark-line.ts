import { plot } from './plot.ts';
import type { Point } from './view.ts';

/** A line without axes, beside a number that says the same: it shows the way there. */
export function sparkLine(points: readonly Point[]): SVGSVGElement | HTMLElement {
  const known = points.filter(({ value }) => value !== null);
  const channels = { x: 'period', y: 'value' } as const;
  const drawn = plot.plot({
    width: 200,
    height: 44,
    margin: 5,
    x: { type: 'point', axis: null, padding: 0.1, domain: points.map(({ period }) => period) },
    y: { axis: null },
    marks: [
      plot.lineY(points, { ...channels, stroke: 'var(--series)', strokeWidth: 1.75 }),
      plot.dot(known, { ...channels, r: 1.5, fill: 'var(--series)' }),
      plot.dot(known.slice(-1), { ...channels, r: 3.5, fill: 'var(--series)' }),
    ],
  });
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}
