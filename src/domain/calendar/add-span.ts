import type { Span, WorkCalendar } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import { addBusiness } from './business-time.ts';
import { instantOfLocal } from './local-time.ts';
import { zoneOffset } from './zone-offset.ts';

const minute = 60_000;
const hour = 3_600_000;
const dayLength = 86_400_000;

/** The same local time so many days later, through clock changes. */
function addCalendarDays(timezone: string, from: Instant, days: number): Instant {
  return instantOfLocal(timezone, from + zoneOffset(timezone, from) + days * dayLength);
}

/**
 * When a span that starts at `from` is over, as its unit says: minutes and hours pass, days end at the same local
 * time, business units are worked off in the calendar (docs/rules.md#clocks).
 */
export function addSpan(calendar: WorkCalendar, from: Instant, span: Span): Instant {
  switch (span.unit) {
    case 'minutes':
      return from + span.amount * minute;
    case 'hours':
      return from + span.amount * hour;
    case 'days':
      return addCalendarDays(calendar.timezone, from, span.amount);
    case 'business hours':
    case 'business days':
      return addBusiness(calendar, from, span);
    default:
      return span.unit satisfies never;
  }
}
