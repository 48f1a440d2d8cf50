import { describe, expect, it } from 'vitest';
import { goalText, statusOf, targetOf } from '../../src/site/goal-view.ts';
import { lookupOf } from '../../src/site/lookup.ts';
import { possibleSelection } from '../../src/site/selection.ts';
import { tileView } from '../../src/site/tile-view.ts';
import { trendOf } from '../../src/site/trend.ts';
import { viewOf } from '../../src/site/view.ts';
import { smallSite } from './small-site.ts';

const [metric] = smallSite.metrics;
const [winRate, nps] = metric?.goals ?? [];
if (metric === undefined || winRate === undefined || nps === undefined)
  throw new Error('the site has two goals');

function view(wished: Parameters<typeof possibleSelection>[1] = {}) {
  return viewOf(smallSite, lookupOf(smallSite), possibleSelection(smallSite, wished));
}

describe('a tile', () => {
  it('tells the last month that is shown, and how it moved since the month before', () => {
    const tile = tileView(view(), metric, winRate);

    expect([tile.told.value, tile.period, tile.before]).toEqual([70, 'Oct 2026', 'Sep 2026']);
    expect(tile.trend).toEqual({ sign: '▲', words: 'up 7.5 points', verdict: 'better' });
    expect(tile.points.map(({ value }) => value)).toEqual([50, 62.5, 70]);
  });

  it('judges a goal of the quarter by the last quarter that is there', () => {
    const tile = tileView(view(), metric, nps);

    expect([tile.told.value, tile.period, tile.trend]).toEqual([48, 'Q3 2026', null]);
    expect(statusOf(nps, tile.told)).toEqual({ kind: 'not-met', target: 50 });
  });

  it('does not compare a period that is not over', () => {
    const periods = smallSite.periods.map((each) => ({ ...each, cutOff: '2026-10-15T00:00:00.000Z' }));
    const tile = tileView({ ...view(), data: { ...smallSite, periods } }, metric, winRate);

    expect([tile.period, tile.trend]).toEqual(['Oct 2026 so far', null]);
  });

  it('says why there is no figure', () => {
    expect(tileView(view({ to: '2026-09' }), metric, winRate).told.value).toBe(62.5);
    expect(tileView(view({ area: 'ai', region: 'emea' }), metric, winRate).told.note).toBe(
      'nothing of this group in the period',
    );
    expect(tileView(view({ region: 'emea' }), metric, { ...nps, span: 'month' }).told.note).toBe(
      'not told by region',
    );
  });
});

describe('a goal', () => {
  it('against a baseline asks for a number, and for a change where the baseline is missing', () => {
    const open = { ...winRate, baseline: { kind: 'none', reason: 'set metrics.baseline' } as const };

    expect(goalText(winRate, 'percent')).toBe('Goal: at least 66 %');
    expect(goalText(open, 'percent')).toBe('Goal: 10 % above the baseline (set metrics.baseline)');
    expect([targetOf(nps), targetOf(open)]).toEqual([50, null]);
  });
});

describe('a trend', () => {
  it.each([
    [5, 4, 'higher', '▲', 'better'],
    [5, 4, 'lower', '▲', 'worse'],
    [4, 5, 'lower', '▼', 'better'],
    [4, 4, 'lower', '=', 'same'],
  ] as const)('from %d after %d, wanted %s, is %s %s', (now, before, wanted, sign, verdict) => {
    expect(trendOf(now, before, 'hours', wanted)).toMatchObject({ sign, verdict });
  });

  it('is none where one of both is missing', () => {
    expect([trendOf(null, 4, 'hours', 'lower'), trendOf(4, null, 'hours', 'lower')]).toEqual([null, null]);
  });
});
