import { describe, expect, it } from 'vitest';
import type { CardStatus, CardView } from '../../../src/domain/board/card.ts';
import type { Instant } from '../../../src/domain/snapshot.ts';
import { tellAskers } from '../../../src/reconcile/board/tell-askers.ts';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import {
  boardOf,
  cardView,
  commented,
  granted,
  groupedAs,
  movedTo,
  recorded,
} from '../../builders/card-on-paper.ts';
import { day, hour, monday, user } from '../../builders/snapshot.ts';

/** Monday, 10:00 in UTC. */
const ten: Instant = monday + 2 * hour;

function told(view: CardView, now: Instant = ten, group: readonly CardView[] = [view]) {
  const groups = groupedAs(group.map(({ card }) => card.iid));
  return tellAskers(view, boardOf(group, { now, groups })).comments ?? [];
}

function keysOf(comments: ReturnType<typeof told>): string[] {
  return comments.map(({ key }) => key);
}

/** The card a day later, with everything said that was to be said. */
function afterTelling(view: CardView, now: Instant = ten): CardView {
  return granted(view, { comments: told(view, now) }, now);
}

describe('askers of a card', () => {
  it('are told of each new status once, author and assignees', () => {
    const view = movedTo(cardView({ assignees: [user('tom'), user('sam')] }), 'accepted', 'petra', ten);
    const [comment] = told(view);
    expect(comment).toMatchObject({ key: 'status:1', mentions: ['sam', 'tom'] });
    expect(comment?.body).toBe(
      '@sam and @tom: this feedback is now at **Accepted**. Product management wants it; when it comes is not decided. Please promise your customer nothing yet. You are told here when it moves on.',
    );
    expect(told(afterTelling(view))).toEqual([]);
  });

  it('are told nothing of a card that the desk has opened and nobody is assigned to', () => {
    expect(told(movedTo(cardView({ author: user('desk') }), 'accepted', 'petra', ten))).toEqual([]);
  });

  it('are not told of a move that does not count', () => {
    expect(told(movedTo(cardView(), 'accepted', 'mallory', ten))).toEqual([]);
  });

  it('read a sentence without a command, a foreign mention or raw HTML for every status', () => {
    for (const to of ['reviewed', 'accepted', 'roadmap', 'resolved', 'backlog'] satisfies CardStatus[]) {
      const [comment] = told(movedTo(cardView(), to, 'petra', ten), ten + 9 * day);
      expect(comment?.body).toMatch(/^@sam: this feedback is now at \*\*\w+\*\*\. /);
      expect(refusalOfBody(comment?.body ?? '', comment?.mentions ?? [])).toBeNull();
    }
  });
});

describe('that a card is new', () => {
  it('is not told, unless something else was told before', () => {
    const back = (view: CardView) => movedTo(view, 'new', 'petra', ten + hour);
    const accepted = movedTo(cardView(), 'accepted', 'petra', ten);
    expect(told(back(accepted))).toEqual([]);
    const [comment] = told(back(afterTelling(accepted)), ten + day);
    expect(comment?.body).toContain('**New**');
  });

  it('is told once, and what was told is not told again when somebody has only put it back', () => {
    const accepted = afterTelling(movedTo(cardView(), 'accepted', 'petra', ten));
    const andBack = movedTo(
      movedTo(accepted, 'backlog', 'omar', ten + hour),
      'accepted',
      'petra',
      ten + 2 * hour,
    );
    expect(told(andBack, ten + day)).toEqual([]);
    const backlog = afterTelling(movedTo(accepted, 'backlog', 'omar', ten + hour), ten + day);
    expect(told(movedTo(backlog, 'accepted', 'petra', ten + 30 * hour), ten + 2 * day)).toHaveLength(1);
  });
});

describe('what is over', () => {
  it('resolved is told after one business day, in the hours of the asker', () => {
    const view = movedTo(cardView(), 'resolved', 'petra', ten);
    expect(told(view, ten + 23 * hour)).toEqual([]);
    expect(keysOf(told(view, ten + day))).toEqual(['status:1']);
    const friday = monday + 4 * day + 7 * hour;
    const late = movedTo(cardView(), 'resolved', 'petra', friday);
    expect(told(late, friday + 2 * day)).toEqual([]);
    expect(told(late, friday + 3 * day)).toHaveLength(1);
  });

  it('waits for the last of several askers: on Thanksgiving nobody in America reads it', () => {
    const wednesday = monday + 2 * day + 12 * hour;
    const alone = movedTo(cardView(), 'resolved', 'petra', wednesday);
    const together = movedTo(cardView({ assignees: [user('hannah')] }), 'resolved', 'petra', wednesday);
    const thursdayEvening = monday + 3 * day + 12 * hour;
    expect(told(alone, thursdayEvening)).toHaveLength(1);
    expect(told(together, thursdayEvening)).toEqual([]);
    expect(told(together, monday + 7 * day + 14 * hour)).toHaveLength(1);
  });

  it('is not told when it no longer stands', () => {
    const view = movedTo(cardView(), 'resolved', 'petra', ten);
    const corrected = movedTo(view, 'backlog', 'petra', ten + hour);
    expect(told(corrected, ten + 2 * day)[0]?.body).toContain('**Backlog**');
    expect(keysOf(told(corrected, ten + 2 * day))).toEqual(['status:3']);
  });
});

describe('a decline', () => {
  const declined = movedTo(cardView(), 'declined', 'omar', ten);

  it('with a reason on it is told after one business day', () => {
    const view = commented(declined, { by: 'omar', at: ten + hour });
    expect(told(view, ten + 2 * hour)).toEqual([]);
    const [comment] = told(view, ten + day);
    expect(comment?.key).toBe('status:1');
    expect(comment?.body).toContain('why stands in a comment above');
  });

  it('without one asks whoever has declined once, and tells after their time that none was given', () => {
    const [question, ...more] = told(declined);
    expect(more).toEqual([]);
    expect(question).toMatchObject({ key: 'reason:1', mentions: ['omar'] });
    expect(question?.body).toContain('2 business days');
    expect(refusalOfBody(question?.body ?? '', ['omar'])).toBeNull();
    const asked = commented(declined, { key: 'reason:1', at: ten });
    expect(told(asked, ten + day)).toEqual([]);
    const [comment] = told(asked, ten + 2 * day);
    expect(comment?.key).toBe('status:1');
    expect(comment?.body).toContain('no reason given. Please ask omar for it.');
  });

  it('needs a reason that askers can read, from somebody who may, since the move before', () => {
    const isOpen = (view: CardView) => keysOf(told(view, ten + day)).join() === 'reason:1';
    expect(isOpen(commented(declined, { by: 'sam', at: ten }))).toBe(true);
    expect(isOpen(commented(declined, { by: 'petra', at: ten, internal: true }))).toBe(true);
    expect(isOpen(commented(declined, { by: 'desk', at: ten }))).toBe(true);
    expect(isOpen(commented(declined, { by: 'petra', at: ten - hour }))).toBe(false);
    const before = movedTo(cardView(), 'accepted', 'petra', ten);
    const later = movedTo(
      commented(before, { by: 'petra', at: ten - hour }),
      'declined',
      'petra',
      ten + hour,
    );
    expect(keysOf(told(later, ten + 2 * day))).toEqual(['reason:3']);
  });

  it('has no reason in what was said before a move whose label has another name by now', () => {
    const talked = commented(cardView(), { by: 'petra', at: ten });
    const put = movedTo(talked, 'backlog', 'petra', ten + hour);
    const moved = recorded(put, boardOf([put]));
    const labelEvents = moved.card.labelEvents.map((event) => ({ ...event, label: null }));
    const view = movedTo(
      { ...moved, card: { ...moved.card, labelEvents } },
      'declined',
      'petra',
      ten + 2 * hour,
    );
    expect(keysOf(told(view, ten + 2 * day))).toEqual(['reason:3']);
    const asked = commented(view, { key: 'reason:3', at: ten + 3 * hour });
    expect(told(asked, ten + 2 * day)).toEqual([]);
  });

  it('by an account that is gone by now was given no reason', () => {
    const gone = {
      ...declined.card,
      labelEvents: declined.card.labelEvents.map((each) => ({ ...each, user: null })),
    };
    const status = { event: 1, value: 'declined', by: 4711, forManager: false } as const;
    const record = { note: 1, version: '', value: { project: 7, issue: 7001, status, sameAs: [] } };
    const [comment] = told({ ...declined, card: { ...gone, record } }, ten + day);
    expect(comment?.body).toContain('no reason given. Please ask a product manager for it.');
  });
});

describe('askers of a group', () => {
  const head = movedTo(cardView({ iid: 1 }), 'roadmap', 'petra', ten);
  const member = cardView({ iid: 2, author: user('tom') });

  it('are told of the status of its head, each on their own card', () => {
    const [comment] = told(member, ten, [head, member]);
    expect(comment).toMatchObject({ key: 'status:1', mentions: ['tom'] });
    expect(comment?.body).toContain(
      'which counts together with others that ask for the same, is now at **Roadmap**',
    );
    expect(told(head, ten, [head, member])[0]?.mentions).toEqual(['sam']);
  });

  it('who have asked twice are told once', () => {
    const second = cardView({ iid: 2 });
    expect(told(second, ten, [head, second])).toEqual([]);
    expect(told(head, ten, [head, second])).toHaveLength(1);
  });

  it('hear of a reason from whoever has given it: they cannot open the card it stands on', () => {
    const declined = commented(movedTo(cardView({ iid: 1 }), 'declined', 'omar', ten), {
      by: 'omar',
      at: ten,
    });
    const [comment] = told(member, ten + day, [declined, member]);
    expect(comment?.body).toContain('Please ask omar for it.');
    expect(comment?.body).not.toContain('#1');
  });

  it('are asked for no reason: that is asked on the head', () => {
    const declined = movedTo(cardView({ iid: 1 }), 'declined', 'omar', ten);
    expect(told(member, ten + day, [declined, member])).toEqual([]);
    expect(keysOf(told(declined, ten + day, [declined, member]))).toEqual(['reason:1']);
  });

  it('do not hear again what they have heard before the cards were put together', () => {
    const own = movedTo(cardView({ iid: 2, author: user('tom') }), 'roadmap', 'petra', ten);
    const events = own.card.labelEvents.map((each) => ({ ...each, id: each.id + 100 }));
    const heard = commented(
      { ...own, card: { ...own.card, labelEvents: events } },
      { key: 'status:101', at: ten },
    );
    expect(told(heard, ten + day, [head, heard])).toEqual([]);
  });
});
