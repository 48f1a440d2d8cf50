import { describe, expect, it } from 'vitest';
import { isTimezone, nextRun, parseCron } from '../../../../src/sandbox/gitlab/project/cron.ts';

function next(line: string, timezone: string, after: string): string | null {
  const cron = parseCron(line);
  if (cron === null) throw new Error(`${line} was expected to be valid`);
  const at = nextRun(cron, timezone, Date.parse(after));
  return at === null ? null : new Date(at).toISOString();
}

describe('a cron line', () => {
  it.each([
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '*/0 * * * *',
    '5-1 * * * *',
    'a * * * *',
    '1,,2 * * * *',
    '@daily',
    '',
  ])('%j has an invalid syntax', (line) => {
    expect(parseCron(line)).toBeNull();
  });

  it.each([
    ['*/15 * * * *', 'UTC', '2026-11-23T08:00:00Z', '2026-11-23T08:15:00.000Z'],
    ['0 9 * * mon', 'Europe/Madrid', '2026-11-23T08:00:00Z', '2026-11-30T08:00:00.000Z'],
    ['30 5 1 jan,apr *', 'UTC', '2026-11-23T08:00:00Z', '2027-01-01T05:30:00.000Z'],
    ['0 0 29 2 *', 'UTC', '2026-11-23T08:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0 0 13 * 5', 'UTC', '2026-11-23T08:00:00Z', '2026-11-27T00:00:00.000Z'],
    ['0 12 * * 7', 'UTC', '2026-11-23T08:00:00Z', '2026-11-29T12:00:00.000Z'],
    ['7/20 10 * * *', 'UTC', '2026-11-23T10:08:00Z', '2026-11-23T10:27:00.000Z'],
  ])('%j in %s fires after %s at %s', (line, timezone, after, expected) => {
    expect(next(line, timezone, after)).toBe(expected);
  });

  it('that names a day no month has never fires', () => {
    expect(next('0 0 31 2 *', 'UTC', '2026-11-23T08:00:00Z')).toBeNull();
  });
});

it.each([
  ['Europe/Madrid', true],
  ['UTC', true],
  ['Mars/Olympus', false],
])('%s as a time zone: %s', (name, known) => {
  expect(isTimezone(name)).toBe(known);
});
