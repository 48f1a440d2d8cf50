import type { ProjectState } from './gitlab/state.ts';
import type { World } from './world.ts';

/**
 * A copy of a world: nothing that happens to one is seen in the other. Bodies of calls and payloads of webhooks, most
 * of an old world, are shared: they are history, and nobody writes them again.
 */
export function copyWorld(world: World): World {
  const { journal, gitlab, ...others } = world;
  const { projects, ...rest } = gitlab;
  const copy = structuredClone({ ...others, gitlab: rest });
  return {
    ...copy,
    gitlab: { ...copy.gitlab, projects: copyProjects(projects) },
    journal: journal.map((call) => ({ ...call })),
  };
}

function copyProjects(projects: Readonly<Record<number, ProjectState>>): Record<number, ProjectState> {
  return Object.fromEntries(Object.entries(projects).map(([id, project]) => [id, copyProject(project)]));
}

function copyProject({ deliveries, ...project }: ProjectState): ProjectState {
  return { ...structuredClone(project), deliveries: deliveries.map((delivery) => ({ ...delivery })) };
}
