import { describe, expect, it } from 'vitest';
import { markerLine, withMarker } from '../../../src/domain/record/marker.ts';
import { emptyRecord } from '../../../src/domain/record/record-state.ts';
import { lastEventId, newestByLabel } from '../../../src/domain/timeline/fold-labels.ts';
import { ownHistory } from '../../../src/domain/timeline/own-history.ts';
import { event } from '../../builders/label-history.ts';
import { desk, hour, issue, monday, user } from '../../builders/snapshot.ts';

describe('label events folded by label id', () => {
  it('a renamed label is one label, a re-created one is another', () => {
    const events = [
      event(4, 'omar', 'remove', 'request::approved', 104),
      event(3, 'omar', 'add', 'request::approved', 104),
      event(5, 'omar', 'add', 'request::approved', 777),
      event(6, 'omar', 'add', null),
    ];
    const newest = newestByLabel(events);
    expect(newest.get(104)?.id).toBe(4);
    expect(newest.get(777)?.id).toBe(5);
    expect(newest.size).toBe(2);
  });

  it('the highest id is one that GitLab gave, in any order, and 0 without events', () => {
    expect(lastEventId([])).toBe(0);
    expect(lastEventId([event(9, 'omar', 'add', null), event(3, 'omar', 'add', null)])).toBe(9);
    expect(lastEventId([{ ...event(9, 'desk', 'add', null), id: 9 + 3 / 1024 }])).toBe(9);
  });
});

describe('the history of an issue itself', () => {
  const add = event(3, 'omar', 'add', 'request::approved');

  it('leaves out what is older than the issue: a clone brings the events of the original along', () => {
    const clone = issue({
      createdAt: monday + 5 * hour,
      labelEvents: [add, event(6, 'omar', 'add', 'request::approved')],
    });
    expect(ownHistory(clone, [desk.id]).labelEvents.map((each) => each.id)).toEqual([6]);
  });

  it('leaves out what is older than a record of another issue: a moved issue keeps its dates', () => {
    const labels = { approved: 104, declined: 111 };
    const foreign = withMarker(
      'Approved.',
      markerLine('record', emptyRecord({ project: 7, issue: 4000, labels })),
    );
    const note = {
      id: 1,
      author: desk,
      body: foreign,
      at: monday,
      updatedAt: monday + 4 * hour,
      system: false,
      internal: false,
    };
    const closing = { id: 3, user: user('omar'), at: monday + 3 * hour, state: 'closed' as const };
    const moved = issue({
      labelEvents: [add, event(6, 'omar', 'add', 'request::approved')],
      stateEvents: [closing],
      notes: [note],
    });
    expect(ownHistory(moved, [desk.id]).labelEvents.map((each) => each.id)).toEqual([6]);
    expect(ownHistory(moved, [desk.id]).stateEvents).toEqual([]);
    // The desk has moved its label after it wrote the record: only GitLab's own note tells when the issue came here.
    const arrived = { ...note, id: 2, author: user('omar'), body: 'moved from acme/other#1', system: true };
    const notes = [note, { ...arrived, at: monday + 6 * hour }];
    const late = {
      ...moved,
      notes,
      labelEvents: [...moved.labelEvents, event(7, 'omar', 'add', 'request::declined')],
    };
    expect(ownHistory(late, [desk.id]).labelEvents.map((each) => each.id)).toEqual([7]);
    const forged = { ...late, notes: [note, { ...arrived, at: monday + 6 * hour, system: false }] };
    expect(ownHistory(forged, [desk.id]).labelEvents.map((each) => each.id)).toEqual([6, 7]);
    const byMallory = { ...moved, notes: [{ ...note, author: user('mallory') }] };
    expect(ownHistory(byMallory, [desk.id])).toBe(byMallory);
  });
});
