import type { RequestState } from '../../src/domain/workflow/request-state.ts';
import type { RequestEvent } from '../../src/domain/workflow/transitions.ts';
import type { PaperDesk } from '../builders/paper-desk.ts';

/** A request on a paper desk. */
export interface Scene {
  readonly desk: PaperDesk;
  readonly iid: number;
}

/**
 * One step of one row of the table of transitions, told on paper. The test brings the request into `from`, lets
 * people act or time pass, runs the desk until it is quiet, and looks where the request stands.
 */
export interface RowStory {
  readonly from: RequestState | 'none';
  readonly event: RequestEvent;
  readonly to: RequestState;
  /** `to` is passed through: the same run goes on from there. */
  readonly through?: true;
  /** A desk with a request that stands in `from`, and nothing left to do. */
  readonly given: () => Scene;
  /** What people do, or how much time passes. */
  readonly when: (scene: Scene) => void;
  /** What has to be true besides the state: comments, grants taken back, the issue closed. Throws otherwise. */
  readonly then?: (scene: Scene) => void;
}
