import { describe, expect, it } from 'vitest';
import { figureText } from '../../src/report/figure-text.ts';
import { publishedFigure } from '../../src/report/published-figures.ts';

describe('a figure', () => {
  it.each([
    ['hours', 6.04, 1, '6 h'],
    ['hours', 6.06, 1, '6.1 h'],
    ['percent', 100 / 3, 3, '33.3 %'],
    ['count', 3, 3, '3'],
    ['rating', 4.2, 5, '4.2'],
    ['rating', 4.2, 4, 'n = 4, too few'],
    ['amount', 1_000_000, 3, 'n = 3, too few'],
  ] as const)('in %s with value %d and n = %i prints as "%s %s"', (unit, value, n, expected) => {
    expect(figureText({ unit, value, n, note: '' }, 5)).toBe(expected);
  });

  it('that is missing says why, and never 0', () => {
    expect(figureText({ unit: 'percent', value: null, n: 0, note: 'Salesforce is off' }, 5)).toBe(
      'not available: Salesforce is off',
    );
  });

  it('that few people stand behind is not published in the table either', () => {
    const rating = {
      key: 'r',
      scope: 'AI',
      name: 'Rating',
      unit: 'rating',
      value: 1.5,
      n: 2,
      note: '',
    } as const;

    expect(publishedFigure(rating, 5).value).toBe('n = 2, too few');
  });
});
