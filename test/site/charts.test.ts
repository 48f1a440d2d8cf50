import { describe, expect, it } from 'vitest';
import { barWords, lineWords } from '../../src/site/chart-words.ts';
import { fromZero } from '../../src/site/from-zero.ts';
import { lookupOf } from '../../src/site/lookup.ts';
import { possibleSelection } from '../../src/site/selection.ts';
import { barsOf, pointsOf, viewOf } from '../../src/site/view.ts';
import { periodText, tickText } from '../../src/site/words.ts';
import { smallSite } from './small-site.ts';

const view = viewOf(smallSite, lookupOf(smallSite), possibleSelection(smallSite, {}));

describe('a chart', () => {
  it('has a point for each period, without a value where there is none', () => {
    expect(pointsOf(view, 2)?.map(({ period, value }) => [period, value])).toEqual([
      ['2026-08', 40],
      ['2026-09', null],
      ['2026-10', 55],
    ]);
  });

  it('compares areas in the last period', () => {
    expect(barsOf(view, 1).map(({ name, value }) => [name, value])).toEqual([
      ['AI', 80],
      ['Agile', null],
    ]);
  });

  it('shows 0, and has room where everything is 0', () => {
    expect([fromZero([3, 7]), fromZero([-2, 4]), fromZero([0, 0]), fromZero([])]).toEqual([
      [0, 7],
      [-2, 4],
      [0, 1],
      [0, 1],
    ]);
  });

  it('tells its way in words, with what is missing', () => {
    expect(lineWords('NPS', 'Overall', 'score', pointsOf(view, 2) ?? [])).toBe(
      'Line chart. NPS, Overall: from 40 in Aug 2026 to 55 in Oct 2026; lowest 40 in Aug 2026, highest 55 in Oct 2026. 1 of 3 periods have no figure.',
    );
    expect(barWords('Won ÷ closed', '2026-10', 'percent', barsOf(view, 1))).toBe(
      'Bar chart. Won ÷ closed in Oct 2026: AI 80 %, Agile not available.',
    );
    expect(lineWords('NPS', 'AI', 'score', [])).toBe('NPS, AI: no figure in these periods.');
  });

  it('names the year below its axis where it changes', () => {
    expect(tickText('2025-10', undefined)).toBe('Oct\n2025');
    expect([tickText('2025-12', '2025-10'), tickText('2026-02', '2025-12')]).toEqual(['Dec', 'Feb\n2026']);
    expect(periodText('2026-Q4')).toBe('Q4 2026');
  });
});
