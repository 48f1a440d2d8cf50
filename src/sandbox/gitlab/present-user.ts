import type { GitLabWorld, UserState } from './state.ts';

/**
 * The short form in which a user stands in issues, notes and events; null for nobody
 * (`docs/gitlab.md#members`).
 */
export function userBasic(gitlab: GitLabWorld, origin: string, id: number | null) {
  const user = id === null ? undefined : gitlab.users[id];
  return user === undefined ? null : presentUser(user, origin);
}

/** The same for a user at hand. */
export function presentUser(user: UserState, origin: string) {
  return {
    id: user.id,
    username: user.username,
    public_email: user.publicEmail ?? '',
    name: user.name,
    state: user.state,
    locked: false,
    avatar_url: null,
    web_url: `${origin}/${user.username}`,
  };
}

/** Epoch milliseconds as GitLab writes a time; null stays null. */
export function timestamp(at: number): string;
export function timestamp(at: number | null): string | null;
export function timestamp(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
