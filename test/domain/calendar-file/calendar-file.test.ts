import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarFile } from '../../../src/domain/calendar-file/calendar-file.ts';

const meeting: CalendarEvent = {
  uid: 'sme-request-7-1-1@gitlab.example.com',
  sequence: 0,
  stamp: Date.parse('2026-11-23T08:00:00.999Z'),
  start: Date.parse('2026-12-03T14:00Z'),
  end: Date.parse('2026-12-03T15:30Z'),
  summary: 'SME engagement: AI, Customer Demo',
  description: 'What it is about, and who comes: https://gitlab.example.com/acme/sme-desk/-/issues/1',
};

/** What a calendar makes of a file: lines put together again, values by name, one map for each meeting. */
function read(text: string): Map<string, string>[] {
  const events: Map<string, string>[] = [];
  for (const line of text.replaceAll('\r\n ', '').split('\r\n')) {
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    if (line === '') continue;
    const colon = line.indexOf(':');
    events.at(-1)?.set(line.slice(0, colon), line.slice(colon + 1));
  }
  return events;
}

/** The text that a value stands for. */
function unescaped(value = ''): string {
  return value.replace(/\\(n|.)/gu, (_, character: string) => (character === 'n' ? '\n' : character));
}

describe('a calendar file', () => {
  it('has one event for each meeting, in UTC, with what names it for good', () => {
    const second = { ...meeting, uid: 'sme-request-7-1-2@gitlab.example.com', sequence: 2 };
    const events = read(calendarFile([meeting, second])).map((each) => Object.fromEntries(each));
    expect(events).toMatchObject([
      {
        UID: meeting.uid,
        SEQUENCE: '0',
        DTSTAMP: '20261123T080000Z',
        DTSTART: '20261203T140000Z',
        DTEND: '20261203T153000Z',
        SUMMARY: 'SME engagement: AI\\, Customer Demo',
      },
      { UID: second.uid, SEQUENCE: '2' },
    ]);
  });

  it('is the same text for the same meetings', () => {
    expect(calendarFile([meeting])).toBe(calendarFile([{ ...meeting }]));
  });

  it('holds any text on lines of at most 75 octets, and gives it back', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const file = calendarFile([{ ...meeting, summary, description }]);
        const lines = file.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
        expect(lines.filter((line) => /[\p{Cc}]/u.test(line))).toEqual([]);
        const [event] = read(file);
        expect([...(event?.keys() ?? [])]).toHaveLength(9);
        expect(unescaped(event?.get('SUMMARY'))).toBe(plain(summary));
        expect(unescaped(event?.get('DESCRIPTION'))).toBe(plain(description));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a hostile name inside its value', () => {
    const summary = 'a\r\nATTENDEE:mailto:x@example.com\nEND:VEVENT';
    expect(read(calendarFile([{ ...meeting, summary }]))).toHaveLength(1);
    expect(calendarFile([{ ...meeting, summary }])).not.toMatch(/^ATTENDEE/mu);
  });
});

/** Line ends are one kind, other control characters blanks. */
function plain(text: string): string {
  return text
    .replace(/\r\n|[\r\n\u2028\u2029\u0085]/g, '\n')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' ? '\n' : ' '));
}
