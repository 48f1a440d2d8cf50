import type { GroupFigures } from '../domain/metrics/measure.ts';
import { mermaidText } from './escape.ts';

/**
 * A bar chart of the median hours to assignment by area, or null: no area has one. Only syntax that every Mermaid
 * GitLab ships can draw (`docs/gitlab.md#wiki`): `xychart-beta`, not `xychart`.
 */
export function monthlyChart(areas: readonly GroupFigures[]): string | null {
  const bars: { name: string; hours: number }[] = [];
  for (const { group, efficiency } of areas) {
    const { median } = efficiency.toAssigned;
    if (median !== null) bars.push({ name: mermaidText(group.name), hours: Math.round(median * 10) / 10 });
  }
  if (bars.length === 0) return null;
  const top = Math.max(1, Math.ceil(Math.max(...bars.map(({ hours }) => hours)) * 1.1));
  return [
    '```mermaid',
    'xychart-beta',
    '    title "Median hours from submission to assignment, by area"',
    `    x-axis [${bars.map(({ name }) => name).join(', ')}]`,
    `    y-axis "Hours" 0 --> ${top}`,
    `    bar [${bars.map(({ hours }) => hours).join(', ')}]`,
    '```',
  ].join('\n');
}
