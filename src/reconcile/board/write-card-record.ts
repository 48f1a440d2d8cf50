import type { CardView, FoundCardRecord } from '../../domain/board/card.ts';
import { sameAsOf } from '../../domain/board/duplicates/groups.ts';
import { cardRecordOf } from '../../domain/board/record/card-record-of.ts';
import { bodyVersion } from '../../domain/record/find-notes.ts';
import { markerLine, withMarker } from '../../domain/record/marker.ts';
import type { DeleteCardNote, WriteCardRecord } from '../../plan/card-action.ts';
import type { BoardContext } from './card-phase.ts';

/** The record of a card where it says something else than it should, and what two runs at once have left beside it. */
export function writeCardRecord(view: CardView, context: BoardContext): (WriteCardRecord | DeleteCardNote)[] {
  const { card } = view;
  const { record, text } = cardRecordOf(
    view,
    context,
    sameAsOf(view, context.cards, context.config, context.desk.ids),
  );
  const { note = null, version = null } = card.record ?? {};
  const isFormer = card.record?.former === true;
  const surplus = card.surplus.map(
    (each): DeleteCardNote => ({ kind: 'card.note.delete', card: card.iid, note: each }),
  );
  const marker = markerLine('card', record);
  if (bodyVersion(withMarker(text, marker)) === version) return surplus;
  // The reasons of a band are not known then: what the record told of them stays, unless the card has moved.
  const isMarked = markerLine('card', card.record?.value ?? null) === marker;
  if (context.scores.kind === 'down' && isMarked) return surplus;
  const into = isFormer ? { note: null, version: null } : { note, version };
  return [
    ...surplus,
    { kind: 'card.record', card: card.iid, ...into, text, record, why: whyOf(card.record) },
  ];
}

function whyOf(record: FoundCardRecord | null): string {
  if (record === null) return 'the card has no record yet';
  if (record.former === true) return 'the record says something else, and is by an earlier user of the desk';
  return 'the record says something else';
}
