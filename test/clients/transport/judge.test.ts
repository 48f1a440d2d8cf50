import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/clients/transport/http.ts';
import { judge } from '../../../src/clients/transport/judge.ts';

function answered(status: number): Attempt {
  return { kind: 'answered', answer: { status, headers: {}, text: '' } };
}

describe('what an attempt means', () => {
  it.each<[string, Attempt, string, string]>([
    ['a refused connection', { kind: 'never-sent', why: 'ECONNREFUSED' }, 'not-applied', 'not-applied'],
    ['a lost answer', { kind: 'lost', why: 'ECONNRESET' }, 'unknown', 'not-applied'],
    ['a timeout', { kind: 'lost', why: 'timeout' }, 'unknown', 'not-applied'],
    ['500', answered(500), 'unknown', 'not-applied'],
    ['502', answered(502), 'unknown', 'not-applied'],
    ['503', answered(503), 'unknown', 'not-applied'],
    ['504', answered(504), 'unknown', 'not-applied'],
    ['501', answered(501), 'unknown', 'not-applied'],
    ['429', answered(429), 'limited', 'limited'],
    ['400', answered(400), 'final', 'final'],
    ['409', answered(409), 'final', 'final'],
    ['201', answered(201), 'final', 'final'],
    ['301', answered(301), 'final', 'final'],
  ])('%s: a write is %s', (_, attempt, write, read) => {
    const say = (isWrite: boolean) => {
      const verdict = judge(attempt, isWrite);
      return verdict.kind === 'failed' ? verdict.outcome : verdict.kind;
    };

    expect([say(true), say(false)]).toEqual([write, read]);
  });
});
