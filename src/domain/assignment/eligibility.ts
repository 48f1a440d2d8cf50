import type { Config, Level, Sme } from '../../config/types.ts';
import { dayName, dayNumber } from '../calendar/day.ts';
import type { ProposedDate } from '../form/request-form.ts';
import { type Directory, sameUsername } from '../people.ts';
import type { Instant } from '../snapshot.ts';
import { capacityOf, hoursOf, loadAround } from './capacity.ts';
import type { Engagement, Window } from './engagement.ts';
import { possibleWindows, type Time, timesOn } from './windows.ts';

/** Why somebody cannot take a request. Enumerated, so that it can be counted without telling anything private. */
export type Ineligible =
  | 'not in the area'
  | 'is the requester'
  | 'excluded'
  | 'not active on GitLab'
  | 'outside the term'
  | 'away'
  | 'not free at the proposed times'
  | 'no hours left';

/** What one request wants. */
export interface Wish {
  readonly issue: number;
  readonly areaKey: string;
  readonly requester: string;
  readonly dates: readonly ProposedDate[];
  readonly durationMinutes: number;
  /** Usernames that are out of the question for this request. */
  readonly excluded: readonly string[];
}

/** What is known about everybody's time. */
export interface Supply {
  readonly config: Config;
  readonly directory: Directory;
  readonly engagements: readonly Engagement[];
  readonly now: Instant;
}

/** One SME looked at for one request. */
export type Candidate =
  | { readonly kind: 'ineligible'; readonly sme: Sme; readonly reason: Ineligible }
  | {
      readonly kind: 'eligible';
      readonly sme: Sme;
      readonly level: Level;
      readonly window: Window;
      /** Thousandths of the capacity that is taken already. */
      readonly load: number;
    };

/** Looks at one SME for one request; the first reason that rules somebody out is the one that is told. */
export function candidateOf(sme: Sme, wish: Wish, supply: Supply): Candidate {
  const ineligible = (reason: Ineligible): Candidate => ({ kind: 'ineligible', sme, reason });
  const level = sme.areas[wish.areaKey];
  if (level === undefined) return ineligible('not in the area');
  if (sameUsername(sme.gitlab, wish.requester)) return ineligible('is the requester');
  if (wish.excluded.includes(sme.gitlab)) return ineligible('excluded');
  const person = supply.directory.byUsername(sme.gitlab);
  if (person === null || !person.active || person.accessLevel === null)
    return ineligible('not active on GitLab');
  const times = wish.dates.flatMap((date) => timesOn(date, wish.durationMinutes, sme));
  const inTerm = times.filter((time) => daysOf(sme, time).every((day) => isWithin(sme.term, day)));
  if (inTerm.length === 0) return ineligible('outside the term');
  const present = inTerm.filter((time) => !daysOf(sme, time).some((day) => isAway(sme, day)));
  if (present.length === 0) return ineligible('away');
  return withTime(sme, level, present, wish, supply);
}

function withTime(sme: Sme, level: Level, times: readonly Time[], wish: Wish, supply: Supply): Candidate {
  const own = supply.engagements.filter((each) => each.sme === sme.gitlab && each.issue !== wish.issue);
  const windows = possibleWindows(times, sme, own, supply.now);
  if (windows.length === 0) return { kind: 'ineligible', sme, reason: 'not free at the proposed times' };
  const capacity = capacityOf(supply.config, sme);
  const needed = hoursOf(supply.config, wish.durationMinutes);
  const affordable = windows.filter((window) => loadAround(own, window.start) + needed <= capacity);
  const window = affordable.find((each) => !each.outside) ?? affordable[0];
  if (window === undefined) return { kind: 'ineligible', sme, reason: 'no hours left' };
  const load = Math.round((1000 * loadAround(own, window.start)) / capacity);
  return { kind: 'eligible', sme, level, window, load };
}

/** Every day, in the SME's own zone, that a time touches. */
function daysOf(sme: Sme, { start, end }: Time): string[] {
  const { timezone } = sme.calendar;
  const last = dayNumber(timezone, end - 1);
  const days: string[] = [];
  for (let day = dayNumber(timezone, start); day <= last; day += 1) days.push(dayName(day));
  return days;
}

function isAway(sme: Sme, day: string): boolean {
  return sme.timeOff.some((away) => isWithin(away, day));
}

function isWithin(range: { readonly from: string; readonly to: string } | null, day: string): boolean {
  return range === null || (range.from <= day && day <= range.to);
}

/** Whether an engagement of this length exceeds what any SME of the area could ever give. */
export function exceedsEveryBudget(wish: Wish, supply: Supply): boolean {
  const needed = hoursOf(supply.config, wish.durationMinutes);
  const inArea = supply.config.roster.filter((sme) => sme.areas[wish.areaKey] !== undefined);
  return inArea.length > 0 && inArea.every((sme) => capacityOf(supply.config, sme) < needed);
}
