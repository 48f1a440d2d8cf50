import type { Sme } from '../../config/types.ts';
import { addSpan } from '../calendar/add-span.ts';
import { insideHours } from '../calendar/business-time.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import { dayNumber, dayOf } from '../calendar/day.ts';
import { workingWindow } from '../calendar/working-window.ts';
import type { ProposedDate } from '../form/request-form.ts';
import type { Instant } from '../snapshot.ts';
import { candidateOf, type Supply, type Wish } from './eligibility.ts';
import type { Window } from './engagement.ts';

/** How far ahead is looked, in days: what lies behind it is nothing to plan a meeting by. */
const horizon = 30;
const dayLength = 86_400_000;
const halfHour = 1_800_000;

/**
 * When somebody could take a request whose own dates suit nobody: on the first days that have one, the earliest
 * half-hour start inside the working hours of an SME who is eligible then, at most `count`. It looks from the end of
 * the lead time over 30 days, so that the answer may be proposed as it is; empty: nobody could. Times inside the
 * requester's own hours too come before any other, since nobody asks for a meeting at night.
 */
export function nextPossibleDates(wish: Wish, supply: Supply, count = 3): Window[] {
  const requester = calendarOfPerson(supply.config, wish.requester);
  const suitable = search(wish, supply, count, (start) => insideHours(requester, start));
  return suitable.length > 0 ? suitable : search(wish, supply, count, () => true);
}

type Suits = (start: Instant) => boolean;

function search(wish: Wish, supply: Supply, count: number, suits: Suits): Window[] {
  const { calendar, requests } = supply.config;
  const from = addSpan(calendar, supply.now, requests.leadTime);
  const found = new Map<string, Window>();
  for (let day = 0; day <= horizon && found.size < count; day += 1) {
    const earliest = earliestOn(from + day * dayLength, wish, { ...supply, now: from }, suits);
    const name = earliest === null ? '' : dayOf(calendar.timezone, earliest.start);
    if (earliest !== null && !found.has(name)) found.set(name, earliest);
  }
  return [...found.values()];
}

/** The earliest window of anybody on the day that each has at a moment of their own zone. */
function earliestOn(at: Instant, wish: Wish, supply: Supply, suits: Suits): Window | null {
  let earliest: Window | null = null;
  for (const sme of supply.config.roster) {
    if (sme.areas[wish.areaKey] === undefined) continue;
    const dates = startsOn(at, sme).filter(({ start }) => suits(start));
    if (dates.length === 0) continue;
    const candidate = candidateOf(sme, { ...wish, dates, series: false, anyHour: false }, supply);
    if (candidate.kind === 'ineligible' || candidate.window.outside) continue;
    if (earliest === null || candidate.window.start < earliest.start) earliest = candidate.window;
  }
  return earliest;
}

/** Every half hour of an SME's working day, as a date that could be proposed. */
function startsOn(at: Instant, { calendar }: Sme): ProposedDate[] {
  const { timezone } = calendar;
  const hours = workingWindow(calendar, dayNumber(timezone, at));
  if (hours === null) return [];
  const dates: ProposedDate[] = [];
  for (let start = hours.open; start < hours.close; start += halfHour) {
    dates.push({ start, allDay: false, timezone, raw: '' });
  }
  return dates;
}
