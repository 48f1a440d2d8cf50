import type { Action } from '../../plan/action.ts';

/** How one action ended. */
export type Ending =
  | { readonly kind: 'applied' }
  /** The world differs from what the action was decided on; the rest of its issue waits for the next run. */
  | { readonly kind: 'moved'; readonly why: string }
  /** Not needed any more: what it wanted is there. */
  | { readonly kind: 'there already' }
  /** An earlier action of the issue did not come about. */
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'failed'; readonly code: string; readonly why: string; readonly cure: string }
  /** The answer was lost: it may have happened, the next run looks. */
  | { readonly kind: 'unknown'; readonly code: string; readonly why: string; readonly cure: string };

/** One action with its ending. */
export interface Applied {
  readonly action: Action;
  readonly ending: Ending;
}
