import type { RecordState } from '../record/record-state.ts';

/** How a record says that the dates of the form were refused: no key of dates is like that. */
const refused = 'refused';

/** The record of a request whose dates were sent back: whatever stands there next is looked at. */
export function withDatesRefused(record: RecordState): RecordState {
  return { ...record, dates: refused };
}

/** Whether the dates of the form are others than those that were taken up. Null in the record: nothing is known. */
export function areNewDates({ dates }: Pick<RecordState, 'dates'>, key: string): boolean {
  return dates !== null && dates !== key;
}

/**
 * Whether the decision is for other dates than those taken up since, such as dates beyond the limits that wait for
 * an approval or have just got it (`docs/rules.md#dates`).
 */
export function isForOtherDates({
  decision,
  dates,
  agreed,
}: Pick<RecordState, 'decision' | 'dates' | 'agreed'>): boolean {
  if (decision === null) return false;
  if (agreed !== null) return decision.start !== agreed || decision.parts.length > 0;
  return decision.dates !== null && dates !== null && decision.dates !== dates;
}
