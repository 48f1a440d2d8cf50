import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';

/** Since when a request is in its state: when the desk set the label of it, or the counted approval was clicked. */
export function stateSince({ issue, reading, state, record }: RequestView): Instant {
  const approval = state === 'approved' ? record.state?.approval?.event : undefined;
  const event = issue.labelEvents.find((each) => each.id === (approval ?? reading.ownEvent));
  return event?.at ?? issue.createdAt;
}
