import { describe, expect, it } from 'vitest';
import { lookupOf } from '../../src/site/lookup.ts';
import { possibleSelection } from '../../src/site/selection.ts';
import { cellsOf, filtered, linesOf, sorted, tableRows } from '../../src/site/table-rows.ts';
import { viewOf } from '../../src/site/view.ts';
import { smallSite } from './small-site.ts';

const view = viewOf(smallSite, lookupOf(smallSite), possibleSelection(smallSite, {}));
const rows = tableRows(view, false);

describe('the table of all figures', () => {
  it('has each figure of the chosen group in each chosen period, or of every group', () => {
    expect(rows).toHaveLength(9);
    expect(new Set(tableRows(view, true).map(({ group }) => group))).toEqual(
      new Set(['Overall', 'AI', 'Agile', 'EMEA', 'AI, EMEA']),
    );
  });

  it('finds rows by words in any order and without case', () => {
    expect(filtered(rows, 'NPS sep').map(({ period }) => period)).toEqual(['2026-09']);
    expect(filtered(rows, '  ')).toHaveLength(9);
    expect(filtered(rows, 'too few')).toHaveLength(1);
  });

  it('is sorted by number or by text, with what is missing at the end either way', () => {
    const values = (descending: boolean) =>
      sorted(filtered(rows, 'nps'), { column: 'value', descending }).map(({ value }) => value);

    expect(values(false)).toEqual([40, 55, null]);
    expect(values(true)).toEqual([55, 40, null]);
    expect(sorted(rows, { column: 'name', descending: false })[0]?.name).toBe('NPS');
  });

  it('says why a value is missing, and never 0', () => {
    const [missing] = filtered(rows, 'nps sep');

    expect(missing && cellsOf(missing)).toEqual([
      'Sep 2026',
      'Overall',
      'Technical win rate',
      'NPS',
      'n = 2, too few',
      '2',
    ]);
  });

  it('can be taken away with its values as numbers', () => {
    expect(linesOf(filtered(rows, 'won oct'))).toEqual([
      ['period', 'group', 'metric', 'figure', 'unit', 'value', 'n', 'note'],
      ['2026-10', 'Overall', 'Technical win rate', 'Won ÷ closed', 'percent', 70, 70, ''],
    ]);
  });
});
