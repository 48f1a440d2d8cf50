import type { Config } from '../../config/types.ts';
import { addSpan } from '../calendar/add-span.ts';
import type { Problem, RequestForm } from '../form/request-form.ts';
import type { Instant } from '../snapshot.ts';

/** Whether the first date leaves time enough, is a fast track with its reason, or lacks the reason. */
export type LeadTimeCheck =
  | { readonly kind: 'fine' }
  | { readonly kind: 'fast track' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Step 4 of `docs/rules.md#validation`: from submission to the first proposed date. */
export function checkLeadTime(config: Config, form: RequestForm, submitted: Instant): LeadTimeCheck {
  if (form.dates.state !== 'given') return { kind: 'fine' };
  const first = Math.min(...form.dates.value.map((date) => date.start));
  const earliest = addSpan(config.calendar, submitted, config.requests.leadTime);
  const firstDay = form.dates.value.some((date) => date.allDay && date.start + 86_400_000 > earliest);
  if (first >= earliest || firstDay) return { kind: 'fine' };
  if (form.fastTrackReason.state === 'given') return { kind: 'fast track' };
  const { amount, unit } = config.requests.leadTime;
  return {
    kind: 'problem',
    problem: {
      code: 'lead-time-short',
      field: 'Fast track',
      found: `a first date less than ${amount} ${unit} after the request`,
      expected: 'a reason for the fast track, or a later date',
      example: 'The customer has moved the decision to this Thursday.',
    },
  };
}
