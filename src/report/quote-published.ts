import { groupKey } from '../domain/metrics/group.ts';
import type { Measurement } from '../domain/metrics/measure.ts';
import { readPublished } from './published-figures.ts';

const notThen = 'not available when it was published';

/**
 * A measurement with the values that its published page says, wherever a figure rests on the day it was read: what was
 * read on another day since would contradict the page (`docs/rules.md#metrics`). A page that cannot be read, or does not
 * know a figure, changes nothing.
 */
export function quotePublished(measured: Measurement, page: string): Measurement {
  const published = readPublished(page);
  if (published === null) return measured;
  return {
    ...measured,
    groups: measured.groups.map(({ group, figures }) => ({
      group,
      figures: figures.map((figure) => {
        const quoted = figure.asOf ? undefined : published.get(`${groupKey(group)}/${figure.id}`);
        if (quoted === undefined) return figure;
        if (typeof quoted.value === 'number') return { ...figure, value: quoted.value, note: '' };
        return figure.value === null ? figure : { ...figure, value: null, note: notThen };
      }),
    })),
  };
}
