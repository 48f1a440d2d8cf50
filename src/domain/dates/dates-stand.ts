import type { RequestContext, RequestView } from '../request/request-view.ts';
import { datesKey, writtenForm } from './dates-key.ts';
import { areNewDates } from './taken-up.ts';

/**
 * Whether the dates of the form are those that were taken up. Nobody is assigned on others: they may be beyond what
 * was approved (`docs/rules.md#dates`).
 */
export function datesStand(
  view: Pick<RequestView, 'issue' | 'record'>,
  context: Pick<RequestContext, 'config' | 'snapshot'>,
): boolean {
  const record = view.record.state;
  return record === null || !areNewDates(record, datesKey(writtenForm(view, context)));
}
