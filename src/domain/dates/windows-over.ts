import { localParts, zonedInstant } from '../calendar/local-time.ts';
import type { ProposedDate } from '../form/request-form.ts';
import type { Instant } from '../snapshot.ts';

/** Whether all of some dates lie behind `now`. One without a time lasts until its day ends in its own zone. */
export function windowsOver(dates: readonly ProposedDate[], now: Instant): boolean {
  return dates.every((date) => overAt(date) <= now);
}

function overAt({ start, allDay, timezone }: ProposedDate): Instant {
  if (!allDay) return start;
  const { year, month, day } = localParts(timezone, start);
  return zonedInstant(timezone, { year, month, day: day + 1, hour: 0, minute: 0 });
}
