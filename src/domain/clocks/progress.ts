import type { Config } from '../../config/types.ts';
import { businessMillisecondsBetween } from '../calendar/business-time.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { Instant } from '../snapshot.ts';
import type { Clock } from './clock.ts';

/** How far a clock has run. */
export type Progress = 'fine' | 'at-risk' | 'breached';

/** At risk is a share of the time of whoever is late first (`requests.at_risk`), breached is late. */
export function progressOf(clock: Clock, config: Config, now: Instant): Progress {
  if (now >= clock.due) return 'breached';
  return shareUsed(clock, config, now) >= config.requests.atRisk ? 'at-risk' : 'fine';
}

/** From 0 to 1, in working time; where a clock has none of it before it is due, time simply passes. */
function shareUsed(clock: Clock, config: Config, now: Instant): number {
  const first = clock.awaited[clock.dues.indexOf(clock.due)] ?? '';
  const calendar = calendarOfPerson(config, first);
  const whole = businessMillisecondsBetween(calendar, clock.since, clock.due);
  if (whole > 0) return businessMillisecondsBetween(calendar, clock.since, now) / whole;
  return (now - clock.since) / Math.max(1, clock.due - clock.since);
}
