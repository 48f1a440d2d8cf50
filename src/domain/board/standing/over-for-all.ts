import type { Config, Span } from '../../../config/types.ts';
import { addSpan } from '../../calendar/add-span.ts';
import { calendarOfPerson } from '../../calendar/calendar-of-person.ts';
import type { Instant } from '../../snapshot.ts';

/**
 * Whether a span since an instant is over for everybody of some, each in the hours of their own
 * (`docs/rules.md#clocks`): one comment calls upon all of them, and comes too early for nobody. Where there is nobody,
 * the hours of the program count.
 */
export function isOverForAll(
  config: Pick<Config, 'roster' | 'requesters' | 'regions' | 'calendar'>,
  usernames: readonly string[],
  { since, span, now }: { readonly since: Instant; readonly span: Span; readonly now: Instant },
): boolean {
  const calendars = usernames.map((username) => calendarOfPerson(config, username));
  const all = calendars.length === 0 ? [config.calendar] : calendars;
  return all.every((calendar) => addSpan(calendar, since, span) <= now);
}
