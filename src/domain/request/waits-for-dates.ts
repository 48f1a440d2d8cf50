import { editsOfForm } from '../timeline/edits-of-form.ts';
import type { RequestView } from './request-view.ts';

/**
 * Whether a request that is back with its requester only wants other dates: its approval still stands, so that it
 * need not be shown again (`docs/rules.md#approval`).
 */
export function waitsForDates(view: RequestView): boolean {
  return view.state === 'needs-info' && view.authority && view.issue.state === 'opened';
}

/** How the keys of comments begin that ask the requester for other dates. */
export const otherDatesKey = 'other-dates:';

/**
 * Whether the requester was asked for other dates and nobody has edited the form since: that its dates are over is
 * what the request waits for, and not told once more.
 */
export function isAskedForDates(view: RequestView): boolean {
  if (view.state !== 'needs-info') return false;
  const asked = view.keyed.findLast(({ key }) => key.startsWith(otherDatesKey))?.note ?? null;
  if (asked === null) return false;
  return !editsOfForm(view.issue).some((edit) => edit.at > asked.at);
}
