import { tzOffset } from '@date-fns/tz';
import type { Instant } from '../snapshot.ts';

const minute = 60_000;

/** Names that passed already: to ask the platform is slow, and a form is read several times in one run. */
const known = new Set<string>();

/** Whether a name is a time zone this platform knows: IANA (`Europe/Madrid`), `UTC`, or an offset (`+05:30`). */
export function isTimezone(name: string): boolean {
  if (known.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    known.add(name);
    return true;
  } catch {
    return false;
  }
}

/** Offsets that were asked for already, by zone and instant: every clock of a run asks for the same days. */
const offsets = new Map<string, Map<Instant, number>>();

/** Instants remembered for a zone; beyond them it begins anew. */
const mostInstants = 4096;

function offsetsOf(timezone: string): Map<Instant, number> {
  const found = offsets.get(timezone);
  if (found !== undefined && found.size < mostInstants) return found;
  const fresh = new Map<Instant, number>();
  offsets.set(timezone, fresh);
  return fresh;
}

/**
 * Milliseconds that local clocks of a zone are ahead of UTC at an instant. A zone nobody knows counts as UTC: zones
 * are checked where they are written, and a clock must never stop because of one.
 */
export function zoneOffset(timezone: string, at: Instant): number {
  const ofZone = offsetsOf(timezone);
  const remembered = ofZone.get(at);
  if (remembered !== undefined) return remembered;
  const minutes = tzOffset(timezone, new Date(at));
  const offset = Number.isFinite(minutes) ? Math.round(minutes * minute) : 0;
  ofZone.set(at, offset);
  return offset;
}
