import type { Config, WorkCalendar } from '../../config/types.ts';
import { sameUsername } from '../people.ts';

/**
 * The calendar a clock runs in when somebody is waited for (`docs/rules.md#clocks`): that of the roster, else the
 * program's with time zone and holidays of the region the person is listed with, else the program's.
 */
export function calendarOfPerson(
  config: Pick<Config, 'roster' | 'requesters' | 'regions' | 'calendar'>,
  username: string,
): WorkCalendar {
  const sme = config.roster.find((each) => sameUsername(each.gitlab, username));
  if (sme !== undefined) return sme.calendar;
  const entry = config.requesters.people.find((each) => sameUsername(each.gitlab, username));
  const region = config.regions.find((each) => each.key === entry?.region);
  if (region === undefined) return config.calendar;
  return {
    ...config.calendar,
    timezone: region.timezone ?? config.calendar.timezone,
    holidays: region.holidays,
  };
}
