import type { Config } from '../../config/types.ts';
import { type Directory, sameUsername } from '../people.ts';
import type { Person } from '../snapshot.ts';

/** Why somebody's decision on a request has no weight. */
export type Unfit = 'unknown' | 'inactive' | 'bot' | 'desk' | 'author' | 'not-approver';

/** Usernames that may decide on requests of an area: its approvers, and program leads everywhere. */
function approversOf(config: Pick<Config, 'areas' | 'program'>, areaKey: string | null): string[] {
  const area = config.areas.find((each) => each.key === areaKey);
  return [...new Set([...(area?.approvers ?? []), ...config.program.leads])];
}

/**
 * The approvers to mention on a request: those of the area, or the program leads when the area has none, or when its
 * only approvers are the author or away. Where everybody is away they are asked all the same
 * (`docs/rules.md#approval`).
 */
export function approversToAsk(
  config: Pick<Config, 'areas' | 'program'>,
  areaKey: string | null,
  author: string,
  isAway: (username: string) => boolean = () => false,
): string[] {
  const area = config.areas.find((each) => each.key === areaKey);
  const own = (area?.approvers ?? []).filter((username) => !sameUsername(username, author));
  const leads = config.program.leads.filter((username) => !sameUsername(username, author));
  const present = [own, leads].map((group) => group.filter((username) => !isAway(username)));
  return [...present, own, leads].find((group) => group.length > 0) ?? [];
}

/**
 * Whether nobody at all may decide on a request: the author is the only approver and the only program lead, or the
 * others have no active account in the project (`docs/rules.md#approval`).
 */
export function nobodyCanDecide(facts: {
  readonly issue: { readonly author: { readonly id: number } };
  readonly areaKey: string | null;
  readonly directory: Directory;
  readonly config: Pick<Config, 'areas' | 'program'>;
  readonly deskIds: readonly number[];
}): boolean {
  const request = { areaKey: facts.areaKey, authorId: facts.issue.author.id };
  return approversOf(facts.config, facts.areaKey).every(
    (username) => unfitToDecide(facts.directory.byUsername(username), request, facts) !== null,
  );
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
