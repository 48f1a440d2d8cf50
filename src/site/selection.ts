import type { Group } from '../domain/metrics/group.ts';
import type { SiteData, SitePeriod } from '../report/site/site-data.ts';

/** What the reader has chosen to see. */
export interface Selection {
  readonly by: SitePeriod['kind'];
  /** Names of the first and the last period, both included. */
  readonly from: string;
  readonly to: string;
  /** Key of an area or a region; empty: all. */
  readonly area: string;
  readonly region: string;
}

/** A period or a group with its place in the data; −1: the data has nothing of it. */
export interface Placed<T> {
  readonly place: number;
  readonly item: T;
}

function placed<T>(items: readonly T[], test: (item: T) => boolean): Placed<T>[] {
  return items.flatMap((item, place) => (test(item) ? [{ place, item }] : []));
}

/** The months, or the quarters, that the data has. */
export function periodsBy({ periods }: SiteData, by: Selection['by']): Placed<SitePeriod>[] {
  return placed(periods, ({ kind }) => kind === by);
}

/** The periods from the first to the last one chosen. */
export function chosenPeriods(data: SiteData, { by, from, to }: Selection): Placed<SitePeriod>[] {
  return periodsBy(data, by).filter(({ item }) => item.name >= from && item.name <= to);
}

/** The group of a selection. An area in a region that nothing belongs to has no place, and a name all the same. */
export function chosenGroup({ groups }: SiteData, { area, region }: Selection): Placed<Group> {
  const [wantedArea, wantedRegion] = [area || null, region || null];
  const [found] = placed(groups, (each) => each.area === wantedArea && each.region === wantedRegion);
  if (found !== undefined) return found;
  const nameOf = (test: (group: Group) => boolean) => groups.find(test)?.name ?? '';
  const names = [
    nameOf((group) => group.kind === 'area' && group.key === area),
    nameOf((group) => group.kind === 'region' && group.key === region),
  ];
  const key = `${area}/${region}`;
  return {
    place: -1,
    item: { kind: 'cell', key, name: names.join(', '), area: wantedArea, region: wantedRegion },
  };
}

/** What a bar chart compares: areas, in the chosen region if there is one, or regions of the chosen area. */
export function comparedGroups(data: SiteData, selection: Selection): Placed<Group>[] {
  const { area, region } = selection;
  if (area !== '' && region !== '') return [];
  const kind = area === '' ? 'area' : 'region';
  return placed(data.groups, (group) => group.kind === kind).map(({ item }) => ({
    place: chosenGroup(data, { ...selection, [kind]: item.key }).place,
    item,
  }));
}

function oneOf<T extends string>(wanted: string | undefined, choices: readonly T[], fallback: T): T {
  return choices.find((choice) => choice === wanted) ?? fallback;
}

/**
 * A selection that the data can show, from whatever was wished for: what is not known falls back to everything, and a
 * range that ends before it begins is turned round.
 */
export function possibleSelection(
  data: SiteData,
  wished: Readonly<Partial<Record<keyof Selection, string>>>,
): Selection {
  const by = oneOf(wished.by, ['month', 'quarter'], 'month');
  const names = periodsBy(data, by).map(({ item }) => item.name);
  const from = oneOf(wished.from, names, names[0] ?? '');
  const to = oneOf(wished.to, names, names.at(-1) ?? '');
  const keys = (kind: Group['kind']) => data.groups.flatMap((each) => (each.kind === kind ? [each.key] : []));
  return {
    by,
    from: from <= to ? from : to,
    to: from <= to ? to : from,
    area: oneOf(wished.area, keys('area'), ''),
    region: oneOf(wished.region, keys('region'), ''),
  };
}
