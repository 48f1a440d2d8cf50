import type { Config } from '../../config/types.ts';
import type { RequestHistory } from './facts.ts';

/** Which requests a set of figures is about. Names come from the configuration, never from an issue. */
export interface Group {
  readonly kind: 'overall' | 'area' | 'region';
  /** `overall`, or the key of the area or region; `other` and `none` for what is not configured. */
  readonly key: string;
  readonly name: string;
}

/** All requests. */
export const overall: Group = { kind: 'overall', key: 'overall', name: 'Overall' };

/** The areas a report lists, in the order of the configuration, then everything else. */
export function areaGroups(config: Pick<Config, 'areas'>): Group[] {
  const groups: Group[] = config.areas.map(({ key, name }) => ({ kind: 'area', key, name }));
  return [...groups, { kind: 'area', key: 'other', name: 'Other' }];
}

/** The regions a report lists, in the order of the configuration, then requests without one. */
export function regionGroups(config: Pick<Config, 'regions'>): Group[] {
  const groups: Group[] = config.regions.map(({ key, name }) => ({ kind: 'region', key, name }));
  return [...groups, { kind: 'region', key: 'none', name: 'Not given' }];
}

/** Whether a request belongs to a group, one of `groups`. What is not configured belongs to the last one. */
export function inGroup(history: RequestHistory, group: Group, groups: readonly Group[]): boolean {
  if (group.kind === 'overall') return true;
  const key = group.kind === 'area' ? history.areaKey : history.region;
  if (group === groups.at(-1)) return !groups.slice(0, -1).some((known) => known.key === key);
  return group.key === key;
}
