import type { Config, Span } from '../../config/types.ts';
import { approversToAsk } from '../authorization/approvers.ts';
import { leadsToAsk } from '../authorization/may-assign.ts';
import { addSpan } from '../calendar/add-span.ts';
import { calendarOfPerson } from '../calendar/calendar-of-person.ts';
import type { RecordState } from '../record/record-state.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';
import type { RequestState } from '../workflow/request-state.ts';

/** What somebody is waited for. */
export type ClockKind = 'answer' | 'approval' | 'assignment' | 'pickup' | 'feedback';

/** Whether the wait is one in which the program keeps the requester waiting; only such a one is ever late. */
export function isForProgram({ kind }: Pick<Clock, 'kind'>): boolean {
  return kind === 'approval' || kind === 'assignment' || kind === 'pickup';
}

/** Who is waited for, for what, since when, and when it is late (`docs/rules.md#clocks`). */
export interface Clock {
  readonly kind: ClockKind;
  /** GitLab usernames. Any one of them can end the wait. */
  readonly awaited: readonly string[];
  readonly since: Instant;
  /** When the first of them is late. */
  readonly due: Instant;
  /** When each of them is late, in the order of `awaited`. */
  readonly dues: readonly Instant[];
  /** How long each of them has. */
  readonly span: Span;
  /** The meeting that the wait has to be over well before, or null. */
  readonly until: Instant | null;
}

/** Where a request stands, or will stand: what is planned now is told as if it had been since then. */
export interface Standing {
  readonly state: RequestState | 'none';
  readonly record: RecordState | null;
  readonly since: Instant;
  /** Approved, and a lead has to choose its SME. */
  readonly byHand?: boolean;
}

/**
 * The clock of a request, or null: nobody is waited for but the desk, or a day that has been agreed. Approvers who
 * are away are not waited for while another one can decide.
 */
export function clockOf(
  view: RequestView,
  config: Config,
  at: Standing,
  isAway: (username: string) => boolean = () => false,
): Clock | null {
  const requester = view.issue.author.username;
  switch (at.state) {
    case 'needs-info':
      return clock(config, 'answer', [requester], at.since, config.requests.answerWithin);
    case 'awaiting-approval':
    case 'changed': {
      const awaited = approversToAsk(config, view.areaKey, requester, isAway);
      return clock(config, 'approval', awaited, at.since, config.requests.approvalWithin);
    }
    case 'approved':
    case 'waitlisted': {
      const leads = at.byHand === true ? leadsToAsk(config, view.areaKey, requester) : [];
      return clock(config, 'assignment', leads, at.since, config.requests.approvalWithin);
    }
    case 'assigned':
      return pickUp(config, at);
    case 'awaiting-feedback': {
      const [first] = config.requests.feedbackReminders;
      return first === undefined ? null : clock(config, 'feedback', [requester], at.since, first);
    }
    case 'none':
    case 'submitted':
    case 'engaged':
    case 'completed':
    case 'declined':
    case 'cancelled':
      return null;
    default:
      return at.state satisfies never;
  }
}

/** Never later than half-way to the meeting. Who has accepted is not waited for. */
function pickUp(config: Config, { record, since }: Standing): Clock | null {
  const decision = record?.decision ?? null;
  if (decision === null || decision.accepted !== null) return null;
  const whole = clock(config, 'pickup', [decision.username], since, config.requests.pickupWithin);
  if (whole === null) return null;
  const due = Math.min(whole.due, since + Math.max(0, decision.start - since) / 2);
  return { ...whole, due, dues: [due], until: decision.start };
}

/** In the calendar of each who is waited for; late is when the first of them is. */
function clock(
  config: Config,
  kind: ClockKind,
  awaited: readonly string[],
  since: Instant,
  span: Span,
): Clock | null {
  if (awaited.length === 0) return null;
  const dues = awaited.map((username) => addSpan(calendarOfPerson(config, username), since, span));
  return { kind, awaited, since, due: Math.min(...dues), dues, span, until: null };
}
