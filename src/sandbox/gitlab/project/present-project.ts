import { timestamp } from '../present-user.ts';
import type { GitLabWorld, ProjectState } from '../state.ts';

/** A project as it stands inside a board: no settings, no rights. */
export function projectBasic(gitlab: GitLabWorld, project: ProjectState, origin: string) {
  const slash = project.path.lastIndexOf('/');
  const namespace = project.path.slice(0, Math.max(slash, 0));
  const path = project.path.slice(slash + 1);
  const group = project.groupId === null ? undefined : gitlab.groups[project.groupId];
  const host = new URL(origin).host;
  return {
    id: project.id,
    description: project.settings.description,
    name: project.name,
    name_with_namespace: `${group?.name ?? namespace} / ${project.name}`,
    path,
    path_with_namespace: project.path,
    created_at: timestamp(project.createdAt),
    tag_list: [],
    topics: [],
    ssh_url_to_repo: `git@${host}:${project.path}.git`,
    http_url_to_repo: `${origin}/${project.path}.git`,
    web_url: `${origin}/${project.path}`,
    avatar_url: null,
    star_count: 0,
    last_activity_at: timestamp(project.createdAt),
    visibility: project.visibility,
    namespace: {
      id: group?.id ?? project.id,
      name: group?.name ?? namespace,
      path: namespace.slice(namespace.lastIndexOf('/') + 1),
      kind: 'group',
      full_path: namespace,
      parent_id: group?.parentId ?? null,
      avatar_url: null,
      web_url: `${origin}/groups/${namespace}`,
    },
  };
}

/** The web address of a project. */
export function projectUrl(project: ProjectState, origin: string): string {
  return `${origin}/${project.path}`;
}
