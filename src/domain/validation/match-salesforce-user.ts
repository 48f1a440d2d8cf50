import type { Config } from '../../config/types.ts';
import { requesterEntry } from '../request/requester.ts';
import type { Person, SalesforceUser } from '../snapshot.ts';

/** Who somebody is in Salesforce: one active user, nobody that was found, or one of several. */
export type UserMatch =
  | { readonly kind: 'one'; readonly user: SalesforceUser }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly count: number };

/**
 * Finds the active Salesforce user of a requester: by configured id, configured e-mail, public e-mail or the
 * organisation's e-mail pattern; the first of these that finds anybody decides (`docs/rules.md#validation`).
 */
export function matchSalesforceUser(
  config: Config,
  users: readonly SalesforceUser[],
  username: string,
  person: Person | null,
): UserMatch {
  const entry = requesterEntry(config, username);
  if (entry?.salesforceUser) return matchOf(users.filter((user) => user.id === entry.salesforceUser));
  const pattern = config.identity.emailPattern?.replace('{gitlab}', username) ?? null;
  for (const email of [entry?.email ?? null, person?.publicEmail ?? null, pattern]) {
    if (email === null) continue;
    const match = matchOf(users.filter((user) => user.email.toLowerCase() === email.toLowerCase()));
    if (match.kind !== 'none') return match;
  }
  return { kind: 'none' };
}

function matchOf(users: readonly SalesforceUser[]): UserMatch {
  const [user] = users;
  if (user === undefined) return { kind: 'none' };
  return users.length === 1 ? { kind: 'one', user } : { kind: 'several', count: users.length };
}
