import { datesOf } from '../../domain/dates/dates-of.ts';
import { windowsOver } from '../../domain/dates/windows-over.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { askForDates } from './ask-for-dates.ts';
import type { PhaseInput } from './phase.ts';

/** While a request is submitted or with its requester, dates that are over are a problem of the form. */
const waiting: readonly (RequestState | 'none')[] = [
  'awaiting-approval',
  'approved',
  'waitlisted',
  'changed',
];

/**
 * Whether all proposed dates of a request are over while nobody was found for them. It is not shown to anybody then:
 * there is nothing left to decide on.
 */
export function lacksDates({ view, context }: PhaseInput): boolean {
  if (!waiting.includes(view.state) || view.issue.state === 'closed') return false;
  if (view.state === 'changed' && (view.record.state?.decision ?? null) !== null) return false;
  const wanted = datesOf(view);
  return wanted !== null && windowsOver(wanted.dates, context.snapshot.now);
}

/**
 * The requester is asked for other dates (`docs/rules.md#approval`). Comes before SMEs are chosen, so that nobody
 * is told twice that there is nobody.
 */
export function windowsPassed(input: PhaseInput): IssueAction[] {
  if (input.view.approval.kind === 'declined' || !lacksDates(input)) return [];
  return askForDates(input, 'all windows passed');
}
