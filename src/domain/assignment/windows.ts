import type { Sme } from '../../config/types.ts';
import { addBusiness, insideHours } from '../calendar/business-time.ts';
import { dayNumber } from '../calendar/day.ts';
import { localParts, zonedInstant } from '../calendar/local-time.ts';
import { workingDayLength, workingWindow } from '../calendar/working-window.ts';
import type { ProposedDate } from '../form/request-form.ts';
import type { Instant } from '../snapshot.ts';
import { type Engagement, overlaps, type Time, type Window } from './engagement.ts';

const minute = 60_000;
const step = 30 * minute;
const twoHours = 120 * minute;

/** The times that one proposed date means for one SME, whoever is free then: one, or all of a day without a time. */
export function timesOn(date: ProposedDate, durationMinutes: number, sme: Sme): Time[] {
  if (date.allDay) return wholeDay(date, durationMinutes, sme);
  return [{ start: date.start, end: endOf(sme, date.start, durationMinutes) }];
}

/**
 * Of some times the possible ones, best first: inside working hours, free, not in the past. `anyHour`: the SME has
 * agreed to the time, or a person has chosen; then working hours decide nothing.
 */
export function possibleWindows(
  times: readonly Time[],
  sme: Sme,
  taken: readonly Engagement[],
  { now, anyHour }: { readonly now: Instant; readonly anyHour: boolean },
): Window[] {
  const windows: Window[] = [];
  for (const { start, end } of times) {
    if (start < now || taken.some((each) => overlaps(each, { start, end }))) continue;
    const fit = fitOf(sme, start, end);
    if (fit !== 'never' || anyHour) windows.push({ start, end, parts: [], outside: fit !== 'inside' });
  }
  return windows.sort((a, b) => Number(a.outside) - Number(b.outside) || a.start - b.start);
}

/** What is longer than a working day goes on at the next ones. */
function endOf(sme: Sme, start: Instant, durationMinutes: number): Instant {
  const { calendar } = sme;
  if (durationMinutes * minute <= workingDayLength(calendar)) return start + durationMinutes * minute;
  return addBusiness(calendar, start, { amount: durationMinutes / 60, unit: 'business hours' });
}

/** Times on a day without one: every half hour of the SME's own working day in which it can begin. */
function wholeDay(date: ProposedDate, durationMinutes: number, sme: Sme): Time[] {
  const { calendar } = sme;
  const day = localParts(date.timezone, date.start);
  const at = (minutes: number): Instant =>
    zonedInstant(calendar.timezone, { ...day, hour: Math.floor(minutes / 60), minute: minutes % 60 });
  const opens = at(calendar.startMinute);
  const closes = at(calendar.endMinute);
  const duration = durationMinutes * minute;
  if (duration > closes - opens) return [{ start: opens, end: endOf(sme, opens, durationMinutes) }];
  const windows: Time[] = [];
  for (let start = opens; start + duration <= closes; start += step) {
    windows.push({ start, end: start + duration });
  }
  return windows;
}

/** Inside the SME's working hours, at most two hours outside of them, or never. What takes days begins inside. */
function fitOf(sme: Sme, start: Instant, end: Instant): 'inside' | 'outside' | 'never' {
  const { calendar } = sme;
  if (end - start > workingDayLength(calendar)) return insideHours(calendar, start) ? 'inside' : 'never';
  const today = dayNumber(calendar.timezone, start);
  let fit: 'outside' | 'never' = 'never';
  // Two hours before a day opens can be the evening of the day before.
  for (const day of [today - 1, today, today + 1]) {
    const hours = workingWindow(calendar, day);
    if (hours === null) continue;
    if (start >= hours.open && end <= hours.close) return 'inside';
    if (start >= hours.open - twoHours && end <= hours.close + twoHours) fit = 'outside';
  }
  return fit;
}
