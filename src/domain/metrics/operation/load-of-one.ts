import { areaGroups, type Group, regionGroups } from '../group.ts';
import type { Scope } from '../metric.ts';
import { hasOneSme, ofOneSme } from '../one-sme.ts';
import { periodSlice } from '../period-slice.ts';
import type { RequestTimes } from '../request-times.ts';

const beside = 'withheld, so that the load of one SME cannot be computed from it';
const onlyByOne = 'told by area or by region, not for one area in one region';

/**
 * Why the load of a group is not told, or null: it is. Where a group has one SME it would be a figure of that person.
 * Engagements add up to all of them, so where only one such area (or region) has any, the one with the fewest beside it
 * is withheld as well. One area in one region never tells it: of an area with one SME all of them are that person's
 * (`docs/rules.md#metrics`).
 */
export function whyLoadIsWithheld(scope: Scope): string | null {
  const { kind, key } = scope.group;
  switch (kind) {
    case 'overall':
      return null;
    case 'area':
    case 'region':
      return withheldLoads(scope, kind).get(key) ?? null;
    case 'cell':
      return onlyByOne;
    default:
      return kind satisfies never;
  }
}

type Withheld = ReadonlyMap<string, string>;

const known = new WeakMap<readonly RequestTimes[], Map<string, Withheld>>();

/** Why, by key of the area or region, worked out once for all groups of a period. */
function withheldLoads(scope: Scope, kind: 'area' | 'region'): Withheld {
  const { config, allRequests, period } = scope;
  const answers = known.get(allRequests) ?? new Map<string, Withheld>();
  known.set(allRequests, answers);
  const name = `${kind} ${period.from}`;
  const found = answers.get(name) ?? withheldAmong(groupsOf[kind](config), scope);
  answers.set(name, found);
  return found;
}

const groupsOf = { area: areaGroups, region: regionGroups } as const;

function withheldAmong(groups: readonly Group[], scope: Scope): Withheld {
  const ofOnePerson = groups.filter((each) => hasOneSme(each, scope)).map(({ key }) => key);
  const withheld = new Map(ofOnePerson.map((key) => [key, ofOneSme]));
  const begun = begunBy(scope);
  if (ofOnePerson.filter((key) => begun.has(key)).length !== 1) return withheld;
  const others = [...begun].filter(([key]) => !withheld.has(key));
  const [fewest] = others.sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  return fewest === undefined ? withheld : withheld.set(fewest[0], beside);
}

/** How many engagements begin in the period, by key of the area or region they count in. */
function begunBy({ group, allRequests, period }: Scope): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { timeline } of periodSlice(allRequests, period.from).begun) {
    const key = group.kind === 'region' ? timeline.region : timeline.area;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
