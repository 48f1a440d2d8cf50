import type { Group } from '../domain/metrics/group.ts';
import type { SiteData, SitePeriod } from '../report/site/site-data.ts';
import { type Lookup, nothingThere, type Told } from './lookup.ts';
import { chosenGroup, chosenPeriods, comparedGroups, type Placed, type Selection } from './selection.ts';

/** What the page shows now. */
export interface View {
  readonly data: SiteData;
  readonly lookup: Lookup;
  readonly selection: Selection;
  readonly group: Placed<Group>;
  /** Oldest first. */
  readonly periods: readonly Placed<SitePeriod>[];
}

/** The view of a selection. */
export function viewOf(data: SiteData, lookup: Lookup, selection: Selection): View {
  return {
    data,
    lookup,
    selection,
    group: chosenGroup(data, selection),
    periods: chosenPeriods(data, selection),
  };
}

/** A point of a line: one period, and what is told of it. */
export interface Point extends Told {
  readonly period: string;
}

/** A figure over the chosen periods, a point for each; null: it is not defined for the chosen group. */
export function pointsOf(view: View, figure: number): Point[] | null {
  const { lookup, group, periods } = view;
  const told = periods.map(({ place }) => lookup(place, group.place, figure));
  if (told.every((each) => each === null)) return null;
  return periods.map(({ item }, index) => ({ period: item.name, ...(told[index] ?? nothingThere) }));
}

/** A bar: one group, and what is told of it in the last chosen period. */
export interface Bar extends Told {
  readonly key: string;
  readonly name: string;
}

/** A figure of the last chosen period by area, or by region; empty: nothing to compare. */
export function barsOf(view: View, figure: number): Bar[] {
  const last = view.periods.at(-1);
  if (last === undefined) return [];
  return comparedGroups(view.data, view.selection).flatMap(({ place, item }) => {
    const told = view.lookup(last.place, place, figure);
    return told === null ? [] : [{ key: item.key, name: item.name, ...told }];
  });
}
