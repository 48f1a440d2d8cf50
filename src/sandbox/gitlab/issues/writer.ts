import type { Switches } from '../../world.ts';
import type { GitLabWorld, ProjectState, UserState } from '../state.ts';

/** On whose behalf, where and when something is written; a call on a project is one. */
export interface Writer {
  readonly gitlab: GitLabWorld;
  readonly switches: Switches;
  readonly now: number;
  readonly user: UserState;
  readonly project: ProjectState;
  /** The user's access level in the project. */
  readonly access: number;
}
