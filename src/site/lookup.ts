import type { SiteData } from '../report/site/site-data.ts';

/** One number of the dashboard, or why there is none. */
export interface Told {
  readonly value: number | null;
  readonly n: number;
  readonly note: string;
}

/**
 * Gives a figure of a group in a period, each by its place in the lists of the data. Null: the figure is not defined
 * for this kind of group.
 */
export type Lookup = (period: number, group: number, figure: number) => Told | null;

/** What to say of a group that no row tells of: groups that nothing belongs to are left out of a measurement. */
export const nothingThere: Told = { value: null, n: 0, note: 'nothing of this group in the period' };

/** Reads the rows of the data once, so that each figure is found at once. */
export function lookupOf({ rows, notes }: SiteData): Lookup {
  const known = new Map(rows.map((row) => [`${row.period}/${row.group}`, row]));
  return (period, group, figure) => {
    const row = known.get(`${period}/${group}`);
    if (row === undefined) return nothingThere;
    const n = row.n[figure] ?? null;
    if (n === null) return null;
    return { value: row.value[figure] ?? null, n, note: notes[row.note[figure] ?? 0] ?? '' };
  };
}
