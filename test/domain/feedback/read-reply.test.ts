import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/domain/feedback/read-reply.ts';
import { milliseconds } from '../../builders/thread-time.ts';

describe('a reply to the feedback prompt', () => {
  it.each([
    ['rating: 5', 5],
    ['Rating - 4', 4],
    ['rating = 3/5', 3],
    ['**rating:** four', 4],
    ['rating: 2 out of 5', 2],
    ['> rating: 2', null],
    ['- rating: 5 stars', 5],
    ['`rating: 1`', 1],
    ['5/5', 5],
    ['4 out of 5!', 4],
    ['rating: 5, she was great', 5],
    ['rating: 6', null],
    ['rating: 4.5', null],
    ['rating: 5/10', null],
    ['rating: 45', null],
    ['5', null],
    ['we met 4/5 of their team', null],
    ['1/5 of the time was spent on this', null],
  ])('%j rates %j', (body, rating) => {
    expect(readReply(body).rating).toBe(rating);
  });

  it.each([
    ['outcome: technical win', 'technical win'],
    ['Outcome: Won', 'technical win'],
    ['outcome: loss', 'loss'],
    ['outcome: still open', 'open'],
    ['outcome: did not take place', 'did not take place'],
    ["outcome: didn't happen", 'did not take place'],
    ['outcome: no-show', 'did not take place'],
    ['result: moved to Friday', 'moved'],
    ['outcome: great', null],
    ['we won', null],
  ])('%j has the outcome %j', (body, outcome) => {
    expect(readReply(body).outcome).toBe(outcome);
  });

  it.each([
    ['nps: 9', 9],
    ['Customer NPS: 10/10', 10],
    ['NPS - 0', 0],
    ['nps: 11', null],
    ['nps: 9.5', null],
    ['nps: not asked', null],
  ])('%j has the NPS %j', (body, nps) => {
    expect(readReply(body).nps).toBe(nps);
  });

  it.each([
    ['follow-up: demo, question', ['demo', 'question']],
    ['Follow ups: best practice and product feedback', ['best-practice', 'product-feedback']],
    ['follow-up: article', ['content']],
    ['follow-up: demo\nfollow-up: demo', ['demo']],
    ['follow-up: none', []],
    ['follow-up: call me', []],
  ])('%j wants %j', (body, kinds) => {
    expect(readReply(body).followUps).toEqual(kinds);
  });

  it('holds all of it in any order among other words, and of two lines about one thing the last counts', () => {
    const body =
      'Thanks!\n\nnps: 9\noutcome: open\nThe demo helped most: it was live.\nrating: 4\nrating: 5\n';
    expect(readReply(body)).toEqual({ rating: 5, outcome: 'open', nps: 9, followUps: [] });
  });

  it('is read in no time however long it is', () => {
    const lines = ['rating: '.repeat(100_000), '- '.repeat(100_000), '1'.repeat(100_000)].join('\n');
    expect(readReply(lines).rating).toBeNull();
    expect(milliseconds(() => readReply(lines), 500)).toBeLessThan(500);
  });
});
