import { bodyVersion } from '../../domain/record/find-notes.ts';
import { foundedOnly } from '../../domain/record/founded-only.ts';
import { markerLine, withMarker } from '../../domain/record/marker.ts';
import { settleWords } from '../../domain/record/reference-words.ts';
import { lastEventId } from '../../domain/timeline/fold-labels.ts';
import type { CreateNote, DeleteNote, SealRecord, WriteRecord } from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, failedAs } from './applier.ts';
import { refusalOfBody } from './send-body.ts';
import { stillConfidential } from './still-confidential.ts';
import { writeKeyedNote } from './write-keyed-note.ts';

/** Writes the record: creates it, or edits it if it still is what the plan was decided on. */
export async function applyWriteRecord(applier: Applier, action: WriteRecord): Promise<Ending> {
  const missing = (action.needs ?? []).some((reference) => !applier.ledger.has(reference));
  if (missing) return { kind: 'skipped', why: 'what it tells has not come about' };
  return await putRecord(applier, action, action.record);
}

/** Reads the label events once more and puts the highest id into the record: what came before it is early. */
export async function applySealRecord(applier: Applier, action: SealRecord): Promise<Ending> {
  const events = await applier.clients.gitlab.labelEvents(action.issue);
  return await putRecord(applier, action, { ...action.record, shownAfter: lastEventId(events) });
}

async function putRecord(
  applier: Applier,
  action: WriteRecord | SealRecord,
  record: Readonly<Record<string, unknown>>,
): Promise<Ending> {
  const { ledger, clients } = applier;
  const founded = foundedOnly(record, (reference) => ledger.became(reference));
  const settled = ledger.settle(founded, whatStays);
  const text = settleWords(action.text, (reference) => ledger.became(reference));
  const body = withMarker(text, markerLine('record', settled));
  const refusal = refusalOfBody(body, action.mentions);
  if (refusal !== null) return refusal;
  const found = await stillConfidential(applier, action.issue);
  if (found.kind === 'public') return found.ending;
  if (action.note === null) return await createRecord(applier, action, body);
  const id = ledger.id(action.note);
  if (typeof id !== 'number') return { kind: 'skipped', why: 'the record was not written' };
  const moved = await recordMoved(applier, action, id);
  if (moved !== null) return moved;
  const outcome = await clients.gitlab.editNote(action.issue, id, body);
  if (outcome.kind !== 'applied') return endingOf(outcome);
  return sent(applier, action.issue, body, outcome.value.body);
}

/** A row that was not created stays an intention; so does an invitation. */
function whatStays(reference: string): unknown {
  return reference.startsWith('invite(') ? 'intended' : null;
}

async function createRecord(
  applier: Applier,
  action: WriteRecord | SealRecord,
  body: string,
): Promise<Ending> {
  const outcome = await applier.clients.gitlab.createNote(action.issue, { body, internal: false });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  applier.ledger.resolve(`record(${action.issue})`, outcome.value.id);
  return sent(applier, action.issue, body, outcome.value.body);
}

/** Another run or a person has edited or deleted the record since it was read. Null: it is as expected. */
async function recordMoved(
  { ledger, clients }: Applier,
  action: WriteRecord | SealRecord,
  id: number,
): Promise<Ending | null> {
  const expected = ledger.recordVersion(action.issue) ?? action.expect.record;
  const note = await clients.gitlab.note(action.issue, id);
  if (note !== null && bodyVersion(note.body) === expected) return null;
  return { kind: 'moved', why: 'the record was changed meanwhile' };
}

function sent({ ledger }: Applier, issue: number, body: string, stored: string): Ending {
  ledger.setRecordVersion(issue, bodyVersion(stored));
  if (bodyVersion(stored) === bodyVersion(body)) return { kind: 'applied' };
  return failedAs('note-altered', 'GitLab has stored another text than the one that was sent');
}

/** Creates a comment with its key; where another run was quicker, the older one stays. */
export async function applyCreateNote(applier: Applier, action: CreateNote): Promise<Ending> {
  const { issue: iid, key, internal, mentions } = action;
  const body = settleWords(action.body, (reference) => applier.ledger.became(reference));
  return await writeKeyedNote(applier, { iid, key, body, internal, mentions });
}

/** Takes away a second comment of the desk's own. */
export async function applyDeleteNote({ clients }: Applier, action: DeleteNote): Promise<Ending> {
  const outcome = await clients.gitlab.deleteNote(action.issue, action.note);
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}
