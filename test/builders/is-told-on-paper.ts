import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { Action } from '../../src/plan/action.ts';

/** Whether somebody has been told this already, or cannot be: apply looks into the conversation before it posts. */
export function isToldOnPaper({ slack }: Snapshot, action: Action): boolean {
  if (action.kind !== 'slack.tell' && action.kind !== 'digest.tell') return false;
  if (slack.mode !== 'on') return true;
  const channel = slack.direct[action.user];
  return slack.messages.some((each) => each.channel === channel && each.key === action.key);
}
