import { describe, expect, it } from 'vitest';
import { keepStatus } from '../../../src/reconcile/board/keep-status.ts';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import {
  boardLabels,
  boardOf,
  cardView,
  clicked,
  granted,
  movedTo,
  recorded,
} from '../../builders/card-on-paper.ts';
import { exampleConfig } from '../../builders/config.ts';
import { day, monday, user } from '../../builders/snapshot.ts';

type View = ReturnType<typeof cardView>;

function wish(view: View, labels = boardLabels) {
  return keepStatus(view, boardOf([view], { labels }));
}

describe('a card that somebody has moved who may not', () => {
  const accepted = movedTo(cardView(), 'accepted', 'petra');
  const stolen = movedTo(accepted, 'resolved', 'mallory');

  it('is put back once, and whoever has moved it reads who may and what to do', () => {
    const { add, remove, comments = [] } = wish(stolen);
    expect({ add, remove }).toEqual({ add: ['feedback::accepted'], remove: ['feedback::resolved'] });
    const [comment] = comments;
    expect(comments).toHaveLength(1);
    expect(comment).toMatchObject({ key: `not-a-mover:${user('mallory').id}`, mentions: ['mallory'] });
    expect(comment?.body).toBe(
      '@mallory: this card was put back to **Accepted**, because it is moved only by product managers, and leads and SMEs of AI (please ask petra). If it should stand elsewhere, please write why in a comment here.',
    );
    expect(refusalOfBody(comment?.body ?? '', comment?.mentions ?? [])).toBeNull();
    expect(wish(granted(stolen, wish(stolen)))).toEqual({ comments: [] });
  });

  it('is put back again without another comment to the same person, and with one to another', () => {
    const again = movedTo(granted(stolen, wish(stolen)), 'declined', 'mallory');
    expect(wish(again)).toMatchObject({
      add: ['feedback::accepted'],
      remove: ['feedback::declined'],
      comments: [],
    });
    const bySam = movedTo(again, 'backlog', 'sam');
    expect(wish(bySam).comments?.map(({ mentions }) => mentions)).toEqual([['sam']]);
  });

  it('is told to them also where the run was stopped between the labels and the comment', () => {
    const stopped = granted(stolen, wish(stolen), undefined, false);
    expect(wish(stopped).comments).toHaveLength(1);
    expect(wish(stopped).add).toBeUndefined();
  });

  it('brings no comment to somebody who has lost the right long after a click that changed nothing', () => {
    const off = clicked(cardView(), { by: 'omar', remove: ['feedback::new'] });
    const kept = recorded(granted(off, wish(off)), boardOf([off]));
    const areas = exampleConfig().areas.map((area) => ({ ...area, leads: [] }));
    const config = { ...exampleConfig(), areas };
    const context = boardOf([kept], { config, now: monday + 30 * day });
    expect(keepStatus(kept, context).comments ?? []).toEqual([]);
  });

  it('gets a label back that was only taken off', () => {
    const bare = clicked(accepted, { by: 'sam', remove: ['feedback::accepted'] });
    expect(wish(bare)).toMatchObject({ add: ['feedback::accepted'], remove: [] });
    expect(wish(bare).comments).toHaveLength(1);
  });
});

describe('a card of no configured area', () => {
  it('is moved by product managers, and the leads of the program are the ones to ask', () => {
    const view = movedTo(cardView({}, {}, 'other'), 'accepted', 'omar');
    expect(wish(view).comments?.[0]?.body).toContain('only by product managers (please ask priya).');
    expect(wish(movedTo(view, 'backlog', 'petra'))).toEqual({ comments: [] });
  });
});

describe('labels that do not agree with each other', () => {
  it('of two that stay on GitLab Free the newest counts, and the other is taken off', () => {
    const two = clicked(movedTo(cardView(), 'reviewed', 'petra'), { by: 'omar', add: 'feedback::accepted' });
    expect(wish(two)).toMatchObject({ remove: ['feedback::reviewed'], add: [], comments: [] });
  });

  it('a value that is no status is taken off', () => {
    const odd = clicked(cardView(), { by: 'petra', add: 'feedback::shipped' });
    expect(wish(odd)).toMatchObject({ remove: ['feedback::shipped'], comments: [] });
  });

  it('nothing is done while the label that counts does not exist, nor on a closed card', () => {
    const stolen = movedTo(cardView(), 'resolved', 'mallory');
    expect(
      wish(
        stolen,
        boardLabels.filter(({ name }) => name !== 'feedback::new'),
      ),
    ).toEqual({});
    expect(wish({ ...stolen, card: { ...stolen.card, state: 'closed' } })).toEqual({});
  });
});
