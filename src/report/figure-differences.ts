import { jsonTable } from './json-table.ts';
import { notAvailable, notListed, type PublishedFigure } from './published-figures.ts';

/** One figure that differs from what a page says; null: the page did, or does, not list it. */
export interface Difference {
  readonly key: string;
  readonly scope: string;
  readonly figure: string;
  readonly was: number | string | null;
  readonly now: number | string | null;
}

function idOf({ key }: Pick<PublishedFigure, 'key'>): string {
  return key.slice(key.indexOf('/') + 1);
}

/**
 * What differs between the figures a page says and the figures now, in the order of the new ones. Figures that rest
 * on the day they were read are not compared, nor those that only one of the two versions of the desk knows: neither
 * is a mistake of the page. A group that appears or vanishes is a difference in what was counted in it: whether an
 * empty one is listed may depend on the roster of the day.
 */
export function differences(
  published: ReadonlyMap<string, PublishedFigure>,
  figures: readonly PublishedFigure[],
): Difference[] {
  const idsThen = new Set([...published.values()].map(idOf));
  const idsNow = new Set(figures.filter(({ readOnly }) => !readOnly).map(idOf));
  const compared = (figure: PublishedFigure): boolean =>
    !figure.readOnly && idsThen.has(idOf(figure)) && idsNow.has(idOf(figure));
  const found: Difference[] = [];
  const keys = new Set<string>();
  for (const figure of figures) {
    keys.add(figure.key);
    const then = published.get(figure.key);
    if (!compared(figure) || then?.readOnly === true || then?.value === figure.value) continue;
    if (then === undefined && isNothing(figure)) continue;
    found.push(difference(figure, then?.value ?? null, figure.value));
  }
  for (const figure of published.values()) {
    if (keys.has(figure.key) || !compared(figure) || isNothing(figure)) continue;
    found.push(difference(figure, figure.value, null));
  }
  return found;
}

function isNothing({ value }: PublishedFigure): boolean {
  return value === 0 || value === notAvailable;
}

function difference(
  { key, scope, figure }: PublishedFigure,
  was: Difference['was'],
  now: Difference['now'],
): Difference {
  return { key, scope, figure, was, now };
}

/** The table of a correction: only what changed. */
export function differencesTable(found: readonly Difference[], caption: string): string {
  return jsonTable({
    caption,
    fields: [
      { key: 'scope', label: 'Group' },
      { key: 'figure', label: 'Figure' },
      { key: 'was', label: 'Was' },
      { key: 'now', label: 'Is' },
      { key: 'key', label: 'Key' },
    ],
    items: found.map((each) => ({ ...each, was: each.was ?? notListed, now: each.now ?? notListed })),
  });
}
