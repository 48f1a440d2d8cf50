import { addSpan } from '../../domain/calendar/add-span.ts';
import { calendarOfPerson } from '../../domain/calendar/calendar-of-person.ts';
import { opportunityGone } from '../../domain/request/opportunity-gone.ts';
import { stateSince } from '../../domain/workflow/state-since.ts';
import type { IssueAction } from '../../plan/action.ts';
import { askForDates } from '../request/ask-for-dates.ts';
import type { PhaseInput } from '../request/phase.ts';

/**
 * Nobody could take an approved request for `waitlist_for`: the requester is asked for other dates, and the approval
 * stands (`docs/rules.md#approval`). Comes after this run has tried once more.
 */
export function waitlistOver(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  if (view.state !== 'waitlisted' || view.issue.state === 'closed') return [];
  if (!view.authority || view.approval.kind === 'declined' || opportunityGone(view, context)) return [];
  const calendar = calendarOfPerson(context.config, view.issue.author.username);
  const over = addSpan(calendar, stateSince(view), context.config.requests.waitlistFor);
  return over <= context.snapshot.now ? askForDates(input, 'waitlist over') : [];
}
