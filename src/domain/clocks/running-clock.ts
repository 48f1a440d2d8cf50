import { isByHand, nobodyKey, proposalKey, whoSearches } from '../assignment/who-searches.ts';
import { awayToday } from '../authorization/away-today.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { stateSince } from '../workflow/state-since.ts';
import { type Clock, clockOf } from './clock.ts';

/**
 * The clock that runs on an open request now, from GitLab's own times, or null. While a decline waits for its
 * reason its approver has decided; a question of its own asks them for the rest.
 */
export function runningClock(view: RequestView, context: RequestContext): Clock | null {
  if (view.issue.state === 'closed' || view.approval.kind === 'declined') return null;
  const { config, directory, snapshot } = context;
  const at = { state: view.state, record: view.record.state };
  const byHand = isByHand(whoSearches(view, context, at));
  const since = waitingSince(view, byHand, snapshot.now);
  return clockOf(view, config, { ...at, since, byHand }, awayToday(config, directory, snapshot.now));
}

/**
 * An SME is waited for since the comment that asks them, since a reassignment is a new decision under the same label;
 * a lead since the one that asks for a choice. Nobody is late who was not asked yet.
 */
function waitingSince(view: RequestView, byHand: boolean, now: Instant): Instant {
  switch (view.state) {
    case 'assigned':
      return view.notes.get(`assigned:${view.record.state?.decision?.number}`)?.at ?? now;
    case 'approved':
    case 'waitlisted': {
      const asked = view.notes.get(proposalKey(view)) ?? view.notes.get(nobodyKey(view));
      return byHand ? (asked?.at ?? now) : stateSince(view);
    }
    default:
      return stateSince(view);
  }
}
