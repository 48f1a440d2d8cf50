import { createHash } from 'node:crypto';
import type { IssueFacts, Note } from '../snapshot.ts';
import { readMarker } from './marker.ts';
import { type RecordState, recordState } from './record-state.ts';

/** The record of an issue as found: readable, damaged (its marker says nothing), or absent. */
export interface FoundRecord {
  /** The oldest of the desk's own records on this issue, or null. */
  readonly note: Note | null;
  readonly state: RecordState | null;
  /** Further records that two runs at once have left; the oldest stays. */
  readonly surplus: readonly Note[];
}

/** Oldest first. Ids grow; what this plan is about to write comes after everything that was read. */
function oldestFirst(notes: readonly Note[]): Note[] {
  const order = (note: Note): number => (typeof note.id === 'number' ? note.id : Number.POSITIVE_INFINITY);
  return [...notes].sort((a, b) => {
    const [left, right] = [order(a), order(b)];
    return left === right ? 0 : left - right;
  });
}

/**
 * Finds the record. Only notes by the desk's own user ids count, and only if the marker names this project and
 * this global issue id: forged, copied and cloned records are nothing but text (`docs/security.md#approval`).
 * A desk note whose record marker cannot be read is the damaged record; it is written anew in place.
 */
export function findRecord(issue: IssueFacts, deskIds: readonly number[]): FoundRecord {
  const own = oldestFirst(issue.notes).filter(
    (note) => !note.system && deskIds.includes(note.author.id) && note.body.includes('<!-- sme-desk:record'),
  );
  const candidates = own.flatMap((note): { note: Note; state: RecordState | null }[] => {
    const parsed = recordState.safeParse(readMarker('record', note.body));
    if (!parsed.success) return [{ note, state: null }];
    const ours = parsed.data.project === issue.projectId && parsed.data.issue === issue.id;
    return ours ? [{ note, state: parsed.data }] : [];
  });
  const [first, ...rest] = candidates;
  if (first === undefined) return { note: null, state: null, surplus: [] };
  return { note: first.note, state: first.state, surplus: rest.map((each) => each.note) };
}

/**
 * The newest of the desk's records on this issue that names another issue: the trace of a clone or a move. Null
 * where there is none.
 */
export function findForeignRecord(issue: IssueFacts, deskIds: readonly number[]): Note | null {
  const foreign = oldestFirst(issue.notes).filter((note) => {
    if (note.system || !deskIds.includes(note.author.id)) return false;
    const parsed = recordState.safeParse(readMarker('record', note.body));
    return parsed.success && (parsed.data.project !== issue.projectId || parsed.data.issue !== issue.id);
  });
  return foreign.at(-1) ?? null;
}

/** The desk's own comments with a key on this issue, oldest first. */
export function keyedNotes(
  issue: Pick<IssueFacts, 'id' | 'notes'>,
  deskIds: readonly number[],
): { readonly key: string; readonly note: Note }[] {
  return oldestFirst(issue.notes).flatMap((note) => {
    if (note.system || !deskIds.includes(note.author.id)) return [];
    const value = readMarker('note', note.body);
    if (typeof value !== 'object' || value === null || !('key' in value) || !('issue' in value)) return [];
    if (value.issue !== issue.id || typeof value.key !== 'string') return [];
    return [{ key: value.key, note }];
  });
}

/** Version of a comment: SHA-256 of its body with line ends and trailing blanks as GitLab may change them. */
export function bodyVersion(body: string): string {
  return createHash('sha256').update(body.replaceAll('\r\n', '\n').trim()).digest('hex');
}
