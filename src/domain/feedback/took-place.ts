import type { RecordState } from '../record/record-state.ts';

/** Whether an engagement that was to be has not been: only the requester can say so (`docs/rules.md#feedback`). */
export function didNotTakePlace(record: Pick<RecordState, 'feedback'> | null): boolean {
  const outcome = record?.feedback?.outcome ?? null;
  return outcome === 'did not take place' || outcome === 'moved';
}
