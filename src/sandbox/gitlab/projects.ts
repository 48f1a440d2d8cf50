import { notFound, Refusal } from './answers.ts';
import { accessLevel } from './rights.ts';
import type { GitLabWorld, ProjectState, UserState } from './state.ts';

/** What finding a project needs of a call. */
interface ProjectLookup {
  readonly gitlab: GitLabWorld;
  readonly path: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly user: UserState;
}

/**
 * The project of a call, by id or full path. A private project the caller is no member of looks absent. A
 * path that the project once had answers a read with 301 and everything else with 405
 * (`docs/gitlab.md#errors`).
 */
export function findProject(call: ProjectLookup, method: string): ProjectState {
  const key = call.path.id ?? '';
  const project = /^\d+$/.test(key) ? call.gitlab.projects[Number(key)] : projectByPath(call.gitlab, key);
  if (project === undefined) throw movedOrMissing(call, key, method);
  const isMember = accessLevel(call.gitlab, project, call.user.id) > 0;
  if (project.visibility === 'private' && !isMember) throw notFound('Project');
  return project;
}

function projectByPath(gitlab: GitLabWorld, path: string): ProjectState | undefined {
  return Object.values(gitlab.projects).find((project) => project.path.toLowerCase() === path.toLowerCase());
}

function movedOrMissing(call: ProjectLookup, key: string, method: string): Refusal {
  const target = call.gitlab.redirects[key];
  if (target === undefined) return notFound('Project');
  if (method !== 'get') return new Refusal(405, { message: '405 Method Not Allowed' });
  const rest = call.url.pathname.replace(/^\/api\/v4\/projects\/[^/]+/, '');
  const location = `${call.url.origin}/api/v4/projects/${target}${rest}${call.url.search}`;
  return new Refusal(301, { message: '301 Moved Permanently' }, { Location: location });
}
