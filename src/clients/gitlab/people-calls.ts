import { ClientError } from '../client-error.ts';
import { encodeSegment } from '../transport/path-segment.ts';
import { foundUserSchema, memberSchema, userSchema } from './schema-people.ts';
import { readAs, type Session } from './session.ts';
import type { GitLab, GitLabMember, GitLabUser } from './types.ts';

type PeopleCalls = Pick<GitLab, 'me' | 'user' | 'userByName' | 'members' | 'groupMembers'>;

/** Users and members (docs/gitlab.md#members). */
export function peopleCalls(session: Session): PeopleCalls {
  const { resources, segment } = session;

  async function user(id: number): Promise<GitLabUser> {
    return readAs(userSchema, await resources.users.show(id));
  }

  return {
    user,
    async me() {
      return readAs(userSchema, await resources.users.showCurrentUser());
    },
    // The list does not say who is a bot, so the one that was found is read by its id.
    async userByName(username) {
      const found = await session.list(foundUserSchema, 'users', { username });
      const match = found.find((one) => one.username.toLowerCase() === username.toLowerCase());
      return match === undefined ? null : await user(match.id);
    },
    async members() {
      return await session.list(memberSchema, `projects/${segment}/members/all`);
    },
    async groupMembers(path) {
      return await readableGroup(async () => {
        return await session.list(memberSchema, `groups/${encodeSegment(path)}/members/all`);
      });
    },
  };
}

/** An unreadable group is an error of its own: read as "no members" it would refuse every requester. */
async function readableGroup(read: () => Promise<GitLabMember[]>): Promise<GitLabMember[]> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ClientError) || (error.status !== 403 && error.status !== 404)) throw error;
    throw new ClientError('group-unreadable', { status: error.status, reason: error.reason });
  }
}
