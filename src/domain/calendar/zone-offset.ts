import { tzOffset } from '@date-fns/tz';
import type { Instant } from '../snapshot.ts';

const minute = 60_000;

/** Whether a name is a time zone this platform knows: IANA (`Europe/Madrid`), `UTC`, or an offset (`+05:30`). */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * Milliseconds that local clocks of a zone are ahead of UTC at an instant. A zone nobody knows counts as UTC: zones
 * are checked where they are written, and a clock must never stop because of one.
 */
export function zoneOffset(timezone: string, at: Instant): number {
  const minutes = tzOffset(timezone, new Date(at));
  return Number.isFinite(minutes) ? Math.round(minutes * minute) : 0;
}
