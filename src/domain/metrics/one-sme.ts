import type { Group } from './group.ts';
import type { Scope } from './metric.ts';
import { servingSmes } from './serving-smes.ts';

/** Why a figure that would be one person's is not told. */
export const ofOneSme = 'one SME: told in their own record only';

/** Whether a group has exactly one SME in the period: who that is stands on the page of SMEs. */
export function hasOneSme(group: Group, { config, period, cutOff }: Scope): boolean {
  return servingSmes(config, group, { from: period.from, to: cutOff }).length === 1;
}
