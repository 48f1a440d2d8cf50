import { recordText } from '../../domain/notifications/record-text.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { WriteRecord } from '../../plan/action.ts';
import { writeRecord } from './actions-on.ts';

/** Notes in the record what is meant to happen outside; written before it happens. */
export function rememberIntention(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  why: string,
): WriteRecord {
  const state = view.state === 'none' ? 'submitted' : view.state;
  return writeRecord(view, { record, text: recordText(view, context, record, state), why });
}

/** Notes in the record how something outside has ended; it may wait for the next write of the record. */
export function rememberOutcome(
  view: RequestView,
  context: RequestContext,
  record: RecordState,
  why: string,
): WriteRecord {
  return { ...rememberIntention(view, context, record, why), outcomeOnly: true };
}
