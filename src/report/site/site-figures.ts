import type { Figure } from '../../domain/metrics/figure.ts';
import type { Measurement } from '../../domain/metrics/measure.ts';
import { metrics } from '../../domain/metrics/metrics.ts';

/** One figure as the dashboard knows it, whatever its value is. */
export interface SiteFigure extends Pick<Figure, 'id' | 'name' | 'unit' | 'asOf'> {
  /** Key of the metric it belongs to. */
  readonly metric: string;
}

/** A figure's id begins with its metric's number, or with its key. */
function metricOf(id: string): string {
  const [first = ''] = id.split('.');
  const found = metrics.find(({ definition }) => String(definition.number ?? definition.key) === first);
  return found?.definition.key ?? first;
}

/** Every figure that any of the measurements has, in the order of the metrics. */
export function siteFigures(measured: readonly Measurement[]): SiteFigure[] {
  const known = new Map<string, SiteFigure>();
  for (const { groups } of measured) {
    for (const { figures } of groups) {
      for (const { id, name, unit, asOf } of figures) {
        if (!known.has(id)) known.set(id, { id, name, unit, asOf, metric: metricOf(id) });
      }
    }
  }
  const order = new Map(metrics.map(({ definition }, index) => [definition.key, index]));
  const rank = ({ metric }: SiteFigure) => order.get(metric) ?? metrics.length;
  return [...known.values()].sort((a, b) => rank(a) - rank(b));
}
