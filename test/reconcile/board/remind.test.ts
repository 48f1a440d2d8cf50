import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../src/domain/board/card.ts';
import type { Instant } from '../../../src/domain/snapshot.ts';
import { remind } from '../../../src/reconcile/board/remind.ts';
import { staleOf } from '../../../src/reconcile/board/stale.ts';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import { boardOf, cardView, commented, granted, groupedAs, movedTo } from '../../builders/card-on-paper.ts';
import { day, hour, monday } from '../../builders/snapshot.ts';

function reminded(view: CardView, now: Instant, group: readonly CardView[] = [view]) {
  const groups = groupedAs(group.map(({ card }) => card.iid));
  return remind(view, boardOf(group, { now, groups })).comments ?? [];
}

describe('a card that nobody looks at', () => {
  it('reminds the leads of its area after 5 business days, once', () => {
    const nextFriday = monday + 4 * day + 9 * hour;
    expect(reminded(cardView(), nextFriday - hour)).toEqual([]);
    const [comment] = reminded(cardView(), nextFriday);
    expect(comment).toMatchObject({ key: 'stale:new:0', mentions: ['omar'] });
    expect(comment?.body).toContain('for more than 5 business days');
    expect(refusalOfBody(comment?.body ?? '', ['omar'])).toBeNull();
    expect(reminded(commented(cardView(), { key: 'stale:new:0' }), nextFriday + 90 * day)).toEqual([]);
  });

  it('of no configured area reminds the leads of the program', () => {
    expect(reminded(cardView({}, {}, 'other'), monday + 9 * day)[0]?.mentions).toEqual(['priya']);
  });

  it('put back to new begins a stay of its own', () => {
    const back = movedTo(movedTo(cardView(), 'accepted', 'petra'), 'new', 'petra', monday + 4 * day);
    expect(reminded(back, monday + 9 * day)).toEqual([]);
    expect(reminded(back, monday + 13 * day)[0]?.key).toBe('stale:new:3');
  });
});

describe('a card that was accepted', () => {
  const accepted = movedTo(cardView(), 'accepted', 'omar', monday);

  it('reminds the product managers of its area after 30 days, and its leads where it has none', () => {
    expect(reminded(accepted, monday + 30 * day - 1)).toEqual([]);
    const [comment] = reminded(accepted, monday + 30 * day);
    expect(comment).toMatchObject({ key: 'stale:accepted:1', mentions: ['petra'] });
    const ofInterest = movedTo(cardView({}, {}, 'cicd'), 'accepted', 'petra', monday);
    expect(reminded(ofInterest, monday + 30 * day)[0]?.mentions).toEqual(['omar']);
  });

  it('is reminded of again only when it comes back to the column', () => {
    const told = granted(accepted, { comments: reminded(accepted, monday + 30 * day) });
    expect(reminded(told, monday + 300 * day)).toEqual([]);
    const again = movedTo(
      movedTo(told, 'backlog', 'petra', monday + 31 * day),
      'accepted',
      'petra',
      monday + 32 * day,
    );
    expect(reminded(again, monday + 62 * day)[0]?.key).toBe('stale:accepted:5');
  });
});

describe('nobody is reminded', () => {
  it('of cards in other columns, of closed ones, and of those that count together with an older one', () => {
    const late = monday + 400 * day;
    for (const to of ['reviewed', 'roadmap', 'resolved', 'declined', 'backlog'] as const) {
      expect(reminded(movedTo(cardView(), to, 'petra'), late)).toEqual([]);
    }
    expect(reminded(cardView({ state: 'closed' }), late)).toEqual([]);
    const [head, member] = [movedTo(cardView(), 'roadmap', 'petra'), cardView({ iid: 2 })];
    expect(reminded(member, late, [head, member])).toEqual([]);
    expect(staleOf(member, boardOf([head, member], { now: late, groups: groupedAs([1, 2]) }))).toBeNull();
  });
});
