import { describe, expect, it } from 'vitest';
import { didYouMean, writeOneOf } from '../../src/config/did-you-mean.ts';
import { problemLine } from '../../src/config/problem.ts';
import { isRealDate, isTimezone } from '../../src/config/real-time.ts';
import { patternFault } from '../../src/config/safe-pattern.ts';
import { parseSpan } from '../../src/config/span.ts';

describe('a length of time', () => {
  it.each([
    ['48h', { amount: 48, unit: 'hours' }],
    ['90 min', { amount: 90, unit: 'minutes' }],
    ['14 days', { amount: 14, unit: 'days' }],
    ['1 day', { amount: 1, unit: 'days' }],
    ['8 business hours', { amount: 8, unit: 'business hours' }],
    ['1 business day', { amount: 1, unit: 'business days' }],
  ])('%s is read', (text, span) => {
    expect(parseSpan(text)).toEqual(span);
  });

  it.each(['', '48', '0h', '-1h', '1.5h', '48 H', '1 week', '99999h', ' 48h', '48h ', '٤٨h'])(
    '%j is none',
    (text) => {
      expect(parseSpan(text)).toBeNull();
    },
  );
});

describe('a pattern that strangers are matched against', () => {
  it.each(['^opp-', '^D-[0-9]+$', '^.+$', '^(?:opp|deal)-', '^a[(*+]b$', '^\\(x\\)$', '^(?:abc+)?$'])(
    '%s is simple enough',
    (pattern) => {
      expect(patternFault(pattern)).toBeNull();
    },
  );

  it.each([
    ['(', 'is not a regular expression'],
    [`^${'a'.repeat(100)}`, 'is longer than 100 characters'],
    ['^(a+)+$', 'repeats a group that holds a repetition or an alternative'],
    ['^(?:a|aa)*$', 'repeats a group that holds a repetition or an alternative'],
    ['^((a?)b){9}$', 'repeats a group that holds a repetition or an alternative'],
    ['^.*.*.*.*x$', 'repeats in more than 3 places'],
    ['^(a)\\1$', 'refers back to a group'],
    ['^(?=a)a$', 'looks ahead, behind, or names a group'],
    ['^(?<n>a)$', 'looks ahead, behind, or names a group'],
  ])('%s is refused: it %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });
});

describe('dates and time zones', () => {
  it.each(['2028-02-29', '2026-12-31'])('%s exists', (date) => {
    expect(isRealDate(date)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '0000-01-01'])(
    '%s does not',
    (date) => {
      expect(isRealDate(date)).toBe(false);
    },
  );

  it('UTC and IANA names are time zones, offsets and nonsense are not', () => {
    expect(['UTC', 'Asia/Kolkata', '+01:00', 'Mars/Olympus', ''].map(isTimezone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('small parts', () => {
  it('a suggestion is made only for what is nearly right', () => {
    expect(didYouMean('artifical', ['artificial', 'agile'])).toBe('artificial');
    expect(didYouMean('xyz', ['ai', 'agile'])).toBeNull();
    expect(didYouMean('x'.repeat(1000), ['x'.repeat(999)])).toBeNull();
    expect(writeOneOf('xyz', [])).toBe('Remove it: there is none to choose from.');
  });

  it('a problem is one line', () => {
    const problem = { file: 'a.yml', line: 3, path: 'x.y[0]', message: 'is missing', cure: 'Write it.' };

    expect(problemLine(problem)).toBe('a.yml:3 x.y[0]: is missing. Write it.');
    expect(problemLine({ ...problem, path: '' })).toBe('a.yml:3: is missing. Write it.');
  });
});
