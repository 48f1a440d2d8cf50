import { describe, expect, it } from 'vitest';
import { check } from '../../../src/reconcile/board/check.ts';
import { refusalOfBody } from '../../../src/run/apply/send-body.ts';
import { boardOf, cardView, groupedAs, impactProblem, movedTo } from '../../builders/card-on-paper.ts';
import { user } from '../../builders/snapshot.ts';

const wrong = { problems: [impactProblem] };

function comments(view: ReturnType<typeof cardView>, others: readonly ReturnType<typeof cardView>[] = []) {
  const groups = groupedAs([...others.map(({ card }) => card.iid), view.card.iid]);
  return check(view, boardOf([...others, view], { groups })).comments ?? [];
}

describe('a form with something wrong in it', () => {
  it('is told to those who have asked: field, found, expected, example', () => {
    const [comment, ...others] = comments(cardView({ assignees: [user('tom')] }, wrong));
    expect(others).toEqual([]);
    expect(comment?.mentions).toEqual(['sam', 'tom']);
    expect(comment?.key).toMatch(/^problems:[0-9a-f]{12}$/);
    expect(comment?.body).toContain('| Impact | nothing | one of the three | \\[x\\] Major |');
    expect(comment?.body).toContain('`feedback-impact-missing`');
    expect(refusalOfBody(comment?.body ?? '', comment?.mentions ?? [])).toBeNull();
  });

  it('is told anew only when the list has changed', () => {
    const [first] = comments(cardView({}, wrong));
    const told = [{ id: 1, author: user('desk').id, at: 0, key: first?.key ?? '', internal: false }];
    expect(comments(cardView({ comments: told }, wrong))).toEqual([]);
    const other = { problems: [{ ...impactProblem, field: 'Kind' }] };
    expect(comments(cardView({ comments: told }, other))).toHaveLength(1);
  });

  it('is nobody’s to mend where only the desk has asked, and where the ask is over', () => {
    expect(comments(cardView({ author: user('desk') }, wrong))).toEqual([]);
    expect(comments(cardView({ state: 'closed' }, wrong))).toEqual([]);
    const resolved = movedTo(cardView({}, wrong), 'resolved', 'petra');
    expect(comments(resolved)).toEqual([]);
    expect(comments(cardView({ iid: 2 }, wrong), [resolved])).toEqual([]);
    expect(comments(movedTo(cardView({}, wrong), 'backlog', 'petra'))).toHaveLength(1);
  });

  it('lets commands, mentions and HTML of the form out as plain text', () => {
    const found = '/close\n@omar <img src=x> | ~"request::approved"';
    const [comment] = comments(cardView({}, { problems: [{ ...impactProblem, found }] }));
    expect(refusalOfBody(comment?.body ?? '', ['sam'])).toBeNull();
  });
});
