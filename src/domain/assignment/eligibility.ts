import type { Config, Level, Sme } from '../../config/types.ts';
import { dayName, dayNumber } from '../calendar/day.ts';
import type { ProposedDate } from '../form/request-form.ts';
import { type Directory, sameUsername } from '../people.ts';
import type { Instant } from '../snapshot.ts';
import { capacityOf, hoursOf, loadAround } from './capacity.ts';
import type { Engagement, Time, Window } from './engagement.ts';
import { placeMeetings } from './place-meetings.ts';
import { timesOn } from './windows.ts';

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
  /** All of the dates are wanted, not one of them. */
  readonly series: boolean;
  /** Of each meeting. */
  readonly durationMinutes: number;
  /** The SME has agreed to the very time, or a person has chosen: working hours decide nothing. */
  readonly anyHour: boolean;
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
  if (wish.excluded.some((each) => sameUsername(each, sme.gitlab))) return ineligible('excluded');
  const person = supply.directory.byUsername(sme.gitlab);
  if (person === null || !person.active || person.accessLevel === null)
    return ineligible('not active on GitLab');
  const times = wish.dates.map((date) => timesOn(date, wish.durationMinutes, sme));
  // Of alternatives one time is wanted, of a series one of each date.
  const meetings = wish.series ? times : [times.flat()];
  const inTerm = narrowed(meetings, (time) => daysOf(sme, time).every((day) => isWithin(sme.term, day)));
  if (inTerm === null) return ineligible('outside the term');
  const present = narrowed(inTerm, (time) => !daysOf(sme, time).some((day) => isAway(sme, day)));
  if (present === null) return ineligible('away');
  return withTime(sme, level, present, wish, supply);
}

type Meetings = readonly (readonly Time[])[];

/** The times of each meeting that pass, or null: one of the meetings has none left. */
function narrowed(meetings: Meetings, passes: (time: Time) => boolean): Meetings | null {
  const left = meetings.map((times) => times.filter(passes));
  return left.some((times) => times.length === 0) ? null : left;
}

function withTime(sme: Sme, level: Level, meetings: Meetings, wish: Wish, supply: Supply): Candidate {
  const { config, now } = supply;
  const own = supply.engagements.filter((each) => each.sme === sme.gitlab && each.issue !== wish.issue);
  const capacity = capacityOf(config, sme);
  const hours = hoursOf(config, wish.durationMinutes);
  const placed = placeMeetings(meetings, sme, own, { now, anyHour: wish.anyHour, capacity, hours });
  if (placed.kind === 'none') return { kind: 'ineligible', sme, reason: placed.reason };
  const loads = placed.windows.map((window) => loadAround(own, window.start));
  const load = Math.round((1000 * Math.max(...loads)) / capacity);
  return { kind: 'eligible', sme, level, window: wholeOf(placed.windows), load };
}

/** Several meetings as one window: from the first start to the last end. */
function wholeOf(windows: readonly Window[]): Window {
  const [only] = windows;
  if (only !== undefined && windows.length === 1) return only;
  return {
    start: Math.min(...windows.map((each) => each.start)),
    end: Math.max(...windows.map((each) => each.end)),
    parts: windows.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start),
    outside: windows.some((each) => each.outside),
  };
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

/** Hours of capacity that a request wants: each meeting of a series is prepared. */
export function hoursWanted(config: Pick<Config, 'assignment'>, wish: Wish): number {
  return hoursOf(config, wish.durationMinutes) * (wish.series ? wish.dates.length : 1);
}

/** Whether an engagement of this length, or the meetings of a series in any four weeks, exceed what any SME of the area could ever give. */
export function exceedsEveryBudget(wish: Wish, supply: Pick<Supply, 'config'>): boolean {
  const hours = hoursOf(supply.config, wish.durationMinutes);
  const { issue } = wish;
  const meetings = wish.dates.map(({ start }) => ({ issue, sme: '', start, end: start, hours }));
  const needed = wish.series ? Math.max(...meetings.map(({ start }) => loadAround(meetings, start))) : hours;
  const inArea = supply.config.roster.filter((sme) => sme.areas[wish.areaKey] !== undefined);
  return inArea.length > 0 && inArea.every((sme) => capacityOf(supply.config, sme) < needed);
}
