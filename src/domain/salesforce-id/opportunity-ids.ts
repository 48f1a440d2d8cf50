import { type RecordIds, recordIds, recordPrefixes } from './record-ids.ts';

/** Finds opportunity ids in a short text, see {@link recordIds}; an account is another object. */
export function opportunityIds(text: string): RecordIds {
  return recordIds(text, [recordPrefixes.opportunity]);
}
