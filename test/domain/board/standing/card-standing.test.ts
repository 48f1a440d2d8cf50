import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../../src/domain/board/card.ts';
import { standingOf } from '../../../../src/domain/board/standing/card-standing.ts';
import { moversOf } from '../../../../src/domain/board/standing/movers.ts';
import { boardOf, cardView, clicked, movedTo, recorded } from '../../../builders/card-on-paper.ts';
import { exampleConfig } from '../../../builders/config.ts';
import { desk, hour, monday, user } from '../../../builders/snapshot.ts';

const config = exampleConfig();
/** Petra manages products and is no member of the roster any more; ines is no SME of AI. */
const withoutPetra = exampleConfig({
  program: [
    [
      '    leads: [omar]\n    approvers: [priya, omar]\n    product_managers: [petra]\n',
      '    leads: [omar]\n    approvers: [priya, omar]\n    product_managers: [tom]\n',
    ],
    [
      '    leads: [lena]\n    approvers: [lena, priya]\n    product_managers: [petra]\n',
      '    leads: [lena]\n    approvers: [lena, priya]\n    product_managers: [tom]\n',
    ],
    [
      '    leads: [priya]\n    approvers: [priya]\n    product_managers: [petra]\n',
      '    leads: [priya]\n    approvers: [priya]\n    product_managers: [tom]\n',
    ],
    [
      '    leads: [lena]\n    approvers: [lena]\n    product_managers: [petra]\n',
      '    leads: [lena]\n    approvers: [lena]\n    product_managers: [tom]\n',
    ],
  ],
});

function standing(view: CardView, by = config) {
  return standingOf(view, moversOf(by), [desk.id]);
}

describe('where a card stands', () => {
  it('a card that nobody has moved is new since it was opened', () => {
    expect(standing(cardView())).toMatchObject({ move: null, value: 'new', since: monday, uncounted: [] });
  });

  it('a product manager of any area moves it, and so do a lead and an SME of its own', () => {
    for (const by of ['petra', 'omar', 'ines', 'mei']) {
      const { move, value } = standing(movedTo(cardView(), 'accepted', by));
      expect(value).toBe('accepted');
      expect(move?.by).toBe(user(by).id);
    }
  });

  it('an associate of its area, an SME of another one and its author do not', () => {
    for (const by of ['carlos', 'hannah', 'sam', 'mallory']) {
      expect(standing(movedTo(cardView(), 'accepted', by)).value).toBe('new');
    }
    expect(standing(movedTo({ ...cardView(), areaKey: 'appsec' }, 'accepted', 'ines')).value).toBe('new');
  });

  it('stands for the product manager where a lead or SME has put it on a column of product management', () => {
    const isFor = (
      to: 'accepted' | 'roadmap' | 'resolved' | 'declined' | 'reviewed' | 'backlog',
      by: string,
    ) => standing(movedTo(cardView(), to, by)).move?.forManager;
    for (const to of ['accepted', 'roadmap', 'resolved', 'declined'] as const) {
      expect(isFor(to, 'omar')).toBe(true);
      expect(isFor(to, 'petra')).toBe(false);
    }
    expect(isFor('reviewed', 'omar')).toBe(false);
    expect(isFor('backlog', 'ines')).toBe(false);
  });

  it('of two moves in the same second the one with the higher event counts, in whatever order they are listed', () => {
    const first = movedTo(cardView(), 'accepted', 'petra', monday);
    const second = movedTo(first, 'declined', 'omar', monday);
    const events = [...second.card.labelEvents].reverse();
    expect(standing({ ...second, card: { ...second.card, labelEvents: events } }).value).toBe('declined');
  });

  it('a click that sets one label and takes another off is one move, whichever event comes first', () => {
    const before = movedTo(cardView(), 'reviewed', 'petra');
    const after = movedTo(before, 'accepted', 'omar');
    const [added, removed] = after.card.labelEvents.slice(-2);
    if (added === undefined || removed === undefined) throw new Error('there are two events');
    const swapped = [...before.card.labelEvents, { ...removed, id: added.id }, { ...added, id: removed.id }];
    expect(standing(after).move).toMatchObject({ event: added.id, value: 'accepted' });
    const other = standing({ ...after, card: { ...after.card, labelEvents: swapped } });
    expect(other.move).toMatchObject({ event: removed.id, value: 'accepted' });
  });

  it('whoever may and only takes the label off has put it back to new', () => {
    const view = clicked(movedTo(cardView(), 'accepted', 'petra'), {
      by: 'omar',
      remove: ['feedback::accepted'],
    });
    const { move, value, uncounted } = standing(view);
    expect({ value, by: move?.by, for: move?.forManager, uncounted }).toEqual({
      value: 'new',
      by: user('omar').id,
      for: false,
      uncounted: [],
    });
  });

  it('taking off what does not count moves nothing, and "new" on a new card is no move', () => {
    const onFree = clicked(movedTo(cardView(), 'reviewed', 'petra'), {
      by: 'petra',
      add: 'feedback::accepted',
    });
    const tidied = clicked(onFree, { by: 'omar', remove: ['feedback::reviewed'] });
    expect(standing(onFree).value).toBe('accepted');
    expect(standing(tidied).move?.by).toBe(user('petra').id);
    const untouched = clicked(cardView({ labels: [] }), { by: 'omar', add: 'feedback::new' });
    expect(standing(untouched).move).toBeNull();
  });

  it('the desk, an account that is gone, a value nobody knows and a deleted label count for nothing', () => {
    expect(standing(movedTo(cardView(), 'accepted', 'desk')).value).toBe('new');
    expect(standing(movedTo(cardView(), 'accepted', null)).value).toBe('new');
    expect(standing(clicked(cardView(), { by: 'petra', add: 'feedback::shipped' })).value).toBe('new');
    const deleted = movedTo(cardView(), 'accepted', 'petra');
    const events = deleted.card.labelEvents.map((event) => ({ ...event, label: null }));
    expect(standing({ ...deleted, card: { ...deleted.card, labelEvents: events } }).value).toBe('new');
  });
});

describe('what the record remembers', () => {
  const accepted = movedTo(cardView(), 'accepted', 'petra');

  it('whoever leaves the configuration takes nothing back that counted when it was made', () => {
    const kept = recorded(accepted, boardOf([accepted]));
    expect(standing(kept, withoutPetra)).toMatchObject({ value: 'accepted', since: monday + hour });
  });

  it('without the record everything is judged by the configuration of today', () => {
    expect(standing(accepted, withoutPetra).value).toBe('new');
    const damaged = { ...accepted.card, record: { note: 9000, version: '', value: null } };
    expect(standing({ ...accepted, card: damaged }, withoutPetra).value).toBe('new');
  });

  it('a label that is deleted later leaves a move that counted where it is', () => {
    const kept = recorded(accepted, boardOf([accepted]));
    const events = kept.card.labelEvents.map((event) => ({ ...event, label: null }));
    expect(standing({ ...kept, card: { ...kept.card, labelEvents: events } }).value).toBe('accepted');
  });

  it('a move that did not count does not begin to when its author is given the right later', () => {
    const byTom = movedTo(accepted, 'declined', 'tom');
    const kept = recorded(byTom, boardOf([byTom]));
    expect(standing(kept, withoutPetra).value).toBe('accepted');
    expect(standing(movedTo(kept, 'backlog', 'tom'), withoutPetra).value).toBe('backlog');
  });

  it('a record that names an event nobody has seen is as good as lost', () => {
    const kept = recorded(accepted, boardOf([accepted]));
    const value = kept.card.record?.value ?? null;
    if (value === null) throw new Error('there is a record');
    const forged = {
      ...value,
      status: { event: 999_999, value: 'resolved', by: 66, forManager: false },
    } as const;
    const card = { ...kept.card, record: { note: 9000, version: '', value: forged } };
    expect(standing({ ...kept, card }).value).toBe('accepted');
    const frozen = {
      ...kept.card,
      record: { note: 9000, version: '', value: { ...value, judged: 999_999 } },
    };
    expect(standing(movedTo({ ...kept, card: frozen }, 'roadmap', 'petra')).value).toBe('roadmap');
  });
});

describe('what has to be undone', () => {
  it('names whoever has moved a card without being one who may, as long as it stands', () => {
    const { uncounted } = standing(movedTo(cardView(), 'accepted', 'mallory'));
    expect(
      uncounted.map(({ user: { username }, action, value }) => `${username} ${action} ${value}`),
    ).toEqual(['mallory add accepted', 'mallory remove new']);
  });

  it('nobody is to blame where strangers have put everything back, or somebody who may has moved it since', () => {
    const there = movedTo(cardView(), 'accepted', 'mallory');
    expect(standing(movedTo(there, 'new', 'sam')).uncounted).toEqual([]);
    expect(standing(movedTo(there, 'backlog', 'petra')).uncounted).toEqual([]);
  });

  it('nobody is to blame for the "new" that the template sets', () => {
    const view = clicked(cardView({ labels: [] }), { by: 'sam', add: 'feedback::new' });
    expect(standing(view).uncounted).toEqual([]);
  });

  it('whose move was undone already is still named: a stopped run has not told them', () => {
    const undone = movedTo(movedTo(cardView(), 'accepted', 'mallory'), 'new', 'desk');
    expect(new Set(standing(undone).uncounted.map(({ user: { username } }) => username))).toEqual(
      new Set(['mallory']),
    );
  });
});
