import { describe, expect, it } from 'vitest';
import type { CardView, Scores } from '../../../../src/domain/board/card.ts';
import { cardRecord } from '../../../../src/domain/board/record/card-record.ts';
import { cardRecordOf } from '../../../../src/domain/board/record/card-record-of.ts';
import { findCardRecord } from '../../../../src/domain/board/record/find-card-record.ts';
import { markerLine, withMarker } from '../../../../src/domain/record/marker.ts';
import { refusalOfBody } from '../../../../src/run/apply/send-body.ts';
import { boardOf, cardView, groupedAs, impactProblem, movedTo } from '../../../builders/card-on-paper.ts';
import { exampleConfig } from '../../../builders/config.ts';
import { day, desk, monday, user } from '../../../builders/snapshot.ts';

const scores: Scores = {
  kind: 'scored',
  byCard: new Map([
    [
      1,
      { band: 'high', rank: 3, explanation: ['Impact major: 4 points.', 'The deal closes within 30 days.'] },
    ],
  ]),
};

function textOf(view: CardView, context = boardOf([view])): string {
  return cardRecordOf(view, context, []).text;
}

describe('what people read in the record of a card', () => {
  it('where it stands since when, by whom, who may move it, why it has its band, and what is missing', () => {
    const view = movedTo(
      cardView({}, { problems: [impactProblem, impactProblem] }),
      'accepted',
      'omar',
      monday,
    );
    expect(textOf(view, boardOf([view], { scores }))).toBe(
      [
        '**Accepted** since Mon 23 Nov 2026, moved by omar for the product manager; the next review lists it.',
        '',
        '- Score: **high**. Impact major: 4 points. The deal closes within 30 days.',
        '- To be mended in the description above: Impact.',
        '- Moved by product managers, and leads and SMEs of AI (please ask petra): by a `feedback::` label or on the board. Other moves are undone. Who declines it writes why in a comment.',
      ].join('\n'),
    );
  });

  it('names people as they are called, whatever Markdown would make of it', () => {
    const moved = movedTo(cardView(), 'accepted', 'petra');
    const labelEvents = moved.card.labelEvents.map((event) => ({
      ...event,
      user: { id: user('petra').id, username: '_petra_' },
    }));
    const config = exampleConfig();
    const areas = config.areas.map((area) => ({ ...area, productManagers: ['_petra_', 'www.petra'] }));
    const view = { ...moved, card: { ...moved.card, labelEvents } };
    const text = textOf(view, boardOf([view], { config: { ...config, areas } }));
    expect(text).toContain('moved by \\_petra\\_.');
    expect(text).toContain('(please ask \\_petra\\_ or www\\[.\\]petra)');
  });

  it('of a card that nobody has moved says so', () => {
    expect(textOf(cardView())).toContain('**New** since Mon 23 Nov 2026: nobody has moved it yet.');
  });

  it('with which cards it counts together, and whose status goes for all', () => {
    const [head, member] = [movedTo(cardView(), 'roadmap', 'petra'), cardView({ iid: 2 })];
    const context = boardOf([head, member], { groups: groupedAs([1, 2, 3]) });
    expect(textOf(head, context)).toContain(
      'Counts together with #2 and #3. Where this card stands goes for all of them.',
    );
    expect(textOf(member, context)).toContain(
      'Counts together with #1 and #3. Where #1 stands goes for all of them: **Roadmap**.',
    );
  });

  it('names nobody’s customer, calls upon nobody and may be sent', () => {
    const hostile = { ...impactProblem, field: 'Impact @omar <b>', found: 'Acme' };
    const view = movedTo(cardView({}, { problems: [hostile] }), 'accepted', 'petra');
    const text = textOf(view, boardOf([view], { scores }));
    expect(text).not.toMatch(/Acme|006AB/);
    expect(refusalOfBody(text, [])).toBeNull();
  });

  it('is the same on every day on which nothing has changed', () => {
    const view = movedTo(cardView(), 'accepted', 'petra');
    expect(textOf(view, boardOf([view], { now: monday + 99 * day }))).toBe(textOf(view));
  });

  it('keeps the band of its label while Salesforce does not answer, and tells none while it is off', () => {
    const view = cardView({ labels: ['feedback::new', 'score::low'] });
    expect(textOf(view, boardOf([view], { scores: { kind: 'down' } }))).toContain('Score: **low**');
    expect(textOf(view)).not.toContain('Score');
  });
});

describe('what the marker of the record holds', () => {
  const view = movedTo(movedTo(cardView(), 'accepted', 'omar'), 'declined', 'mallory');
  const { record, text } = cardRecordOf(view, boardOf([view]), [7005]);

  it('the move that counts, what was judged, and which cards are the same', () => {
    expect(record).toEqual({
      project: 7,
      issue: 7001,
      status: { event: 1, value: 'accepted', by: user('omar').id, forManager: true },
      judged: 4,
      sameAs: [7005],
    });
  });

  it('is read back as it was written, from the oldest note of the desk on this very card', () => {
    const body = withMarker(text, markerLine('card', record));
    const note = { id: 5, author: desk, body, at: monday, updatedAt: monday, system: false, internal: false };
    const notes = [{ ...note, id: 9 }, note, { ...note, id: 2, author: user('mallory') }];
    const found = findCardRecord(notes, { id: 7001, projectId: 7 }, [desk.id]);
    expect(found.record).toMatchObject({ note: 5, value: cardRecord.parse(record) });
    expect(found.surplus).toEqual([9]);
    expect(findCardRecord(notes, { id: 7002, projectId: 7 }, [desk.id]).record).toBeNull();
    const damaged = { ...note, body: body.replace('"project"', '"projekt"') };
    expect(findCardRecord([damaged], { id: 7001, projectId: 7 }, [desk.id]).record?.value).toBeNull();
  });

  it('is read from an earlier user of the desk, whose comments stay, until the one of today has written its own', () => {
    const body = withMarker(text, markerLine('card', record));
    const former = user('tom');
    const note = {
      id: 5,
      author: former,
      body,
      at: monday,
      updatedAt: monday,
      system: false,
      internal: false,
    };
    const card = { id: 7001, projectId: 7 };
    const before = findCardRecord([note, { ...note, id: 6 }], card, [desk.id, former.id]);
    expect(before.record).toMatchObject({ note: 5, value: cardRecord.parse(record), former: true });
    expect(before.surplus).toEqual([]);
    const after = findCardRecord([note, { ...note, id: 9, author: desk }], card, [desk.id, former.id]);
    expect(after.record).toMatchObject({ note: 9 });
    expect(after.record?.former).toBeUndefined();
    expect(after.surplus).toEqual([]);
  });
});
