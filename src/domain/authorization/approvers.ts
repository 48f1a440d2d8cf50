import type { Config } from '../../config/types.ts';
import { sameUsername } from '../people.ts';
import type { Person } from '../snapshot.ts';

/** Why somebody's decision on a request has no weight. */
export type Unfit = 'unknown' | 'inactive' | 'bot' | 'desk' | 'author' | 'not-approver';

/** Usernames that may decide on requests of an area: its approvers, and program leads everywhere. */
function approversOf(config: Pick<Config, 'areas' | 'program'>, areaKey: string | null): string[] {
  const area = config.areas.find((each) => each.key === areaKey);
  return [...new Set([...(area?.approvers ?? []), ...config.program.leads])];
}

/**
 * The approvers to mention on a request: those of the area, or the program leads when the area has none or its
 * only approver is the author (`docs/rules.md#approval`).
 */
export function approversToAsk(
  config: Pick<Config, 'areas' | 'program'>,
  areaKey: string | null,
  author: string,
): string[] {
  const area = config.areas.find((each) => each.key === areaKey);
  const asked = (area?.approvers ?? []).filter((username) => !sameUsername(username, author));
  const leads = config.program.leads.filter((username) => !sameUsername(username, author));
  return asked.length > 0 ? asked : leads;
}

/** Null when this person may decide; else the first reason why not (`docs/security.md#approval`, condition 4). */
export function unfitToDecide(
  person: Person | null,
  request: { readonly areaKey: string | null; readonly authorId: number },
  context: { readonly config: Pick<Config, 'areas' | 'program'>; readonly deskIds: readonly number[] },
): Unfit | null {
  if (person === null) return 'unknown';
  if (context.deskIds.includes(person.id)) return 'desk';
  if (person.bot) return 'bot';
  if (!person.active) return 'inactive';
  if (person.id === request.authorId) return 'author';
  const approvers = approversOf(context.config, request.areaKey);
  return approvers.some((each) => sameUsername(each, person.username)) ? null : 'not-approver';
}
