import type { Config } from '../../config/types.ts';
import { sameUsername } from '../people.ts';
import type { Person } from '../snapshot.ts';
import { unfitToDecide } from './approvers.ts';

/**
 * Whether somebody may choose the SME of a request by hand: whoever may decide on it, and the leads of its area
 * (`docs/rules.md#assignment`). Nobody does so on a request of their own.
 */
export function mayAssign(
  person: Person | null,
  request: { readonly areaKey: string | null; readonly authorId: number },
  context: { readonly config: Pick<Config, 'areas' | 'program'>; readonly deskIds: readonly number[] },
): boolean {
  const unfit = unfitToDecide(person, request, context);
  if (person === null || unfit === null) return unfit === null;
  const area = context.config.areas.find((each) => each.key === request.areaKey);
  const leads = area?.leads ?? [];
  return unfit === 'not-approver' && leads.some((each) => sameUsername(each, person.username));
}

/** The people to tell that an SME has to be chosen by hand: the leads of the area, else those of the program. */
export function leadsToAsk(
  config: Pick<Config, 'areas' | 'program'>,
  areaKey: string | null,
  author: string,
): string[] {
  const others = (usernames: readonly string[]): string[] =>
    usernames.filter((each) => !sameUsername(each, author));
  const leads = others(config.areas.find((each) => each.key === areaKey)?.leads ?? []);
  return leads.length > 0 ? leads : others(config.program.leads);
}
