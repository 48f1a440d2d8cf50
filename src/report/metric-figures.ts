import type { Figure } from '../domain/metrics/figure.ts';
import { overall } from '../domain/metrics/group.ts';
import type { GroupFigures, Measurement } from '../domain/metrics/measure.ts';
import type { MetricDefinition } from '../domain/metrics/metric.ts';

/** Whether a figure belongs to a metric: its id begins with the metric's number, or its key. */
function isOf({ number, key }: MetricDefinition, { id }: Pick<Figure, 'id'>): boolean {
  return id.startsWith(`${number ?? key}.`);
}

/** The figures of a metric for everything together. */
export function overallFigures(measured: Measurement, definition: MetricDefinition): readonly Figure[] {
  const group = measured.groups.find((each) => each.group.kind === overall.kind);
  return (group?.figures ?? []).filter((figure) => isOf(definition, figure));
}

/** The groups that pages list, one area in one region left out: overall, then areas, then regions. */
export function listedGroups({ groups }: Measurement): readonly GroupFigures[] {
  return groups.filter(({ group }) => group.kind !== 'cell');
}

/** The figure of a group with an id; undefined: the metric is not defined for it. */
export function figureIn({ figures }: GroupFigures, id: string): Figure | undefined {
  return figures.find((figure) => figure.id === id);
}
