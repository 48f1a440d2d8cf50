import { findRecord } from '../../domain/record/find-notes.ts';
import type { RecordState } from '../../domain/record/record-state.ts';
import { requestTypeLabel } from '../../domain/request/request-type-label.ts';
import { requestLabel } from '../../domain/workflow/request-state.ts';
import { readHistory } from '../observe/observe-issues.ts';
import type { Applier } from './applier.ts';

/** An opportunity is written with 15 or 18 characters, alone or in a link: these stand in all of them. */
const sharedPart = 15;

/**
 * The records of the other completed requests for an opportunity. A run does not read what has ended, and what such
 * a request was granted is not to be taken back with another one (`docs/rules.md#after-assignment`): so they are
 * looked for right before something is. Rare, and few of them are read with their comments.
 */
export async function completedRecords(
  { clients, snapshot }: Pick<Applier, 'clients' | 'snapshot'>,
  { opportunity, issue: own }: { readonly opportunity: string; readonly issue: number },
): Promise<readonly RecordState[]> {
  const labels = [requestTypeLabel, requestLabel('completed')];
  const completed = await clients.gitlab.issues({ state: 'closed', labels });
  const about = completed.filter(
    ({ iid, description }) => iid !== own && description.includes(opportunity.slice(0, sharedPart)),
  );
  const records: RecordState[] = [];
  for (const issue of about) {
    const { state } = findRecord(await readHistory(clients.gitlab, issue), snapshot.desk.ids);
    if (state !== null) records.push(state);
  }
  return records;
}
