import type { ApiError } from './answers.ts';
import { numberedId, toEighteen } from './record-id.ts';
import type { SalesforceWorld } from './state.ts';

export type Saved = { readonly id: string } | { readonly error: ApiError };

interface Insert {
  readonly opportunityId: string;
  readonly userId: string;
  /** Absent: not in the body, so an existing row keeps its role. */
  readonly role?: string | null;
}

const creatable = new Set(['OpportunityId', 'UserId', 'TeamMemberRole']);

/**
 * Puts a user on an opportunity team. A row of the same opportunity and user is **updated** and returned, whoever
 * made it: an insert that did not look before takes over a foreign row's role. `by` is the caller's user id,
 * `now` epoch milliseconds.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunityteammember.htm
 */
export function saveTeamMember(world: SalesforceWorld, body: unknown, by: string, now: number): Saved {
  const insert = checked(world, body);
  if ('error' in insert) return insert;
  const { opportunityId, userId, role } = insert;
  const existing = world.teamMembers.find(
    (row) => row.OpportunityId === opportunityId && row.UserId === userId,
  );
  if (existing !== undefined) {
    if (role !== undefined) existing.TeamMemberRole = role;
    existing.LastModifiedById = by;
    existing.LastModifiedDate = now;
    return { id: existing.Id };
  }
  world.counters.teamMember += 1;
  const id = numberedId('00q', world.counters.teamMember);
  world.teamMembers.push({
    Id: id,
    OpportunityId: opportunityId,
    UserId: userId,
    TeamMemberRole: role ?? null,
    CreatedById: by,
    CreatedDate: now,
    LastModifiedById: by,
    LastModifiedDate: now,
  });
  return { id };
}

/** Takes a row off its team; false: there is no such row (any more). */
export function deleteTeamMember(world: SalesforceWorld, id: string, by: string, now: number): boolean {
  const full = toEighteen(id);
  const at = world.teamMembers.findIndex((row) => row.Id === full);
  const [row] = at === -1 ? [] : world.teamMembers.splice(at, 1);
  if (row === undefined) return false;
  world.removedTeamMembers.push({ row, by, at: now });
  return true;
}

function checked(world: SalesforceWorld, body: unknown): Insert | { readonly error: ApiError } {
  const values: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {};
  for (const name of Object.keys(values)) {
    if (name === 'attributes' || creatable.has(name)) continue;
    const message = `No such column '${name}' on sobject of type OpportunityTeamMember`;
    return refused('INVALID_FIELD', message);
  }
  const missing = ['UserId', 'OpportunityId'].filter((name) => (values[name] ?? '') === '');
  if (missing.length > 0) {
    const message = `Required fields are missing: [${missing.join(', ')}]`;
    return refused('REQUIRED_FIELD_MISSING', message, ...missing);
  }
  return withinRules(world, values);
}

function withinRules(
  world: SalesforceWorld,
  values: Readonly<Record<string, unknown>>,
): Insert | { readonly error: ApiError } {
  const opportunityId = toEighteen(String(values.OpportunityId));
  if (opportunityId === null) return wrongId('Opportunity ID', 'OpportunityId', values);
  const userId = toEighteen(String(values.UserId));
  if (userId === null) return wrongId('User ID', 'UserId', values);
  const opportunity = world.opportunities.find((row) => row.Id === opportunityId);
  const user = world.users.find((row) => row.Id === userId);
  if (opportunity === undefined) return noSuch('OpportunityId');
  if (opportunity.IsDeleted) return refused('ENTITY_IS_DELETED', 'entity is deleted');
  if (user === undefined) return noSuch('UserId');
  if (!user.IsActive) {
    return refused('INACTIVE_OWNER_OR_USER', `operation performed with inactive user [${userId}]`);
  }
  const role = values.TeamMemberRole;
  if (role === undefined) return { opportunityId, userId };
  if (typeof role === 'string' && world.switches.teamRoles?.includes(role) === false) {
    const message = `Team Role: bad value for restricted picklist field: ${role}`;
    return refused('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, 'TeamMemberRole');
  }
  return { opportunityId, userId, role: role === null ? null : String(role) };
}

function refused(errorCode: string, message: string, ...fields: readonly string[]): { error: ApiError } {
  return { error: { message, errorCode, fields } };
}

function wrongId(
  label: string,
  field: string,
  values: Readonly<Record<string, unknown>>,
): { error: ApiError } {
  return refused('MALFORMED_ID', `${label}: id value of incorrect type: ${String(values[field])}`, field);
}

function noSuch(field: string): { error: ApiError } {
  return refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', field);
}
