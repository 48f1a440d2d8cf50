import type { Unit } from '../domain/metrics/figure.ts';
import { mermaidText } from './escape.ts';
import { roundedFor } from './figure-text.ts';

/** One value of a chart with what stands under it. */
export interface ChartPoint {
  readonly label: string;
  readonly value: number;
}

/** More of them cannot be told apart on an axis. */
export const mostPoints = 13;

/** At the size of the charts this fits above them. */
const longestTitle = 95;

const longestLabel = 16;
const axisNames: Readonly<Record<Unit, string>> = {
  count: 'Number',
  percent: 'Percent',
  hours: 'Hours',
  score: 'Score',
  ratio: 'Ratio',
  amount: 'Amount',
};

// The palette's own first colour can hardly be seen. These two are told apart by everybody, on white and on black.
const settings =
  '%%{init: {"xyChart": {"width": 840, "height": 300}, "themeVariables": {"xyChart": {"plotColorPalette": "#0072B2, #D55E00"}}}}%%';

/**
 * A bar chart, with a level line where there is a goal. Mermaid draws bars from the bottom of the axis and not from 0,
 * so values of which one is negative are a line. Only syntax that every Mermaid GitLab ships can draw
 * (`docs/gitlab.md#wiki`): `xychart-beta`, not `xychart`. A value that is missing cannot be drawn: leave it out.
 */
export function xyChart(chart: {
  readonly title: string;
  readonly unit: Unit;
  readonly points: readonly ChartPoint[];
  readonly goal: number | null;
}): string {
  const { title, unit, goal } = chart;
  const points = chart.points.slice(0, mostPoints);
  const values = points.map(({ value }) => roundedFor(value, unit));
  const line = goal === null ? [] : [roundedFor(goal, unit)];
  const [bottom, top] = range([...values, ...line]);
  const lines = [
    '```mermaid',
    settings,
    'xychart-beta',
    `    title ${mermaidText(title.replaceAll(':', ','), longestTitle)}`,
    `    x-axis [${distinct(points.map(({ label }) => mermaidText(label, longestLabel))).join(', ')}]`,
    `    y-axis ${mermaidText(axisNames[unit])} ${bottom} --> ${top}`,
    `    ${isNegative(values) ? 'line' : 'bar'} [${values.join(', ')}]`,
    ...line.map((value) => `    line [${points.map(() => value).join(', ')}]`),
    '```',
  ];
  return lines.join('\n');
}

/** Whether bars could not show these values. */
export function isNegative(values: readonly number[]): boolean {
  return values.some((value) => value < 0);
}

/** Two labels that read the same would be one place on the axis. */
function distinct(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label.slice(0, -1)} (${count})"`;
  });
}

/** From 0, or from below it where a value is negative, to a round number above the largest value. */
function range(values: readonly number[]): readonly [number, number] {
  return [0 - roundUp(-Math.min(0, ...values)), Math.max(1, roundUp(Math.max(0, ...values)))];
}

/** The next of 1, 1.5, 2, 3, 4, 5, 6, 8, 10 times a power of ten; 0 stays. */
function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8].find((each) => value <= each * power) ?? 10;
  return Number((step * power).toPrecision(2));
}
