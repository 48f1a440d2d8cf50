import type { RecordState } from './record-state.ts';

/**
 * Whether a request is on its way to `changed`: the record is written, and a run has ended before the request was
 * shown to the end. Where its label has not moved yet, this is what it moves to.
 */
export function isShownAsChanged(record: Pick<RecordState, 'shownAfter' | 'decided'> | null): boolean {
  return record !== null && record.shownAfter === null && record.decided.at(-1)?.to === 'changed';
}
