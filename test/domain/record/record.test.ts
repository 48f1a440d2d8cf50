import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLines } from '../../../src/domain/markdown/command-lines.ts';
import {
  bodyVersion,
  findForeignRecord,
  findRecord,
  keyedNotes,
} from '../../../src/domain/record/find-notes.ts';
import { markerLine, readMarker, withMarker } from '../../../src/domain/record/marker.ts';
import {
  emptyRecord,
  type RecordState,
  withDecided,
  withNewApproval,
} from '../../../src/domain/record/record-state.ts';
import { fileLink, isReference, settleWords, whenDone } from '../../../src/domain/record/reference-words.ts';
import type { Note } from '../../../src/domain/snapshot.ts';
import { desk, issue, monday, user } from '../../builders/snapshot.ts';

const labels = { approved: 104, declined: 111 };
const mine = emptyRecord({ project: 7, issue: 5001, labels });

function note(id: Note['id'], body: string, changes: Partial<Note> = {}): Note {
  return {
    id,
    author: desk,
    body,
    at: monday,
    updatedAt: monday,
    system: false,
    internal: false,
    ...changes,
  };
}

function recordNote(id: Note['id'], record: RecordState = mine, changes: Partial<Note> = {}): Note {
  return note(id, withMarker('Waiting.', markerLine('record', record)), changes);
}

describe('a marker', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const hostile = fc.constantFrom(
    '-->',
    '--!>',
    '<!--',
    '\n/close',
    '\r/close',
    '\u2028/close',
    '\u0085/close',
    '\ud800',
    '```',
  );
  const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), hostile)).map((parts) => parts.join(''));

  it('keeps every text, never ends its comment early and never begins a line with a command', () => {
    fc.assert(
      fc.property(fc.dictionary(text, text), text, (value, before) => {
        const line = markerLine('record', value);
        expect(line).toMatch(/^<!-- sme-desk:record [\x20-\x7e]* -->$/);
        expect(line.indexOf('-->')).toBe(line.length - 3);
        expect(line.slice(4)).not.toMatch(/--[^>]|<!/);
        expect(commandLines(line)).toEqual([]);
        expect(readMarker('record', withMarker(before, line))).toEqual(value);
      }),
    );
  });

  it('keeps every JSON value without negative numbers', () => {
    fc.assert(
      fc.property(json, (value) => {
        fc.pre(!/[:[,]-|^-|e-/.test(JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, '""')));
        expect(readMarker('note', withMarker('words', markerLine('note', value)))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it('is the last one of a body, and damaged is nothing', () => {
    const body = withMarker(markerLine('record', { a: 1 }), markerLine('record', { a: 2 }));
    expect(readMarker('record', body)).toEqual({ a: 2 });
    expect(readMarker('record', body.slice(0, -4))).toBeNull();
    expect(readMarker('record', '<!-- sme-desk:record {"a":} -->')).toBeNull();
    expect(readMarker('note', body)).toBeNull();
  });
});

describe('the record of a request', () => {
  it('is the oldest of the desk; later ones are surplus, in whatever order they are listed', () => {
    const found = findRecord(issue({ notes: [recordNote(30), recordNote(10), recordNote(20)] }), [desk.id]);
    expect(found.note?.id).toBe(10);
    expect(found.surplus.map((each) => each.id)).toEqual([20, 30]);
  });

  it('one that this plan writes comes after all that were read', () => {
    const found = findRecord(issue({ notes: [recordNote('record(1)'), recordNote(10)] }), [desk.id]);
    expect(found.note?.id).toBe(10);
  });

  it.each<[string, Note]>([
    ['written by somebody else', recordNote(1, mine, { author: user('mallory') })],
    ['a system note', recordNote(1, mine, { system: true })],
    ['of another issue: a clone', recordNote(1, { ...mine, issue: 4000 })],
    ['of another project: a move', recordNote(1, { ...mine, project: 8 })],
    [
      'a comment that only quotes a marker of another kind',
      note(1, withMarker('x', markerLine('note', mine))),
    ],
  ])('is not found: %s', (_, forged) => {
    expect(findRecord(issue({ notes: [forged] }), [desk.id])).toEqual({
      note: null,
      state: null,
      surplus: [],
    });
  });

  it('by an earlier token of the desk is the desk’s own', () => {
    const old = recordNote(1, mine, { author: { id: 899, username: 'project_7_bot_old' } });
    expect(findRecord(issue({ notes: [old] }), [desk.id, 899]).state).toEqual(mine);
  });

  it.each([
    ['cut off', (body: string) => body.slice(0, -20)],
    ['not JSON', (body: string) => body.replace('{', '{{')],
    ['of a version to come', (body: string) => body.replace('"version":1', '"version":2')],
    ['with a field too many', (body: string) => body.replace('"version":1', '"version":1,"admin":true')],
    ['with a field of another kind', (body: string) => body.replace('"shownAfter":null', '"shownAfter":"0"')],
  ])('that is %s is damaged: its note is known, its state is not', (_, damage) => {
    const good = recordNote(5);
    const found = findRecord(issue({ notes: [{ ...good, body: damage(good.body) }] }), [desk.id]);
    expect(found.note?.id).toBe(5);
    expect(found.state).toBeNull();
  });

  it('of another issue is the trace of a clone; only the newest of the desk’s own counts', () => {
    const foreign = { ...mine, issue: 4000 };
    const notes = [
      recordNote(9, foreign),
      recordNote(3, foreign),
      recordNote(12, foreign, { author: user('mallory') }),
    ];
    expect(findForeignRecord(issue({ notes }), [desk.id])?.id).toBe(9);
    expect(findForeignRecord(issue({ notes: [recordNote(1)] }), [desk.id])).toBeNull();
  });

  it('keyed comments are the desk’s own on this issue, oldest first', () => {
    const keyed = (id: number, value: unknown, changes: Partial<Note> = {}) =>
      note(id, withMarker('x', markerLine('note', value)), changes);
    const notes = [
      keyed(4, { issue: 5001, key: 'b' }),
      keyed(2, { issue: 5001, key: 'a' }),
      keyed(3, { issue: 4000, key: 'c' }),
      keyed(5, { issue: 5001, key: 'd' }, { author: user('mallory') }),
      keyed(6, { issue: 5001, key: 6 }),
      keyed(7, 'text'),
    ];
    expect(keyedNotes(issue({ notes }), [desk.id]).map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('has one version whatever GitLab does to line ends and trailing blanks', () => {
    expect(bodyVersion('a\r\nb \n')).toBe(bodyVersion('a\nb'));
    expect(bodyVersion('a\nb')).not.toBe(bodyVersion('a\nc'));
  });
});

describe('what a record remembers', () => {
  it('the last four transitions, each once', () => {
    let decided: RecordState['decided'] = [];
    for (const on of [1, 1, 2, 3, 4, 5]) decided = withDecided(decided, { to: 'assigned', on });
    expect(decided.map((each) => each.on)).toEqual([2, 3, 4, 5]);
  });

  it('an approval and, as history, those before it; the same one twice is one', () => {
    const first = { event: 1, user: 12, digest: 'd' };
    const second = { event: 5, user: 12, digest: 'd' };
    const once = withNewApproval(withNewApproval(mine, first), first);
    expect(once).toMatchObject({ approval: first, pastApprovals: [] });
    expect(withNewApproval(once, second)).toMatchObject({ approval: second, pastApprovals: [first] });
  });

  it('words that depend on how an action ends', () => {
    const text = `Row: ${whenDone('row(1,005AB)', 'done', 'not yet')}.`;
    expect(settleWords(text, () => 7)).toBe('Row: done.');
    expect(settleWords(text, () => null)).toBe('Row: not yet.');
    expect(isReference('file(1,calendar:1)')).toBe(true);
    expect(isReference('invite(1,C0X)')).toBe(true);
    expect(isReference('invited')).toBe(false);
  });

  it('a file is linked where it came about, and its line left out where it did not', () => {
    const text = `One.\n- ${fileLink('file(12,calendar:1)', 'Calendar file')}\nTwo.`;
    expect(settleWords(text, () => '/uploads/ab/x.ics')).toBe(
      'One.\n- [Calendar file](/uploads/ab/x.ics)\nTwo.',
    );
    expect(settleWords(text, () => null)).toBe('One.\nTwo.');
  });
});
