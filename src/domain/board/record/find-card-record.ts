import { bodyVersion } from '../../record/find-notes.ts';
import { markerLine, readMarker } from '../../record/marker.ts';
import type { Note } from '../../snapshot.ts';
import type { FoundCardRecord } from '../card.ts';
import { cardRecord } from './card-record.ts';

/** The start of a marker of a card's record, as it stands in a body. */
const begins = markerLine('card', {}).split('{', 1)[0] ?? '';

/**
 * Finds the record of a card: the oldest note of the desk's own user ids whose marker names this project and this
 * global issue id, so that forged, copied and cloned records are nothing but text (`docs/security.md#approval`). One of
 * the desk's whose marker cannot be read is the damaged record; it is written anew in place. What the desk's user of
 * today has written, the first of the ids, goes before what an earlier one has: nobody else may edit or delete that.
 */
export function findCardRecord(
  notes: readonly Note[],
  card: { readonly id: number; readonly projectId: number },
  deskIds: readonly number[],
): { readonly record: FoundCardRecord | null; readonly surplus: readonly number[] } {
  const found = notes.flatMap(({ id, author, system, body }): FoundCardRecord[] => {
    if (system || typeof id !== 'number' || !deskIds.includes(author.id) || !body.includes(begins)) return [];
    const value = cardRecord.safeParse(readMarker('card', body)).data ?? null;
    if (value !== null && (value.project !== card.projectId || value.issue !== card.id)) return [];
    const isFormer = author.id !== deskIds[0];
    return [{ note: id, version: bodyVersion(body), value, ...(isFormer ? { former: true } : {}) }];
  });
  const [first, ...rest] = found.sort(
    (a, b) => Number(a.former === true) - Number(b.former === true) || a.note - b.note,
  );
  return {
    record: first ?? null,
    surplus: rest.flatMap(({ note, former }) => (former === true ? [] : [note])),
  };
}
