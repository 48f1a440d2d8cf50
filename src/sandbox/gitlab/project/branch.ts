import { access } from '../rights.ts';
import type { ProjectState } from '../state.ts';

const prefix = 'refs/heads/';

/** The full name of a ref that exists, from its short or full name; null for any other. Only one branch exists. */
export function fullRef(project: ProjectState, ref: string): string | null {
  const full = ref.startsWith(prefix) ? ref : prefix + ref;
  return full === prefix + project.defaultBranch ? full : null;
}

/** The name of a branch without `refs/heads/`. */
export function shortRef(ref: string): string {
  return ref.startsWith(prefix) ? ref.slice(prefix.length) : ref;
}

/**
 * Who may merge to the default branch, and so start pipelines that see its protected variables. The branch is
 * protected as GitLab protects it at first: for Maintainers.
 */
export function mayMerge(level: number): boolean {
  return level >= access.maintainer;
}
