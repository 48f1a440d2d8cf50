import type { Sme } from '../../config/types.ts';
import { addBusiness, insideHours } from '../calendar/business-time.ts';
import { localParts, zonedInstant } from '../calendar/local-time.ts';
import type { ProposedDate } from '../form/request-form.ts';
import type { Instant } from '../snapshot.ts';
import { type Engagement, overlaps, type Window } from './engagement.ts';

const minute = 60_000;
const step = 30 * minute;
const twoHours = 120 * minute;

/** The times one proposed date offers to one SME, best first: inside working hours, free, not in the past. */
export function windowsOn(
  date: ProposedDate,
  durationMinutes: number,
  sme: Sme,
  taken: readonly Engagement[],
  now: Instant,
): Window[] {
  const candidates = date.allDay
    ? wholeDay(date, durationMinutes, sme)
    : [{ start: date.start, end: date.start + durationMinutes * minute }];
  const windows: Window[] = [];
  for (const { start, end } of candidates) {
    if (start < now || taken.some((each) => overlaps(each, { start, end }))) continue;
    const fit = fitOf(sme, start, end);
    if (fit !== 'never') windows.push({ start, end, outside: fit === 'outside' });
  }
  return windows.sort((a, b) => Number(a.outside) - Number(b.outside) || a.start - b.start);
}

/** Times on a day without one: every half hour of the SME's own working day in which it can begin. */
function wholeDay(date: ProposedDate, durationMinutes: number, sme: Sme): { start: Instant; end: Instant }[] {
  const { calendar } = sme;
  const day = localParts(date.timezone, date.start);
  const at = (minutes: number): Instant =>
    zonedInstant(calendar.timezone, { ...day, hour: Math.floor(minutes / 60), minute: minutes % 60 });
  const opens = at(calendar.startMinute);
  const closes = at(calendar.endMinute);
  const duration = durationMinutes * minute;
  if (duration > closes - opens) {
    const end = addBusiness(calendar, opens, { amount: durationMinutes / 60, unit: 'business hours' });
    return [{ start: opens, end }];
  }
  const windows: { start: Instant; end: Instant }[] = [];
  for (let start = opens; start + duration <= closes; start += step) {
    windows.push({ start, end: start + duration });
  }
  return windows;
}

/** Inside the SME's working hours, at most two hours outside of them, or never. */
function fitOf(sme: Sme, start: Instant, end: Instant): 'inside' | 'outside' | 'never' {
  const { calendar } = sme;
  if (end - start > (calendar.endMinute - calendar.startMinute) * minute) {
    return insideHours(calendar, start) ? 'inside' : 'never';
  }
  const inside = (at: Instant): boolean => insideHours(calendar, at);
  if (inside(start) && inside(end - minute)) return 'inside';
  if (inside(start) && inside(end - minute - twoHours)) return 'outside';
  if (inside(start + twoHours) && inside(end - minute)) return 'outside';
  const nearStart = inside(start + twoHours) || inside(start);
  const nearEnd = inside(end - minute - twoHours) || inside(end - minute);
  return nearStart && nearEnd && end - start > twoHours ? 'outside' : 'never';
}
