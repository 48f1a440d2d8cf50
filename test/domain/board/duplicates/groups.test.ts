import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, CardView } from '../../../../src/domain/board/card.ts';
import {
  answerToProposal,
  apartFrom,
  groupsOf,
  sameAsOf,
} from '../../../../src/domain/board/duplicates/groups.ts';
import { cardView, clicked, commented } from '../../../builders/card-on-paper.ts';
import { exampleConfig } from '../../../builders/config.ts';
import { desk, hour, monday, user } from '../../../builders/snapshot.ts';

const config = exampleConfig();
const noMovers = {
  areas: config.areas.map((area) => ({ ...area, productManagers: [], leads: [] })),
  roster: [],
};

function card(iid: number, changes: Partial<Card> = {}): CardView {
  return cardView({ iid, createdAt: monday + iid, ...changes });
}

/** A card on which an older one was proposed at an hour. */
function proposed(iid: number, older: number, at = 1, view = card(iid)): CardView {
  const labelled = clicked(view, { by: 'desk', add: 'duplicate::proposed', at: monday + at * hour });
  return commented(labelled, { key: `duplicate:${older}`, at: monday + at * hour });
}

/** The card after somebody has set an answer at an hour, as GitLab Premium swaps the labels of a scope. */
function said(view: CardView, answer: 'confirmed' | 'rejected', by: string, at: number): CardView {
  const remove = view.card.labels.filter((label) => label.startsWith('duplicate::'));
  return clicked(view, { by, add: `duplicate::${answer}`, remove, at: monday + at * hour });
}

function reacted(view: CardView, name: string, by: string, at: number): CardView {
  const note = view.card.comments.findLast(({ key }) => key?.startsWith('duplicate:'))?.id ?? 0;
  const reaction = { id: 1 + view.card.reactions.length, note, name, user: user(by), at: monday + at * hour };
  return { ...view, card: { ...view.card, reactions: [...view.card.reactions, reaction] } };
}

function recordedSame(view: CardView, sameAs: readonly number[]): CardView {
  const value = { project: 7, issue: view.card.id, status: null, sameAs: [...sameAs] };
  return { ...view, card: { ...view.card, record: { note: 9000, version: '', value } } };
}

const older = card(1);
const answerOf = (view: CardView, program: Parameters<typeof groupsOf>[1] = config) =>
  answerToProposal(view, [older, view], program, [desk.id]);
const together = (cards: readonly CardView[], program: Parameters<typeof groupsOf>[1] = config) => {
  const groups = groupsOf(cards, program, [desk.id]);
  return cards.map((view) => groups.membersOf(view.card.iid));
};

describe('the answer to a proposal', () => {
  const asked = proposed(2, 1);

  it('is there only once something was proposed, and is open until somebody who may says something', () => {
    expect(answerOf(card(2))).toBeNull();
    expect(answerOf(said(card(2), 'confirmed', 'petra', 2))).toBeNull();
    expect(answerOf(asked)).toBe('open');
  });

  it('is given by a label or a reaction of a product manager, or of a lead or SME of the area', () => {
    expect(answerOf(said(asked, 'confirmed', 'petra', 2))).toBe('confirmed');
    expect(answerOf(said(asked, 'rejected', 'omar', 2))).toBe('rejected');
    expect(answerOf(reacted(asked, 'thumbsup_tone3', 'omar', 2))).toBe('confirmed');
    expect(answerOf(reacted(asked, 'thumbsdown', 'petra', 2))).toBe('rejected');
  });

  it('is given by nobody else, and by no other reaction', () => {
    expect(answerOf(said(asked, 'confirmed', 'mallory', 2))).toBe('open');
    expect(answerOf(reacted(asked, 'thumbsup', 'sam', 2))).toBe('open');
    expect(answerOf(reacted(asked, 'heart', 'petra', 2))).toBe('open');
    expect(answerOf(said(asked, 'rejected', 'lena', 2))).toBe('open');
  });

  it('is the newest one, of labels and reactions by time', () => {
    expect(answerOf(reacted(said(asked, 'confirmed', 'petra', 2), 'thumbsdown', 'omar', 3))).toBe('rejected');
    expect(answerOf(said(reacted(asked, 'thumbsdown', 'omar', 2), 'confirmed', 'petra', 3))).toBe(
      'confirmed',
    );
    expect(answerOf(said(said(asked, 'confirmed', 'petra', 2), 'rejected', 'petra', 3))).toBe('rejected');
    expect(answerOf(said(said(asked, 'confirmed', 'petra', 2), 'rejected', 'mallory', 3))).toBe('confirmed');
  });

  it('of two reactions at the same moment is the one that joins nothing', () => {
    const both = reacted(reacted(asked, 'thumbsup', 'petra', 2), 'thumbsdown', 'omar', 2);
    expect(answerOf(both)).toBe('rejected');
  });

  it('does not depend on the order in which GitLab lists the events', () => {
    const view = said(said(asked, 'confirmed', 'petra', 2), 'rejected', 'omar', 3);
    const labelEvents = view.card.labelEvents.toReversed();
    expect(answerOf({ ...view, card: { ...view.card, labelEvents } })).toBe('rejected');
  });

  it('is open again once somebody who may has only taken the label off', () => {
    const answered = said(asked, 'confirmed', 'petra', 2);
    const off = { remove: ['duplicate::confirmed'], at: monday + 3 * hour };
    expect(answerOf(clicked(answered, { ...off, by: 'omar' }))).toBe('open');
    expect(answerOf(clicked(answered, { ...off, by: 'mallory' }))).toBe('confirmed');
  });

  it('of a reaction stays when the desk has set its label and reactions are read no more', () => {
    const kept = said(reacted(asked, 'thumbsup', 'petra', 2), 'confirmed', 'desk', 3);
    expect(answerOf({ ...kept, card: { ...kept.card, reactions: [] } })).toBe('confirmed');
  });

  it('that the desk has undone does not begin to count when its author is given the right later', () => {
    const undone = clicked(said(asked, 'confirmed', 'mallory', 2), {
      by: 'desk',
      add: 'duplicate::proposed',
      remove: ['duplicate::confirmed'],
      at: monday + 3 * hour,
    });
    const areas = config.areas.map((area) => ({ ...area, leads: [...area.leads, 'mallory'] }));
    expect(answerOf(undone, { ...config, areas })).toBe('open');
    expect(answerOf(said(undone, 'rejected', 'mallory', 4), { ...config, areas })).toBe('rejected');
  });

  it('to an earlier proposal says nothing about the next one', () => {
    const next = proposed(3, 2, 5, said(proposed(3, 1), 'confirmed', 'petra', 2));
    expect(answerOf(next)).toBe('open');
    expect(together([card(1), card(2), next])).toEqual([[1, 3], [2], [1, 3]]);
    expect(together([card(1), card(2), said(next, 'rejected', 'petra', 6)])[2]).toEqual([1, 3]);
  });
});

describe('what is kept in the record', () => {
  const asked = proposed(2, 1);
  const sameAs = (view: CardView, program: Parameters<typeof groupsOf>[1] = config, cards = [older]) =>
    sameAsOf(view, [...cards, view], program, [desk.id]);

  it('is the global id of what was confirmed, and nothing once that is rejected', () => {
    const confirmed = said(asked, 'confirmed', 'petra', 2);
    expect(sameAs(asked)).toEqual([]);
    expect(sameAs(confirmed)).toEqual([older.card.id]);
    expect(sameAs(recordedSame(said(confirmed, 'rejected', 'petra', 3), [older.card.id]))).toEqual([]);
  });

  it('stays when whoever has said it leaves the configuration', () => {
    const confirmed = recordedSame(said(asked, 'confirmed', 'petra', 2), [older.card.id]);
    expect(sameAs(confirmed, noMovers)).toEqual([older.card.id]);
    expect(answerOf(confirmed, noMovers)).toBe('confirmed');
  });

  it('of a no stays as well: nobody is asked again because whoever has said it leaves', () => {
    const rejected = said(asked, 'rejected', 'petra', 2);
    const apart = apartFrom(rejected, [older, rejected], config, [desk.id]);
    expect(apart).toEqual([older.card.id]);
    const value = { project: 7, issue: rejected.card.id, status: null, sameAs: [], apart: [...apart] };
    const left = { ...rejected, card: { ...rejected.card, record: { note: 9000, version: '', value } } };
    expect(answerOf(left, noMovers)).toBe('rejected');
    expect(apartFrom(left, [older, left], noMovers, [desk.id])).toEqual(apart);
    const changed = said(left, 'confirmed', 'petra', 3);
    expect(answerOf(changed)).toBe('confirmed');
    expect(apartFrom(changed, [older, changed], config, [desk.id])).toEqual([]);
  });

  it('stays when the other card is not looked at any more', () => {
    const confirmed = recordedSame(said(asked, 'confirmed', 'petra', 2), [older.card.id]);
    expect(sameAs(confirmed, config, [])).toEqual([older.card.id]);
  });
});

describe('a group', () => {
  const same = (iid: number, one: number) => said(proposed(iid, one), 'confirmed', 'petra', 2);

  it('is one card while nothing is confirmed', () => {
    expect(together([card(1), proposed(2, 1), card(3)])).toEqual([[1], [2], [3]]);
  });

  it('holds what was confirmed one after the other, under its oldest open card', () => {
    const cards = [card(1), same(2, 1), card(3), same(4, 2)];
    expect(together(cards)).toEqual([[1, 2, 4], [1, 2, 4], [3], [1, 2, 4]]);
    const closed = cards.map((view, place) =>
      place === 0 ? { ...view, card: { ...view.card, state: 'closed' as const } } : view,
    );
    expect(groupsOf(closed, config, [desk.id]).headOf(4)).toBe(2);
    expect(together(closed)[0]).toEqual([2, 4, 1]);
  });

  it('is the same in whatever order its cards are read', () => {
    const cards = [card(1), same(2, 1), same(3, 2), same(5, 4), card(4)];
    const read = groupsOf(cards, config, [desk.id]);
    const backwards = groupsOf(cards.toReversed(), config, [desk.id]);
    for (const iid of [1, 2, 3, 4, 5]) expect(backwards.membersOf(iid)).toEqual(read.membersOf(iid));
  });

  it('stays together when the card that joins it is not looked at any more', () => {
    const [two, three] = [recordedSame(card(2), [7001]), recordedSame(card(3), [7001])];
    expect(together([two, three])).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });

  it('falls apart when the answer that joined it is taken back', () => {
    const back = said(same(2, 1), 'rejected', 'omar', 3);
    expect(together([card(1), recordedSame(back, [7001])])).toEqual([[1], [2]]);
  });

  it('is one of a partition in any world: two cards are together if and only if answers lead from one to the other', () => {
    const iids = [1, 2, 3, 4, 5, 6, 7];
    const pair = fc.record({
      younger: fc.integer({ min: 2, max: 7 }),
      back: fc.integer({ min: 1, max: 6 }),
      answer: fc.constantFrom('confirmed' as const, 'rejected' as const),
      by: fc.constantFrom('petra', 'omar', 'mallory'),
    });
    const closed = fc.subarray(iids);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), closed, (pairs, over) => {
        const one = new Map(pairs.map((each) => [each.younger, each]));
        const cards = iids.map((iid) => {
          const state = over.includes(iid) ? ('closed' as const) : ('opened' as const);
          const found = one.get(iid);
          const view = card(iid, { state });
          if (found === undefined || found.back >= iid) return view;
          return said(proposed(iid, found.back, 1, view), found.answer, found.by, 2);
        });
        const joined = [...one.values()].filter(
          ({ younger, back, answer, by }) => back < younger && answer === 'confirmed' && by !== 'mallory',
        );
        const reach = (from: number): number[] => {
          const seen = new Set([from]);
          for (const _ of iids)
            for (const { younger, back } of joined) {
              if (seen.has(younger)) seen.add(back);
              if (seen.has(back)) seen.add(younger);
            }
          return [...seen].sort((a, b) => a - b);
        };
        const groups = groupsOf(cards, config, [desk.id]);
        for (const iid of iids) {
          const group = reach(iid);
          expect(groups.membersOf(iid).toSorted((a, b) => a - b)).toEqual(group);
          expect(groups.headOf(iid)).toBe(group.find((each) => !over.includes(each)) ?? group[0]);
        }
      }),
    );
  });

  it('of a card that is not known is that card', () => {
    expect(groupsOf([], config, [desk.id]).headOf(9)).toBe(9);
  });
});
