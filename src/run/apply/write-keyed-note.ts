import { keyedNotes } from '../../domain/record/find-notes.ts';
import { markerLine, withMarker } from '../../domain/record/marker.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf } from './applier.ts';
import { refusalOfBody } from './send-body.ts';
import { stillConfidential } from './still-confidential.ts';

/** A comment that is written once per key, on whichever issue. */
interface KeyedNote {
  readonly iid: number;
  readonly key: string;
  readonly body: string;
  readonly internal: boolean;
  readonly mentions: readonly string[];
  /** Reads the comments before it writes; for an issue whose comments this run need not have read itself. */
  readonly looksFirst?: true;
}

/** Writes a comment with its key, through the gate for everything that leaves. */
export async function writeKeyedNote(applier: Applier, wanted: KeyedNote): Promise<Ending> {
  const { gitlab } = applier.clients;
  const { iid, key, internal } = wanted;
  const bodyOn = (issue: number) => withMarker(wanted.body, markerLine('note', { issue, key }));
  // Before anything is asked of GitLab; which issue the marker names makes no difference to the gate.
  const refusal = refusalOfBody(bodyOn(0), wanted.mentions);
  if (refusal !== null) return refusal;
  const found = await stillConfidential(applier, iid);
  if (found.kind === 'public') return found.ending;
  const issue = found.issue.id;
  const body = bodyOn(issue);
  const there = wanted.looksFirst === true ? await oldestWith(applier, { iid, issue, key }) : null;
  if (there !== null) return { kind: 'there already' };
  const outcome = await gitlab.createNote(iid, { body, internal });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  const own = outcome.value.id;
  const oldest = await oldestWith(applier, { iid, issue, key });
  const first = oldest !== null && oldest < own ? oldest : own;
  applier.ledger.resolve(`note(${iid},${key})`, first);
  if (first === own) return { kind: 'applied' };
  const removed = await gitlab.deleteNote(iid, own);
  return removed.kind === 'applied' ? { kind: 'there already' } : endingOf(removed);
}

/**
 * The first comment with a key, or null. After a comment was written it is looked for at once and not only in the next
 * run whether another run has written it meanwhile: a request that was closed with this comment is not looked at again.
 */
async function oldestWith(
  { clients, snapshot }: Applier,
  { iid, issue, key }: { readonly iid: number; readonly issue: number; readonly key: string },
): Promise<number | null> {
  const notes = await clients.gitlab.notes(iid);
  const first = keyedNotes({ id: issue, notes }, snapshot.desk.ids).find((each) => each.key === key);
  return typeof first?.note.id === 'number' ? first.note.id : null;
}
