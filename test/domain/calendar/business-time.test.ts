import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../../src/config/types.ts';
import { addSpan } from '../../../src/domain/calendar/add-span.ts';
import {
  addBusiness,
  addBusinessTime,
  businessMillisecondsBetween,
  insideHours,
} from '../../../src/domain/calendar/business-time.ts';

const hour = 3_600_000;

function calendar(timezone: string, changes: Partial<WorkCalendar> = {}): WorkCalendar {
  return { timezone, days: [1, 2, 3, 4, 5], startMinute: 540, endMinute: 1020, holidays: [], ...changes };
}

const madrid = calendar('Europe/Madrid', { holidays: ['2026-12-24', '2026-12-25'] });

describe('a clock in working time', () => {
  it.each([
    ['a Friday evening waits until Monday', '2026-12-04T18:00:00Z', 8, '2026-12-07T16:00:00Z'],
    ['a full day ends when the day does', '2026-12-03T08:00:00Z', 8, '2026-12-03T16:00:00Z'],
    ['holidays and the weekend do not count', '2026-12-23T15:00:00Z', 2, '2026-12-28T09:00:00Z'],
    ['the weekend of spring forward does not count', '2026-03-27T15:00:00Z', 2, '2026-03-30T08:00:00Z'],
    ['the weekend of fall back does not count', '2026-10-23T14:00:00Z', 2, '2026-10-26T09:00:00Z'],
    ['nothing to work off is over at once, even at night', '2026-12-04T22:00:00Z', 0, '2026-12-04T22:00:00Z'],
  ])('%s', (_, from, amount, until) => {
    const at = addBusiness(madrid, Date.parse(from), { amount, unit: 'business hours' });

    expect(new Date(at).toISOString()).toBe(new Date(until).toISOString());
  });

  it('counts a business day as the hours of the calendar', () => {
    const short = calendar('UTC', { startMinute: 600, endMinute: 840 });

    const at = addBusiness(short, Date.parse('2026-12-03T10:00:00Z'), { amount: 1.5, unit: 'business days' });

    expect(at).toBe(Date.parse('2026-12-04T12:00:00Z'));
  });

  it('counts the hours that a night shift really has when clocks change', () => {
    const night = calendar('Europe/Madrid', { days: [7], startMinute: 0, endMinute: 360 });
    const between = (from: string, to: string) =>
      businessMillisecondsBetween(night, Date.parse(from), Date.parse(to)) / hour;

    expect(between('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toBe(5);
    expect(between('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toBe(7);
  });

  it('knows the first and not the last instant of a day as working time', () => {
    const at = (text: string) => insideHours(madrid, Date.parse(text));

    expect([at('2026-12-03T07:59:59Z'), at('2026-12-03T08:00:00Z')]).toEqual([false, true]);
    expect([at('2026-12-03T15:59:59Z'), at('2026-12-03T16:00:00Z')]).toEqual([true, false]);
    expect(at('2026-12-24T10:00:00Z')).toBe(false);
  });

  it('lets time pass in a calendar that never opens', () => {
    const never = calendar('UTC', { days: [] });

    expect(addBusinessTime(never, 0, hour)).toBe(hour);
    expect(businessMillisecondsBetween(never, 0, hour)).toBe(0);
  });

  it.each([
    ['minutes', 30, '2026-03-28T15:30:00Z'],
    ['hours', 24, '2026-03-29T15:00:00Z'],
    ['days', 1, '2026-03-29T14:00:00Z'],
    ['business hours', 1, '2026-03-30T08:00:00Z'],
    ['business days', 1, '2026-03-30T15:00:00Z'],
  ] as const)('adds a span of %s as its unit says, over a clock change', (unit, amount, until) => {
    expect(addSpan(madrid, Date.parse('2026-03-28T15:00:00Z'), { amount, unit })).toBe(Date.parse(until));
  });
});

const calendars = fc.record({
  timezone: fc.constantFrom(
    'Europe/Madrid',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  ),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  startMinute: fc.integer({ min: 0, max: 700 }),
  endMinute: fc.integer({ min: 701, max: 1440 }),
  holidays: fc.array(fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`)),
});
const instants = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-31') });
const lengths = fc.integer({ min: 1, max: 100 * hour });

describe('any calendar', () => {
  it('reads back the working time that was added', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, (any, from, length) => {
        expect(businessMillisecondsBetween(any, from, addBusinessTime(any, from, length))).toBe(length);
      }),
      { numRuns: 200 },
    );
  });

  it('never makes a later start end earlier, nor a longer wait', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.nat(40 * hour),
        lengths,
        fc.nat(hour),
        (any, from, later, length, more) => {
          expect(addBusinessTime(any, from + later, length)).toBeGreaterThanOrEqual(
            addBusinessTime(any, from, length),
          );
          expect(addBusinessTime(any, from, length + more)).toBeGreaterThanOrEqual(
            addBusinessTime(any, from, length),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('adds up over any instant between, and turns its sign with its direction', () => {
    fc.assert(
      fc.property(calendars, fc.tuple(instants, instants, instants), (any, three) => {
        const [a, b, c] = three.toSorted((left, right) => left - right);
        const between = (from = 0, to = 0) => businessMillisecondsBetween(any, from, to);

        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(c, a) + between(a, c)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});
