import { describe, expect, it } from 'vitest';
import type { PaperDesk } from '../builders/paper-desk.ts';
import { day, hour, user } from '../builders/snapshot.ts';
import { quiet, standing } from '../transitions/scenes.ts';

function keys(desk: PaperDesk, start: string): string[] {
  return [...desk.comments(1).keys()].filter((key) => key.startsWith(start));
}

function waiting(tier: PaperDesk['tier'] = 'free'): PaperDesk {
  return standing('awaiting-approval', tier).desk;
}

function settle(desk: PaperDesk): void {
  quiet({ desk, iid: 1 });
}

function asked(tier: PaperDesk['tier'] = 'free'): PaperDesk {
  const desk = waiting(tier);
  desk.comment(1, 'omar', '**Question:** which of their teams comes?');
  settle(desk);
  expect(desk.scope(1)).toEqual(['request::needs-info']);
  return desk;
}

describe.each(['free', 'premium'] as const)('a question on GitLab %s', (tier) => {
  it.each([
    ['a comment', (desk: PaperDesk) => desk.comment(1, 'sam', 'The platform team.')],
    ['an edit', (desk: PaperDesk) => desk.edit(1, { Description: 'The platform team compares.' })],
  ])('goes back to the approvers with %s of the requester, and they are told', (_, answer) => {
    const desk = asked(tier);
    answer(desk);
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(keys(desk, 'shown:')).toHaveLength(1);
    desk.click(1, 'omar', 'request::approved');
    settle(desk);
    expect(desk.view(1).state).toBe('assigned');
  });

  it('no approval counts while it is open; the approver is thanked when it is answered', () => {
    const desk = asked(tier);
    desk.click(1, 'priya', 'request::approved');
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    desk.comment(1, 'sam', 'The platform team.');
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(keys(desk, 'early:')).toEqual([`early:${user('priya').id}`]);
  });
});

describe('a question', () => {
  it('that is asked and answered a second time is told a second time, to both sides', () => {
    const desk = asked();
    desk.comment(1, 'sam', 'The platform team.');
    settle(desk);
    desk.comment(1, 'omar', 'question: and who else?');
    settle(desk);
    desk.comment(1, 'sam', 'Nobody.');
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
    expect(keys(desk, 'question:')).toHaveLength(2);
    expect(keys(desk, 'shown:')).toHaveLength(2);
  });

  it.each(['mallory', 'sam', 'jonas'])('by %s, who does not decide, is talk', (username) => {
    const desk = waiting();
    desk.comment(1, username, 'question: why does this take so long?');
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
  });

  it('that nobody but members can read asks the requester nothing', () => {
    const desk = waiting();
    desk.comment(1, 'omar', 'question: do we trust them?', { internal: true });
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
  });

  it('is answered by the requester and nobody else', () => {
    const desk = asked();
    desk.comment(1, 'mallory', 'I would think the platform team.');
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::needs-info']);
  });

  it('of one approver does not hold up the approval of another one', () => {
    const desk = waiting();
    desk.comment(1, 'omar', 'question: which of their teams comes?');
    desk.click(1, 'priya', 'request::approved');
    settle(desk);
    expect(desk.view(1).state).toBe('assigned');
  });

  it('while the form has problems: both are told, and both have to be settled', () => {
    const desk = waiting();
    desk.edit(1, { 'Expected duration': 'long' });
    desk.comment(1, 'omar', 'question: how long, and who comes?');
    settle(desk);
    expect(keys(desk, 'question:')).toHaveLength(1);
    expect(keys(desk, 'problems:')).toHaveLength(1);
    desk.comment(1, 'sam', 'The platform team.');
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    desk.edit(1, {});
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
  });

  it('that its approver deletes again is none', () => {
    const desk = asked();
    desk.change(1, { notes: desk.issue(1).notes.filter((note) => !note.body.includes('Question:')) });
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::awaiting-approval']);
  });
});

describe('a requester who does not answer', () => {
  it('is reminded in their own hours only, once, of what is waited for', () => {
    const desk = asked();
    // Two business days after Monday morning; then it is night in Madrid.
    desk.later(2 * day + 14 * hour);
    settle(desk);
    expect(keys(desk, 'reminder:')).toEqual([]);
    desk.later(12 * hour);
    settle(desk);
    const [key = ''] = keys(desk, 'reminder:');
    expect(desk.comments(1).get(key)).toContain('an answer to the question');
    desk.later(2 * day);
    settle(desk);
    expect(keys(desk, 'reminder:')).toHaveLength(1);
    expect(desk.issue(1).state).toBe('opened');
  });

  it('and then says something, though not what is needed, is waited for anew', () => {
    const desk = standing('needs-info').desk;
    desk.later(2 * day + hour);
    settle(desk);
    desk.later(6 * day);
    desk.comment(1, 'sam', 'I am on it.');
    desk.later(day);
    settle(desk);
    expect(desk.view(1).state).toBe('needs-info');
    expect(keys(desk, 'reminder:')).toHaveLength(1);
    desk.later(5 * day);
    settle(desk);
    expect(desk.view(1).state).toBe('needs-info');
    expect(keys(desk, 'reminder:')).toHaveLength(2);
  });

  it('is never cut off without a reminder, also where the desk itself was silent for weeks', () => {
    const desk = standing('needs-info').desk;
    desk.later(21 * day + hour);
    settle(desk);
    expect(keys(desk, 'reminder:')).toHaveLength(1);
    expect(desk.view(1).state).toBe('needs-info');
    desk.later(4 * day);
    settle(desk);
    expect(desk.view(1).state).toBe('cancelled');
  });

  it('goes on by opening the issue again', () => {
    const { desk } = standing('cancelled');
    desk.setState(1, 'sam', 'reopened');
    desk.later(hour);
    desk.edit(1, { 'Proposed dates': '- 2026-12-21 15:00 Europe/Madrid' });
    settle(desk);
    expect(desk.view(1).state).toBe('awaiting-approval');
  });
});

describe('a request without a date', () => {
  it('that nobody could take keeps its approval while it waits for other dates', () => {
    const { desk } = standing('waitlisted');
    desk.later(14 * day);
    settle(desk);
    expect(desk.scope(1)).toEqual(['request::needs-info']);
    expect(desk.view(1).authority).toBe(true);
    const [key = ''] = keys(desk, 'other-dates:');
    expect(desk.comments(1).get(key)).toContain('Possible would be');
  });

  it('whose approver takes the approval back meanwhile is shown again', () => {
    const { desk } = standing('waitlisted');
    desk.later(14 * day);
    settle(desk);
    desk.click(1, 'omar', 'request::declined');
    settle(desk);
    desk.unclick(1, 'omar', 'request::declined');
    settle(desk);
    expect(desk.view(1).state).toBe('awaiting-approval');
    expect(desk.record(1).approval).toBeNull();
  });
});
