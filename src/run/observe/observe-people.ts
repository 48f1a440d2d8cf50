import type { GitLab, GitLabMember, GitLabUser } from '../../clients/gitlab/types.ts';
import type { Config } from '../../config/types.ts';
import type { IssueFacts, Person, Snapshot } from '../../domain/snapshot.ts';
import { stateOfLabel } from '../../domain/workflow/request-state.ts';

/** A member of the project. Lists of members do not say who is a bot; {@link observePeople} asks where it matters. */
function memberOf(member: GitLabMember): Person {
  const { id, username, name, publicEmail, accessLevel } = member;
  return { id, username, name, active: member.state === 'active', bot: false, publicEmail, accessLevel };
}

/** A user as an authorisation sees one. */
export function personOf(user: GitLabUser, accessLevel: number | null): Person {
  const { id, username, name, bot, publicEmail } = user;
  return { id, username, name, active: user.state === 'active', bot, publicEmail, accessLevel };
}

/**
 * The people of a run by username: all members, and with their own look-up everybody who has touched a decision
 * label of a live request, since only that says whether they are a person and active.
 */
export async function observePeople(
  gitlab: GitLab,
  issues: readonly IssueFacts[],
): Promise<Snapshot['people']> {
  const members = (await gitlab.members()).map(memberOf);
  const people = new Map(members.map((person) => [person.username, person]));
  const levels = new Map(members.map((person) => [person.id, person.accessLevel]));
  for (const id of deciders(issues)) {
    const user = await gitlab.user(id);
    people.set(user.username, personOf(user, levels.get(id) ?? null));
  }
  return Object.fromEntries(people);
}

function deciders(issues: readonly IssueFacts[]): number[] {
  const ids = new Set<number>();
  for (const event of issues.flatMap((issue) => issue.labelEvents)) {
    const state = stateOfLabel(event.label?.name ?? '');
    if (event.user !== null && (state === 'approved' || state === 'declined')) ids.add(event.user.id);
  }
  return [...ids].sort((a, b) => a - b);
}

/** Usernames by the path of each configured requester group. A group that cannot be read is an error, never empty. */
export async function observeGroups(gitlab: GitLab, config: Config): Promise<Snapshot['groups']> {
  const paths = [...new Set(Object.values(config.requesters.groups))];
  const entries = await Promise.all(
    paths.map(async (path) => {
      const members = await gitlab.groupMembers(path);
      return [path, members.filter((each) => each.state === 'active').map((each) => each.username)] as const;
    }),
  );
  return Object.fromEntries(entries);
}
