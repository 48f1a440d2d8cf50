import type { RecordState } from './record-state.ts';

/**
 * The record of a request that nobody can decide on until it is shown again: no click on it counts, and an approval
 * of what stood there before is history (`docs/security.md#approval`).
 */
export function nothingShown(record: RecordState): RecordState {
  const past = record.approval === null ? [] : [record.approval];
  const pastApprovals = [...record.pastApprovals, ...past];
  return { ...record, digest: null, shownAfter: null, approval: null, pastApprovals };
}
