import type { Config } from '../../config/types.ts';
import { addSpan } from '../calendar/add-span.ts';
import type { Problem, ProposedDate, RequestForm } from '../form/request-form.ts';
import type { RecordState } from '../record/record-state.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import { editsOfForm } from '../timeline/edits-of-form.ts';
import { checkProblem } from './check-problem.ts';

/** Whether the first date leaves time enough, is a fast track with its reason, or lacks the reason. */
export type LeadTimeCheck =
  | { readonly kind: 'fine' }
  | { readonly kind: 'fast track' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** What the lead time of a form is measured by. */
export interface LeadTimeFacts {
  readonly submitted: Instant;
  /** When the form was last edited, or null: never. */
  readonly edited: Instant | null;
  /** The first date that was taken up before, and from when it was measured; null: none was. */
  readonly taken: RecordState['leadTime'];
}

/** What the lead time of a request is measured by, as its issue and record tell it. */
export function leadTimeFacts({ issue, record }: RequestView): LeadTimeFacts {
  const edited = editsOfForm(issue).at(-1)?.at ?? null;
  return { submitted: issue.createdAt, edited, taken: record.state?.leadTime ?? null };
}

/**
 * The first date of a form, and the moment its lead time is measured from (`docs/rules.md#validation`): submission,
 * but for a date earlier than the one that was taken up before its edit. A later date never costs it again. Null: the
 * form has no date.
 */
export function measuredLeadTime(form: RequestForm, facts: LeadTimeFacts): RecordState['leadTime'] {
  if (form.dates.state !== 'given' || form.dates.value.length === 0) return null;
  const { submitted, edited, taken } = facts;
  const first = Math.min(...form.dates.value.map((date) => date.start));
  if (taken === null) return { first, from: submitted };
  return { first, from: first >= taken.first ? taken.from : (edited ?? submitted) };
}

/** A day without a time leaves time enough if some of it does. */
const wholeDay = 86_400_000;

/** Step 4 of `docs/rules.md#validation`. */
export function checkLeadTime(
  config: Pick<Config, 'calendar' | 'requests'>,
  form: RequestForm,
  facts: LeadTimeFacts,
): LeadTimeCheck {
  const measured = measuredLeadTime(form, facts);
  if (measured === null || form.dates.state !== 'given') return { kind: 'fine' };
  const earliest = addSpan(config.calendar, measured.from, config.requests.leadTime);
  const isFar = (date: ProposedDate): boolean =>
    date.allDay ? date.start + wholeDay > earliest : date.start >= earliest;
  if (form.dates.value.every(isFar)) return { kind: 'fine' };
  if (form.fastTrackReason.state === 'given') return { kind: 'fast track' };
  const { amount, unit } = config.requests.leadTime;
  const since = measured.from === facts.submitted ? 'the request' : 'the edit that brought it forward';
  return {
    kind: 'problem',
    problem: checkProblem('lead-time-short', 'Fast track', {
      found: `a first date less than ${amount} ${unit} after ${since}`,
      expected: 'a reason for the fast track, or a later date',
      example: 'The customer has moved the decision to this Thursday.',
    }),
  };
}
