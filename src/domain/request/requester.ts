import type { Config, RequesterEntry } from '../../config/types.ts';
import { sameUsername } from '../people.ts';
import type { Snapshot } from '../snapshot.ts';

/** The entry of a person in the configured list of requesters, or null. */
export function requesterEntry(config: Config, username: string): RequesterEntry | null {
  return config.requesters.people.find((person) => sameUsername(person.gitlab, username)) ?? null;
}

/** The role keys somebody has: from the configured list, and from each configured group they are a member of. */
export function rolesOf(config: Config, groups: Snapshot['groups'], username: string): string[] {
  const roles = new Set<string>();
  const entry = requesterEntry(config, username);
  if (entry !== null) roles.add(entry.role);
  for (const [role, path] of Object.entries(config.requesters.groups)) {
    if (groups[path]?.some((member) => sameUsername(member, username))) roles.add(role);
  }
  return [...roles].sort();
}
