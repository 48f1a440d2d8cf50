import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { access, ancestors } from '../rights.ts';
import { projectBasic } from './present-project.ts';

/** The project itself; there is no route to change one, since nothing but its settings page does. */
export function projectHandlers(host: SandboxHost): Route[] {
  return [projectRoute(host, 'get', '', (call) => answer(200, presentProject(call)))];
}

function presentProject(call: ProjectCall) {
  const { project, user, gitlab } = call;
  const direct = project.members.find((member) => member.userId === user.id);
  const inherited = ancestors(gitlab, project.groupId)
    .flatMap((group) => group.members)
    .filter((member) => member.userId === user.id)
    .map((member) => member.accessLevel);
  return {
    ...projectBasic(gitlab, project, call.url.origin),
    ...codeFields(call),
    issues_enabled: project.settings.issuesAccessLevel !== 'disabled',
    wiki_enabled: project.settings.wikiAccessLevel !== 'disabled',
    issues_access_level: project.settings.issuesAccessLevel,
    wiki_access_level: project.settings.wikiAccessLevel,
    archived: false,
    permissions: {
      project_access:
        direct === undefined ? null : { access_level: direct.accessLevel, notification_level: 3 },
      group_access:
        inherited.length === 0 ? null : { access_level: Math.max(...inherited), notification_level: 3 },
    },
  };
}

/** Whoever may not see code is not told the branch either; in a private project that takes a Reporter. */
function codeFields(call: ProjectCall) {
  const seesCode = call.project.visibility !== 'private' || call.access >= access.reporter;
  return seesCode ? { default_branch: call.project.defaultBranch } : {};
}
