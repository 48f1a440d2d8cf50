import type { Unit } from '../domain/metrics/figure.ts';
import { valueText } from '../report/figure-text.ts';
import type { Bar, Point } from './view.ts';
import { periodText } from './words.ts';

/** What a line chart shows, for whoever does not see it. */
export function lineWords(name: string, group: string, unit: Unit, points: readonly Point[]): string {
  const known = points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${name}, ${group}: no figure in these periods.`;
  const sorted = known.toSorted((a, b) => a.value - b.value);
  const at = (point = first) => `${valueText(point.value, unit)} in ${periodText(point.period)}`;
  const missing = points.length - known.length;
  const gaps = missing === 0 ? '' : ` ${missing} of ${points.length} periods have no figure.`;
  if (known.length === 1) return `Line chart. ${name}, ${group}: ${at()}.${gaps}`;
  return `Line chart. ${name}, ${group}: from ${at()} to ${at(last)}; lowest ${at(sorted[0])}, highest ${at(sorted.at(-1))}.${gaps}`;
}

/** What a bar chart shows, for whoever does not see it. */
export function barWords(name: string, period: string, unit: Unit, bars: readonly Bar[]): string {
  const parts = bars.map((bar) => {
    return `${bar.name} ${bar.value === null ? 'not available' : valueText(bar.value, unit)}`;
  });
  return `Bar chart. ${name} in ${periodText(period)}: ${parts.join(', ')}.`;
}
