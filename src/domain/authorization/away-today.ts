import type { Config } from '../../config/types.ts';
import { dayOf } from '../calendar/day.ts';
import { type Directory, sameUsername } from '../people.ts';
import type { Instant } from '../snapshot.ts';

/**
 * Whether somebody cannot decide today: their account is not active, or the roster has them away on this day of
 * their own calendar (`docs/rules.md#approval`). Who is not on the roster is taken to be there.
 */
export function awayToday(
  config: Pick<Config, 'roster'>,
  directory: Directory,
  now: Instant,
): (username: string) => boolean {
  return (username) => {
    if (directory.byUsername(username)?.active === false) return true;
    const sme = config.roster.find((each) => sameUsername(each.gitlab, username));
    if (sme === undefined) return false;
    const today = dayOf(sme.calendar.timezone, now);
    return sme.timeOff.some(({ from, to }) => from <= today && today <= to);
  };
}
