import type { Config } from '../../config/types.ts';
import { sameUsername } from '../people.ts';
import type { SalesforceUser } from '../snapshot.ts';

/** The Salesforce user id of an SME: the configured one, or the only active user with the SME's e-mail. */
export function salesforceUserOfSme(
  config: Pick<Config, 'roster'>,
  users: readonly SalesforceUser[],
  username: string,
): string | null {
  const sme = config.roster.find((each) => sameUsername(each.gitlab, username));
  if (sme === undefined) return null;
  if (sme.salesforceUser !== null) return sme.salesforceUser;
  const matches = users.filter((user) => user.email.toLowerCase() === sme.email.toLowerCase());
  return matches.length === 1 ? (matches[0]?.id ?? null) : null;
}
