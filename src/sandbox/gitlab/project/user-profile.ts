import { presentUser, timestamp } from '../present-user.ts';
import type { UserState } from '../state.ts';

/** A user as everybody who is signed in may read one: no private address in it (`docs/gitlab.md#members`). */
export function userProfile(user: UserState, origin: string) {
  return {
    ...presentUser(user, origin),
    created_at: timestamp(user.createdAt),
    bio: '',
    location: '',
    linkedin: '',
    twitter: '',
    discord: '',
    website_url: '',
    github: '',
    job_title: '',
    pronouns: null,
    organization: '',
    bot: user.bot,
    work_information: null,
    local_time: null,
  };
}

/** Users as they read themselves, with what nobody else is shown. */
export function ownProfile(user: UserState, origin: string) {
  return {
    ...userProfile(user, origin),
    last_sign_in_at: null,
    confirmed_at: timestamp(user.createdAt),
    last_activity_on: null,
    email: user.email,
    theme_id: null,
    color_scheme_id: 1,
    projects_limit: 0,
    current_sign_in_at: null,
    identities: [],
    can_create_group: false,
    can_create_project: false,
    two_factor_enabled: false,
    external: false,
    private_profile: false,
    commit_email: user.email,
    preferred_language: 'en',
  };
}

/** What a user has set beside the name; GitLab drops it when its time is over. */
export function userStatus(user: UserState, now: number) {
  const { status } = user;
  const isOver = status !== null && status.clearAt !== null && status.clearAt <= now;
  const shown = isOver ? null : status;
  return {
    emoji: shown?.emoji ?? 'speech_balloon',
    message: shown?.message ?? null,
    availability: shown?.availability ?? 'not_set',
    message_html: shown?.message ?? '',
    clear_status_at: timestamp(shown?.clearAt ?? null),
  };
}
