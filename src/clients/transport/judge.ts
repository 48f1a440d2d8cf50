import type { Attempt, HttpAnswer } from './http.ts';

/** What one attempt means. */
export type Verdict =
  /** A final answer, good or bad; a 4xx has applied nothing. */
  | { readonly kind: 'final'; readonly answer: HttpAnswer }
  /** The service said "too often" (429) and has applied nothing. */
  | { readonly kind: 'limited'; readonly answer: HttpAnswer }
  | {
      readonly kind: 'failed';
      readonly problem: 'unreachable' | 'answer-lost' | 'failed';
      readonly outcome: 'not-applied' | 'unknown';
      readonly reason: string;
      /** Whether asking once more can help; only ever used for reads. */
      readonly again: boolean;
      readonly answer: HttpAnswer | null;
    };

/**
 * Classifies an attempt by meaning, not by status alone (docs/security.md#promises): never sent and 4xx have applied
 * nothing; a lost answer or a 5xx leaves a write unknown, because a proxy can answer 502 for a write that was
 * done. A read has nothing to apply.
 */
export function judge(attempt: Attempt, write: boolean): Verdict {
  const doubt = write ? 'unknown' : 'not-applied';
  switch (attempt.kind) {
    case 'never-sent':
      return failed('unreachable', 'not-applied', `never sent: ${attempt.why}`, null);
    case 'lost':
      return failed('answer-lost', doubt, `answer lost: ${attempt.why}`, null);
    case 'answered':
      if (attempt.answer.status === 429) return { kind: 'limited', answer: attempt.answer };
      if (attempt.answer.status < 500) return { kind: 'final', answer: attempt.answer };
      return failed('failed', doubt, `http ${attempt.answer.status}`, attempt.answer);
    default:
      return attempt satisfies never;
  }
}

/** Server errors that say "not now"; 501 and 505 say "never", so asking again is of no use. */
const passing = new Set([500, 502, 503, 504, 520, 521, 522, 523, 524]);

function failed(
  problem: 'unreachable' | 'answer-lost' | 'failed',
  outcome: 'not-applied' | 'unknown',
  reason: string,
  answer: HttpAnswer | null,
): Verdict {
  const again = answer === null || passing.has(answer.status);
  return { kind: 'failed', problem, outcome, reason, again, answer };
}
