import type { Figure } from './figure.ts';
import type { GroupFigures } from './measure.ts';
import { ofOneSme } from './one-sme.ts';

/**
 * Takes the value out of every rating, NPS and amount that few stand behind (`privacy.minimum_n`). Counts and times
 * always stay (`docs/rules.md#metrics`). What is withheld of areas, or of regions, could be computed together from the
 * total and the others: the next smallest are withheld as well until it is more than one and enough stand behind it. Of one metric and
 * group all are withheld or none: growth and today's amount would give the amount before. One area in one region is
 * never told.
 */
export function withheld(groups: readonly GroupFigures[], minimumN: number): GroupFigures[] {
  const hidden = new Map<string, string>();
  for (const kind of ['overall', 'area', 'region'] as const) hideFew(groups, kind, minimumN, hidden);
  return groups.map(({ group, figures }) => {
    const noteOf = (id: string): string | undefined => hidden.get(place(group.kind, group.key, id));
    const metrics = new Set(figures.flatMap(({ id }) => (noteOf(id) === undefined ? [] : [metricOf(id)])));
    const hide = (figure: Figure): Figure => {
      if (!figure.guarded || figure.value === null) return figure;
      if (group.kind === 'cell') return { ...figure, value: null, note: onlyByOne };
      const note = noteOf(figure.id) ?? (metrics.has(metricOf(figure.id)) ? together : undefined);
      return note === undefined ? figure : { ...figure, value: null, note };
    };
    return { group, figures: figures.map(hide) };
  });
}

const onlyByOne = 'told by area or by region, not for one area in one region';
const together = 'withheld together with a figure that could be computed from it';

/** The metric a figure belongs to: `3` of `3.growth`. */
function metricOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

function place(kind: string, key: string, id: string): string {
  return `${kind}:${key}/${id}`;
}

function hideFew(
  groups: readonly GroupFigures[],
  kind: 'overall' | 'area' | 'region',
  minimumN: number,
  hidden: Map<string, string>,
): void {
  const byFigure = new Map<string, { key: string; figure: Figure }[]>();
  for (const { group, figures } of groups) {
    if (group.kind !== kind) continue;
    for (const figure of figures) {
      if (!figure.guarded || figure.n === 0) continue;
      byFigure.set(figure.id, [...(byFigure.get(figure.id) ?? []), { key: group.key, figure }]);
    }
  }
  for (const [id, members] of byFigure) {
    members.sort((a, b) => a.figure.n - b.figure.n || (a.key < b.key ? -1 : 1));
    const few = members.filter(({ figure }) => figure.n < minimumN || figure.note === ofOneSme);
    for (const { key, figure } of few) hidden.set(place(kind, key, id), `n = ${figure.n}, too few`);
    if (kind === 'overall' || few.length === 0) continue;
    let [count, behind] = [few.length, few.reduce((total, { figure }) => total + figure.n, 0)];
    for (const { key, figure } of members.filter((member) => !few.includes(member))) {
      if (count > 1 && behind >= minimumN) break;
      hidden.set(place(kind, key, id), 'withheld, so that a smaller group cannot be computed from it');
      count += 1;
      behind += figure.n;
    }
  }
}
