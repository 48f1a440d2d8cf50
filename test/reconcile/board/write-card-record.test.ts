import { describe, expect, it } from 'vitest';
import type { Scores } from '../../../src/domain/board/card.ts';
import { cardRecord } from '../../../src/domain/board/record/card-record.ts';
import { bodyVersion } from '../../../src/domain/record/find-notes.ts';
import { markerLine, withMarker } from '../../../src/domain/record/marker.ts';
import { writeCardRecord } from '../../../src/reconcile/board/write-card-record.ts';
import { boardOf, cardView, movedTo } from '../../builders/card-on-paper.ts';

const scores: Scores = {
  kind: 'scored',
  byCard: new Map([[1, { band: 'high', rank: 1, explanation: ['Impact major: 4 points.'] }]]),
};
const labels = [...cardView().card.labels, 'score::high'];

/** The card with the record that the desk writes of it with these scores. */
function written(view = cardView({ labels })) {
  const [action] = writeCardRecord(view, boardOf([view], { scores }));
  if (action?.kind !== 'card.record') throw new Error('there is a record to write');
  const version = bodyVersion(withMarker(action.text, markerLine('card', action.record)));
  return {
    ...view,
    card: { ...view.card, record: { note: 5, version, value: cardRecord.parse(action.record) } },
  };
}

describe('the record of a card', () => {
  it('is created once, and left alone while it says what it should', () => {
    const view = written();
    expect(writeCardRecord(view, boardOf([view], { scores }))).toEqual([]);
    expect(
      writeCardRecord({ ...view, card: { ...view.card, surplus: [8] } }, boardOf([view], { scores })),
    ).toEqual([{ kind: 'card.note.delete', card: 1, note: 8 }]);
  });

  it('keeps the reasons of its band while Salesforce does not answer, unless the card is moved', () => {
    const view = written();
    const down = { scores: { kind: 'down' } } as const;
    expect(writeCardRecord(view, boardOf([view], down))).toEqual([]);
    const moved = movedTo(view, 'accepted', 'petra');
    const [action] = writeCardRecord(moved, boardOf([moved], down));
    expect(action).toMatchObject({ kind: 'card.record', note: 5, version: view.card.record.version });
  });

  it('is written anew in place where its marker is damaged', () => {
    const view = written();
    const damaged = { ...view.card, record: { note: 5, version: 'other', value: null } };
    expect(writeCardRecord({ ...view, card: damaged }, boardOf([view], { scores }))).toMatchObject([
      { kind: 'card.record', note: 5, version: 'other' },
    ]);
  });

  it('is a new comment where an earlier user of the desk has written the one that is there', () => {
    const view = written();
    const former = { ...view.card, record: { ...view.card.record, former: true as const } };
    const context = boardOf([view], { scores });
    expect(writeCardRecord({ ...view, card: former }, context)).toEqual([]);
    const moved = movedTo({ ...view, card: former }, 'accepted', 'petra');
    expect(writeCardRecord(moved, context)).toMatchObject([
      { kind: 'card.record', note: null, version: null },
    ]);
  });
});
