import { z } from 'zod';
import type { GitLabMember, GitLabUser } from './types.ts';

const basics = {
  id: z.int(),
  username: z.string(),
  name: z.string(),
  state: z.string(),
  public_email: z.string().nullish(),
};

/** A person or a bot (docs/gitlab.md#members). */
export const userSchema = z.object({ ...basics, bot: z.boolean().default(false) }).transform(
  (user): GitLabUser => ({
    id: user.id,
    username: user.username,
    name: user.name,
    state: user.state,
    publicEmail: addressOrNull(user.public_email),
    bot: user.bot,
  }),
);

/** A member of a project or group, with the highest level they have there (docs/gitlab.md#members). */
export const memberSchema = z.object({ ...basics, access_level: z.int() }).transform(
  (member): GitLabMember => ({
    id: member.id,
    username: member.username,
    name: member.name,
    state: member.state,
    publicEmail: addressOrNull(member.public_email),
    accessLevel: member.access_level,
  }),
);

/** What the list of users holds for sure. It does not say who is a bot. */
export const foundUserSchema = z.object({ id: z.int(), username: z.string() });

/** GitLab writes an empty text where a person shows no address. */
function addressOrNull(address: string | null | undefined): string | null {
  return address === undefined || address === '' ? null : address;
}
