import type { Config } from '../../config/types.ts';
import { addSpan } from '../calendar/add-span.ts';
import type { Problem, ProposedDate, RequestForm } from '../form/request-form.ts';
import type { Instant } from '../snapshot.ts';
import { checkProblem } from './check-problem.ts';

/** Whether the first date leaves time enough, is a fast track with its reason, or lacks the reason. */
export type LeadTimeCheck =
  | { readonly kind: 'fine' }
  | { readonly kind: 'fast track' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A day without a time leaves time enough if some of it does. */
const wholeDay = 86_400_000;

/** Step 4 of `docs/rules.md#validation`: from submission to the first proposed date. */
export function checkLeadTime(config: Config, form: RequestForm, submitted: Instant): LeadTimeCheck {
  if (form.dates.state !== 'given') return { kind: 'fine' };
  const earliest = addSpan(config.calendar, submitted, config.requests.leadTime);
  const isFar = (date: ProposedDate): boolean =>
    date.allDay ? date.start + wholeDay > earliest : date.start >= earliest;
  if (form.dates.value.every(isFar)) return { kind: 'fine' };
  if (form.fastTrackReason.state === 'given') return { kind: 'fast track' };
  const { amount, unit } = config.requests.leadTime;
  return {
    kind: 'problem',
    problem: checkProblem('lead-time-short', 'Fast track', {
      found: `a first date less than ${amount} ${unit} after the request`,
      expected: 'a reason for the fast track, or a later date',
      example: 'The customer has moved the decision to this Thursday.',
    }),
  };
}
