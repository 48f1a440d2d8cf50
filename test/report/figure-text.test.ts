import { describe, expect, it } from 'vitest';
import { changeText } from '../../src/report/figure-change.ts';
import { figureText } from '../../src/report/figure-text.ts';

describe('a figure', () => {
  it.each([
    ['hours', 6.04, '6 h'],
    ['hours', 6.06, '6.1 h'],
    ['percent', 100 / 3, '33.3 %'],
    ['percent', -20, '−20 %'],
    ['percent', -0.04, '0 %'],
    ['count', 3, '3'],
    ['count', 12_345, '12\u202f345'],
    ['score', 4.25, '4.3'],
    ['ratio', 0.314, '0.31'],
    ['amount', 1_234_567.8, '1\u202f234\u202f568'],
  ] as const)('in %s with value %d prints as "%s"', (unit, value, expected) => {
    expect(figureText({ unit, value, note: '' })).toBe(expected);
  });

  it('that is missing says why, and never 0', () => {
    expect(figureText({ unit: 'percent', value: null, note: 'Salesforce is off' })).toBe(
      'not available: Salesforce is off',
    );
    expect(figureText({ unit: 'score', value: null, note: 'n = 3, too few' })).toBe('n = 3, too few');
    expect(figureText({ unit: 'percent', value: null, note: 'not defined: the pipeline was 0' })).toBe(
      'not defined: the pipeline was 0',
    );
    expect(figureText(undefined)).toBe('not available');
  });
});

describe('the change of a figure', () => {
  it.each([
    [61, 60, 'higher', '↑ up, better'],
    [61, 60, 'lower', '↑ up, worse'],
    [59, 60, 'lower', '↓ down, better'],
    [59, 60, null, '↓ down'],
    [60.01, 60.04, 'higher', 'same'],
    [60, null, 'higher', 'nothing to compare with'],
    [null, 60, 'higher', 'no longer available'],
  ] as const)('from %d, %d before, with %s as better, reads "%s"', (value, before, direction, expected) => {
    expect(changeText(value, before, 'percent', direction)).toBe(expected);
  });
});
