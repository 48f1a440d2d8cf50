import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { datesOf } from './dates-of.ts';
import { windowsOver } from './windows-over.ts';

/**
 * Whether the meeting of a request is still to come, or still could: its end, of a series the last, else one of its
 * proposed dates. What cannot be read may lie ahead.
 */
export function liesAhead(view: Pick<RequestView, 'form' | 'record'>, now: Instant): boolean {
  const decision = view.record.state?.decision ?? null;
  if (decision !== null) return decision.end > now;
  const wanted = datesOf(view);
  return wanted === null || !windowsOver(wanted.dates, now);
}
