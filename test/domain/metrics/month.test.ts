import { describe, expect, it } from 'vitest';
import {
  dayOf,
  monthOf,
  monthPeriod,
  monthsPeriod,
  previousMonth,
} from '../../../src/domain/metrics/month.ts';

describe('a month as a period', () => {
  it.each([
    ['UTC', '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['Europe/Madrid', '2026-10-31T23:00:00.000Z', '2026-11-30T23:00:00.000Z'],
    ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-12-01T05:00:00.000Z'],
  ])('begins and ends at midnight in %s, also where the clocks change', (timezone, from, to) => {
    const period = monthPeriod('2026-11', timezone);

    expect(period).toEqual({ from: Date.parse(from), to: Date.parse(to), name: '2026-11' });
  });

  it.each(['2026-13', '2026-00', '2026-1', 'november', ''])('is not made from "%s"', (name) => {
    expect(monthPeriod(name, 'UTC')).toBeNull();
  });

  it('follows the month before it without a gap, over the turn of the year', () => {
    expect(previousMonth('2026-01', 'UTC')?.name).toBe('2025-12');
    expect(previousMonth('2026-01', 'UTC')?.to).toBe(monthPeriod('2026-01', 'UTC')?.from);
  });

  it('is the one an instant lies in, by the clock of the time zone', () => {
    const instant = Date.parse('2026-11-30T23:30:00Z');

    expect([monthOf(instant, 'UTC'), monthOf(instant, 'Europe/Madrid')]).toEqual(['2026-11', '2026-12']);
    expect(dayOf(instant, 'Europe/Madrid')).toBe('2026-12-01');
  });

  it('is one of several in a row, first and last included', () => {
    expect(monthsPeriod('2026-01', '2026-06', 'UTC')).toMatchObject({
      to: Date.parse('2026-07-01T00:00:00Z'),
    });
    expect(monthsPeriod('2026-06', '2026-01', 'UTC')).toBeNull();
  });
});
