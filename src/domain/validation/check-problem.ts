import type { Problem } from '../form/request-form.ts';

/** Every code that steps 2 to 4 of a check can give a requester; each is a heading in `docs/runbook.md`. */
export const checkProblemCodes = [
  'requester-unknown',
  'requester-role-open',
  'requester-role-wrong',
  'opportunity-unknown',
  'opportunity-closed',
  'requester-not-on-team',
  'lead-time-short',
] as const;

export type CheckProblemCode = (typeof checkProblemCodes)[number];

/** A problem that only the world outside the form can show, in the same words as a problem of the form. */
export function checkProblem(
  code: CheckProblemCode,
  field: string,
  told: { readonly found: string; readonly expected: string; readonly example: string },
): Problem {
  return { code, field, ...told };
}
