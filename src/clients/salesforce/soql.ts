import { ClientError } from '../client-error.ts';
import { salesforceId } from './salesforce-id.ts';

/** Ids in one query: far below the limits on the length of a query and of an address. */
const idsPerQuery = 200;

/**
 * The queries of the desk: constants with checked ids in them, never a text of a person and never a query builder
 * (docs/security.md#sinks). Deleted rows are not found by these; that is wanted.
 *
 * @param slackChannelField API name of the field that holds the channel, or null.
 * @param amounts Whether the amounts are wanted; who needs none does not ask for them.
 * @throws ClientError `salesforce-id-invalid`, `salesforce-field-invalid`
 */
export function opportunityQueries(
  ids: readonly string[],
  slackChannelField: string | null,
  amounts = false,
): string[] {
  const channel = slackChannelField === null ? '' : `, ${checkedField(slackChannelField)}`;
  const extra = `${amounts ? ', Amount' : ''}${channel}`;
  const fields = 'Id, Name, AccountId, Account.Name, OwnerId, StageName, IsClosed, IsWon, CloseDate';
  return idLists(ids).map((list) => `SELECT ${fields}${extra} FROM Opportunity WHERE Id IN (${list})`);
}

/** The rows of the opportunity teams of these opportunities. See {@link opportunityQueries}. */
export function teamRowQueries(opportunityIds: readonly string[]): string[] {
  const fields = 'Id, OpportunityId, UserId, TeamMemberRole, CreatedById, CreatedDate';
  return idLists(opportunityIds).map(
    (list) => `SELECT ${fields} FROM OpportunityTeamMember WHERE OpportunityId IN (${list})`,
  );
}

/** All active users: matching by e-mail happens here, so that no address stands in a query. */
export const activeUsersQuery = 'SELECT Id, Email, Name FROM User WHERE IsActive = true';

/** A field name of the configuration, if it can be nothing but a field name. */
export function checkedField(name: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]{0,79}$/.test(name)) return name;
  throw new ClientError('salesforce-field-invalid');
}

/** The id in its 18-character form. */
export function checkedId(text: string, prefix: string): string {
  const id = salesforceId(text, prefix);
  if (id === null) throw new ClientError('salesforce-id-invalid', { detail: `expected ${prefix}…` });
  return id;
}

/**
 * Quoted lists of at most {@link idsPerQuery} different ids of opportunities; no ids, no query: `IN ()` is an error.
 *
 * @throws ClientError `salesforce-id-invalid`
 */
export function idLists(ids: readonly string[]): string[] {
  const unique = [...new Set(ids.map((id) => checkedId(id, '006')))];
  const lists: string[] = [];
  for (let start = 0; start < unique.length; start += idsPerQuery) {
    const part = unique.slice(start, start + idsPerQuery);
    lists.push(part.map((id) => `'${id}'`).join(', '));
  }
  return lists;
}
