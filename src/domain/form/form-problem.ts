import type { FeedbackProblemCode } from '../board/form/feedback-problem-codes.ts';
import { oneLine } from '../markdown/visible-text.ts';
import type { Problem } from './request-form.ts';

/** Every code that a problem of a request's form can carry; each is a heading in `docs/runbook.md`. */
export const formProblemCodes = [
  'form-too-long',
  'form-comment-open',
  'form-fence-open',
  'opportunity-missing',
  'opportunity-malformed',
  'opportunity-suffix',
  'opportunity-several',
  'opportunity-other-object',
  'opportunity-pattern',
  'opportunity-name-missing',
  'account-name-missing',
  'close-date-missing',
  'close-date-ambiguous',
  'close-date-unreadable',
  'area-missing',
  'area-several',
  'area-unknown',
  'area-other-blank',
  'engagement-missing',
  'engagement-several',
  'engagement-unknown',
  'engagement-other-blank',
  'date-missing',
  'date-ambiguous',
  'date-unreadable',
  'date-weekday',
  'date-timezone',
  'date-gap',
  'date-twice',
  'date-past',
  'dates-too-many',
  'duration-missing',
  'duration-unreadable',
  'duration-range',
  'slack-channel-unreadable',
  'description-missing',
  'questions-missing',
  'role-several',
  'role-unknown',
  'region-several',
  'region-unknown',
  'fast-track-reason-missing',
  'confirmation-missing',
] as const;

export type FormProblemCode = (typeof formProblemCodes)[number];

/** A code of any form of the program. */
export type AnyFormCode = FormProblemCode | FeedbackProblemCode;

const foundLength = 80;

/** What a person wrote, on one line of at most 80 characters. */
function excerpt(text: string): string {
  const characters = [...oneLine(text.slice(0, foundLength * 20))];
  if (characters.length <= foundLength) return characters.join('');
  return `${characters.slice(0, foundLength - 1).join('')}…`;
}

/** A problem in the words of the form; `found` is cut, and says so where nothing stands. */
export function formProblem(
  code: AnyFormCode,
  field: string,
  told: { readonly found: string; readonly expected: string; readonly example: string },
): Problem {
  return { code, field, ...told, found: excerpt(told.found) || 'nothing' };
}
