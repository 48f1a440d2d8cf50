import { awayToday } from '../authorization/away-today.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { stateSince } from '../workflow/state-since.ts';
import { type Clock, clockOf } from './clock.ts';

/**
 * The clock that runs on an open request now, from GitLab's own times, or null. While a decline waits for its
 * reason its approver has decided; a question of its own asks them for the rest.
 */
export function runningClock(
  view: RequestView,
  { config, directory, snapshot }: RequestContext,
): Clock | null {
  if (view.issue.state === 'closed' || view.approval.kind === 'declined') return null;
  const at = { state: view.state, record: view.record.state, since: waitingSince(view) };
  return clockOf(view, config, at, awayToday(config, directory, snapshot.now));
}

/** An SME is waited for since the comment that asks them: a reassignment is a new decision under the same label. */
function waitingSince(view: RequestView): Instant {
  const decision = view.state === 'assigned' ? (view.record.state?.decision ?? null) : null;
  const asked = decision === null ? undefined : view.notes.get(`assigned:${decision.number}`);
  return asked?.at ?? stateSince(view);
}
