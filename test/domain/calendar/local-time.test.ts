import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day.ts';
import { formatDay, formatInstant, formatSpan } from '../../../src/domain/calendar/format-instant.ts';
import { localParts, zonedInstant, zonedTimes } from '../../../src/domain/calendar/local-time.ts';
import { isTimezone, zoneOffset } from '../../../src/domain/calendar/zone-offset.ts';

function local(text: string) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[-T:]/).map(Number);
  return { year, month, day, hour, minute };
}

describe('local time', () => {
  it.each([
    ['an ordinary time', 'Europe/Madrid', '2026-12-03T15:00', ['2026-12-03T14:00:00Z']],
    ['an hour that spring takes', 'Europe/Madrid', '2026-03-29T02:30', []],
    [
      'an hour that autumn repeats',
      'Europe/Madrid',
      '2026-10-25T02:30',
      ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ],
    [
      'half an hour that Lord Howe repeats',
      'Australia/Lord_Howe',
      '2026-04-05T01:45',
      ['2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
    ],
    ['a midnight that Cairo skips', 'Africa/Cairo', '2026-04-24T00:00', []],
    ['a day that Samoa never had', 'Pacific/Apia', '2011-12-30T12:00', []],
    ['an offset as zone', '+05:30', '2026-12-03T15:00', ['2026-12-03T09:30:00Z']],
  ])('knows every instant of %s', (_, zone, time, expected) => {
    expect(zonedTimes(zone, local(time))).toEqual(expected.map((text) => Date.parse(text)));
  });

  it.each([
    ['the first of two', 'Europe/Madrid', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['the moment of the jump', 'Europe/Madrid', '2026-03-29T02:30', '2026-03-29T01:00:00Z'],
    [
      'the first moment of a day without midnight',
      'Africa/Cairo',
      '2026-04-24T00:00',
      '2026-04-23T22:00:00Z',
    ],
  ])('gives one instant in any case: %s', (_, zone, time, expected) => {
    expect(zonedInstant(zone, local(time))).toBe(Date.parse(expected));
  });

  it('reads back what it made', () => {
    const zones = fc.constantFrom(
      'Europe/Madrid',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'UTC',
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 2_000_000_000 }), (zone, seconds) => {
        const at = Math.floor(seconds / 60) * 60_000;

        expect(zonedTimes(zone, localParts(zone, at))).toContain(at);
      }),
    );
  });

  it('counts a zone that nobody knows as UTC, and says that it is none', () => {
    expect(isTimezone('Europe/Atlantis')).toBe(false);
    expect(zoneOffset('Europe/Atlantis', 0)).toBe(0);
  });

  it('has another day in another zone', () => {
    const at = Date.parse('2026-12-31T23:30:00Z');

    expect([dayOf('America/Los_Angeles', at), dayOf('Europe/Madrid', at)]).toEqual([
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  it.each([
    ['2026-12-03T14:00:00Z', 'Europe/Madrid', 'Thu 3 Dec 2026, 15:00 CET'],
    ['2026-07-03T14:00:00Z', 'Europe/Madrid', 'Fri 3 Jul 2026, 16:00 CEST'],
    ['2026-12-03T14:00:00Z', 'America/New_York', 'Thu 3 Dec 2026, 09:00 EST'],
    ['2026-12-03T14:00:00Z', 'Asia/Kolkata', 'Thu 3 Dec 2026, 19:30 Asia/Kolkata'],
    ['2026-12-03T14:00:00Z', 'America/Chicago', 'Thu 3 Dec 2026, 08:00 America/Chicago'],
    ['2026-12-03T14:00:00Z', '+05:30', 'Thu 3 Dec 2026, 19:30 UTC+05:30'],
    ['2026-12-03T14:00:00Z', 'UTC', 'Thu 3 Dec 2026, 14:00 UTC'],
  ])('prints %s in %s as %s', (at, zone, text) => {
    expect(formatInstant(Date.parse(at), zone)).toBe(text);
    expect(text.startsWith(formatDay(Date.parse(at), zone))).toBe(true);
  });
});

it.each([
  ['one day', '2026-12-03T14:00Z', '2026-12-03T15:30Z', 'Europe/Madrid', 'Thu 3 Dec 2026, 15:00–16:30 CET'],
  [
    'two days',
    '2026-12-03T22:00Z',
    '2026-12-04T00:30Z',
    'Europe/Madrid',
    'Thu 3 Dec 2026, 23:00 CET to Fri 4 Dec 2026, 01:30 CET',
  ],
  [
    'a day on which the clocks change',
    '2026-10-25T00:00Z',
    '2026-10-25T04:00Z',
    'Europe/Madrid',
    'Sun 25 Oct 2026, 02:00 CEST to Sun 25 Oct 2026, 05:00 CET',
  ],
])('a meeting on %s reads well', (_, start, end, zone, text) => {
  expect(formatSpan(Date.parse(start), Date.parse(end), zone)).toBe(text);
});
