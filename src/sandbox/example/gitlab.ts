import { createLabel } from '../gitlab/labels.ts';
import type { GitLabWorld, GroupState, MemberState, ProjectState, UserState } from '../gitlab/state.ts';
import { type CastMember, cast } from './cast.ts';

/** Id of the desk's project in the example world. */
export const deskProjectId = 7;

/**
 * The GitLab of the example world: a fresh private project with its people, without labels, issues or boards.
 */
export function exampleGitLab(now: number): GitLabWorld {
  return {
    users: Object.fromEntries(cast.map((member) => [member.id, user(member, now)])),
    tokens: Object.fromEntries(cast.map((member) => [tokenFor(member.username), token(member)])),
    groups: Object.fromEntries(groups(now).map((group) => [group.id, group])),
    projects: { [deskProjectId]: deskProject(now), 8: otherProject(now) },
    redirects: { 'acme/old-sme-desk': deskProjectId },
    labels: {},
    issueIndex: {},
    counters: {
      issue: 5000,
      note: 30000,
      labelEvent: 70000,
      stateEvent: 80000,
      award: 400,
      label: 100,
      link: 50,
      wikiPage: 20,
      board: 10,
      boardList: 40,
      schedule: 12,
      trigger: 15,
      webhook: 17,
      delivery: 0,
      pipeline: 600,
      upload: 0,
    },
    executed: [],
    recent: {},
  };
}

/** The token of a person of the sandbox; the desk's own is `sandbox-desk`. */
export function tokenFor(username: string): string {
  return username === 'project_7_bot_desk' ? 'sandbox-desk' : `sandbox-${username}`;
}

/** Adds project labels with GitLab's default colour, for worlds that start after the set-up. */
export function addLabels(gitlab: GitLabWorld, titles: readonly string[], projectId = deskProjectId): void {
  const project = gitlab.projects[projectId];
  if (project === undefined) throw new Error(`no project ${projectId} in this world; use ${deskProjectId}`);
  for (const name of titles) createLabel(gitlab, project, { name, color: '#6699cc' });
}

function user(member: CastMember, now: number): UserState {
  return {
    id: member.id,
    username: member.username,
    name: member.name,
    state: 'active',
    bot: member.bot,
    publicEmail: member.bot ? null : member.email,
    email: member.email,
    createdAt: now,
    status: null,
  };
}

function token(member: CastMember): GitLabWorld['tokens'][string] {
  return { userId: member.id, scopes: ['api'], state: 'active' };
}

function membership(username: string, accessLevel: number, now: number): MemberState {
  const found = cast.find((member) => member.username === username);
  if (found === undefined) throw new Error(`nobody of the cast is called ${username}; add them to cast.ts`);
  return { userId: found.id, accessLevel, createdAt: now, expiresAt: null };
}

/** Internal groups: every signed-in user can read them, the desk's token included. */
function groups(now: number): GroupState[] {
  const group = (id: number, path: string, parentId: number | null, usernames: readonly string[]) => ({
    id,
    name: path.split('/').at(-1) ?? path,
    path,
    parentId,
    visibility: 'internal' as const,
    members: usernames.map((username) => membership(username, 10, now)),
  });
  return [
    group(1, 'acme', null, []),
    group(2, 'acme/solutions-architects', 1, ['sam', 'tom']),
    group(3, 'acme/sa-leaders', 1, ['sofia']),
  ];
}

function deskProject(now: number): ProjectState {
  const members = cast.flatMap((member) =>
    member.access === null ? [] : [membership(member.username, member.access, now)],
  );
  return project({ id: deskProjectId, name: 'SME Desk', path: 'acme/sme-desk', members }, now);
}

/** A second project, where issues can be moved to and cloned from. */
function otherProject(now: number): ProjectState {
  const members = ['priya', 'omar', 'mallory'].map((username) => membership(username, 15, now));
  return project({ id: 8, name: 'Elsewhere', path: 'acme/elsewhere', members }, now);
}

function project(own: Pick<ProjectState, 'id' | 'name' | 'path' | 'members'>, now: number): ProjectState {
  return {
    ...own,
    groupId: 1,
    visibility: 'private',
    defaultBranch: 'main',
    createdAt: now,
    settings: { description: null, issuesAccessLevel: 'enabled', wikiAccessLevel: 'enabled' },
    issues: {},
    wiki: [],
    boards: [],
    schedules: [],
    triggers: [],
    webhooks: [],
    deliveries: [],
    pipelines: [],
    uploads: [],
    nextIid: 1,
  };
}
