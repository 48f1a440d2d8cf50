import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../../src/domain/board/card.ts';
import { newsOfAskers } from '../../../../src/domain/board/standing/news-of-asker.ts';
import { cardView, commented, groupedAs, movedTo } from '../../../builders/card-on-paper.ts';
import { exampleConfig } from '../../../builders/config.ts';
import { day, desk, hour, monday, user } from '../../../builders/snapshot.ts';

const config = exampleConfig();

function news(
  cards: readonly CardView[],
  planned: readonly { card: number; key: string }[] = [],
  more: { now?: number; group?: readonly number[] } = {},
) {
  const { now = monday + hour, group = [] } = more;
  const base = { config, now, project: { id: 7 }, deskIds: [desk.id], planned };
  return newsOfAskers({ ...base, cards, groups: groupedAs(group) });
}

const accepted = movedTo(cardView(), 'accepted', 'petra', monday);
const link = '<https://gitlab.example.com/acme/sme-desk/-/issues/1|Feedback #1>';

describe('the news of a day', () => {
  it('are one message to each asker with all their cards, links and words of the board only', () => {
    const second = movedTo(cardView({ iid: 2, assignees: [user('tom')] }), 'backlog', 'petra', monday);
    const events = second.card.labelEvents.map((each) => ({ ...each, id: each.id + 10 }));
    const other = commented(
      { ...second, card: { ...second.card, labelEvents: events } },
      { key: 'status:11' },
    );
    const all = news([other, accepted], [{ card: 1, key: 'status:1' }]);
    expect(all.map(({ asker, key }) => [asker.username, key])).toEqual([
      ['sam', `feedback-news/7/2026-11-23/${user('sam').id}`],
      ['tom', `feedback-news/7/2026-11-23/${user('tom').id}`],
    ]);
    expect(all[0]?.text.split('\n')).toEqual([
      'News of what you have asked product management for:',
      `${link} is now at Accepted.`,
      `${link.replaceAll(/(?<=issues\/|#)1/g, '2')} is now at Backlog.`,
      'What it means and what you can do stands in the comment there.',
    ]);
    expect(all.map(({ text }) => text).join()).not.toMatch(/Acme/);
  });

  it('are the same whether the comments were written already or are about to be', () => {
    const written = news([commented(accepted, { key: 'status:1', at: monday + hour })]);
    expect(written).toEqual(news([accepted], [{ card: 1, key: 'status:1' }]));
  });

  it('are of today in the calendar of the program only, and of nothing but a new status', () => {
    const told = commented(accepted, { key: 'status:1', at: monday });
    expect(news([told], [], { now: monday + day })).toEqual([]);
    expect(
      news([commented(accepted, { key: 'stale:accepted:1' })], [{ card: 1, key: 'problems:ab' }]),
    ).toEqual([]);
    expect(news([accepted])).toEqual([]);
  });

  it('reach an asker of two cards of one group once', () => {
    const member = commented(cardView({ iid: 2 }), { key: 'status:1' });
    const head = commented(accepted, { key: 'status:1' });
    expect(news([head, member], [], { group: [1, 2] })[0]?.text).not.toContain('#2');
  });

  it('end in a number where there are many', () => {
    const cards = Array.from({ length: 23 }, (_, index) => {
      const view = movedTo(cardView({ iid: index + 1 }), 'accepted', 'petra', monday);
      const events = view.card.labelEvents.map((each) => ({ ...each, id: each.id + index * 10 }));
      return commented(
        { ...view, card: { ...view.card, labelEvents: events } },
        { key: `status:${1 + index * 10}` },
      );
    });
    expect(news(cards)[0]?.text).toContain('And 3 more.');
  });
});
