import type { Config } from '../../config/types.ts';

/** Which issues a set of figures is about. Names come from the configuration, never from an issue. */
export interface Group {
  /** A `cell` is one area in one region. */
  readonly kind: 'overall' | 'area' | 'region' | 'cell';
  /** `overall`, or the key of the area or region; `other` and `none` for what is not configured; `ai/emea` of a cell. */
  readonly key: string;
  readonly name: string;
  /** Key of the area; null: all areas. */
  readonly area: string | null;
  /** Key of the region; null: all regions. */
  readonly region: string | null;
}

/** Everything. */
export const overall: Group = { kind: 'overall', key: 'overall', name: 'Overall', area: null, region: null };

/** The areas a report lists, in the order of the configuration, then everything else. */
export function areaGroups(config: Pick<Config, 'areas'>): Group[] {
  const areas = [...config.areas, { key: 'other', name: 'Other' }];
  return areas.map(({ key, name }) => ({ kind: 'area', key, name, area: key, region: null }));
}

/** The regions a report lists, in the order of the configuration, then requests without one. */
export function regionGroups(config: Pick<Config, 'regions'>): Group[] {
  const regions = [...config.regions, { key: 'none', name: 'Not given' }];
  return regions.map(({ key, name }) => ({ kind: 'region', key, name, area: null, region: key }));
}

/** Every area in every region, for whoever filters by both. */
export function cellGroups(config: Pick<Config, 'areas' | 'regions'>): Group[] {
  return areaGroups(config).flatMap((area) =>
    regionGroups(config).map(
      (region): Group => ({
        kind: 'cell',
        key: `${area.key}/${region.key}`,
        name: `${area.name}, ${region.name}`,
        area: area.key,
        region: region.key,
      }),
    ),
  );
}

/** A group's name in the keys of published figures: `overall`, `area:ai`, `region:emea`, `cell:ai/emea`. */
export function groupKey({ kind, key }: Group): string {
  return kind === 'overall' ? key : `${kind}:${key}`;
}

/** The key of a configured area; everything else is `other`. */
export function areaOf(config: Pick<Config, 'areas'>, key: string): string {
  return config.areas.some((area) => area.key === key) ? key : 'other';
}

/** The key of a configured region; everything else is `none`. */
export function regionOf(config: Pick<Config, 'regions'>, key: string | null): string {
  return key !== null && config.regions.some((region) => region.key === key) ? key : 'none';
}

/** Where what belongs to a group is kept: one text for an area in a region, `*` stands for all. */
export function bucket({ area, region }: Pick<Group, 'area' | 'region'>): string {
  return `${area ?? '*'}/${region ?? '*'}`;
}

const known = new Map<string, readonly string[]>();

/** The buckets of everything, of an area, of a region and of the one in the other: the same list for the same two. */
export function bucketsOf(area: string, region: string): readonly string[] {
  const key = bucket({ area, region });
  const buckets = known.get(key) ?? [
    bucket({ area: null, region: null }),
    bucket({ area, region: null }),
    bucket({ area: null, region }),
    key,
  ];
  known.set(key, buckets);
  return buckets;
}
