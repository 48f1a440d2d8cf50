import type { GitLabNote } from '../../clients/gitlab/types.ts';
import type { Outcome } from '../../clients/outcome.ts';
import { findCardRecord } from '../../domain/board/record/find-card-record.ts';
import { bodyVersion } from '../../domain/record/find-notes.ts';
import { markerLine, withMarker } from '../../domain/record/marker.ts';
import type { WriteCardRecord } from '../../plan/card-action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, failedAs } from './applier.ts';
import { refusalOfBody } from './send-body.ts';
import { stillConfidential } from './still-confidential.ts';

/** Creates the record of a card, or edits it if it still is what the plan was decided on. */
export async function applyCardRecord(applier: Applier, action: WriteCardRecord): Promise<Ending> {
  const body = withMarker(action.text, markerLine('card', action.record));
  const refusal = refusalOfBody(body, []);
  if (refusal !== null) return refusal;
  const found = await stillConfidential(applier, action.card);
  if (found.kind === 'public') return found.ending;
  const moved = await movedBecause(applier, action, found.issue);
  if (moved !== null) return { kind: 'moved', why: moved };
  const outcome = await write(applier, action, body);
  if (outcome.kind !== 'applied') return endingOf(outcome);
  if (bodyVersion(outcome.value.body) === bodyVersion(body)) return { kind: 'applied' };
  return failedAs('note-altered', 'GitLab has stored another text than the one that was sent');
}

/** Another run or a person has written, edited or deleted the record since it was read. Null: it is as expected. */
async function movedBecause(
  { clients, snapshot }: Applier,
  { card, note, version }: WriteCardRecord,
  issue: { readonly id: number; readonly projectId: number },
): Promise<string | null> {
  if (note === null) {
    const { record } = findCardRecord(await clients.gitlab.notes(card), issue, snapshot.desk.ids);
    return record === null || record.former === true ? null : 'its record was written meanwhile';
  }
  const there = await clients.gitlab.note(card, note);
  if (there !== null && bodyVersion(there.body) === version) return null;
  return 'its record was changed meanwhile';
}

function write(
  { clients }: Applier,
  { card, note }: WriteCardRecord,
  body: string,
): Promise<Outcome<GitLabNote>> {
  if (note === null) return clients.gitlab.createNote(card, { body, internal: false });
  return clients.gitlab.editNote(card, note, body);
}
