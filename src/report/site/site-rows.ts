import { type Group, groupKey } from '../../domain/metrics/group.ts';
import type { GroupFigures, Measurement } from '../../domain/metrics/measure.ts';
import type { SiteFigure } from './site-figures.ts';

/** The figures of one group in one period, each list as long as the list of figures. */
export interface SiteRow {
  /** Places in the lists of periods and of groups. */
  readonly period: number;
  readonly group: number;
  /** Rounded to two decimals; null: there is none, for the reason that `note` points to. */
  readonly value: readonly (number | null)[];
  /** How many things each value was made from; null: the figure is not defined for this kind of group. */
  readonly n: readonly (number | null)[];
  /** Places in the list of notes, of those figures that have one, by the figure's place. */
  readonly note: Readonly<Record<number, number>>;
}

/** Two decimals are more than a reader needs, and hide the last digit of a division. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

/** Gives each note its place in a list, once. */
class Notes {
  readonly list: string[] = [''];
  readonly #places = new Map<string, number>([['', 0]]);

  place(note: string): number {
    const known = this.#places.get(note);
    if (known !== undefined) return known;
    this.#places.set(note, this.list.length);
    return this.list.push(note) - 1;
  }
}

function siteRow(
  { figures: measured }: GroupFigures,
  figures: readonly SiteFigure[],
  notes: Notes,
): Pick<SiteRow, 'value' | 'n' | 'note'> {
  const byId = new Map(measured.map((each) => [each.id, each]));
  const found = figures.map(({ id }) => byId.get(id));
  const noted = found.flatMap((each, place) =>
    each === undefined || each.note === '' ? [] : [[place, notes.place(each.note)] as const],
  );
  return {
    value: found.map((each) => rounded(each?.value ?? null)),
    n: found.map((each) => each?.n ?? null),
    note: Object.fromEntries(noted),
  };
}

/** The numbers of all periods and groups, and the notes they point to. */
export function siteRows(
  measured: readonly Measurement[],
  groups: readonly Group[],
  figures: readonly SiteFigure[],
): { readonly rows: SiteRow[]; readonly notes: readonly string[] } {
  const places = new Map(groups.map((group, place) => [groupKey(group), place]));
  const notes = new Notes();
  const rows = measured.flatMap((each, period) =>
    each.groups.map((group) => ({
      period,
      group: places.get(groupKey(group.group)) ?? 0,
      ...siteRow(group, figures, notes),
    })),
  );
  return { rows, notes: notes.list };
}
