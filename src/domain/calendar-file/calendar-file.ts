import type { Instant } from '../snapshot.ts';

/** One meeting in a calendar file. Nothing in it is escaped yet. */
export interface CalendarEvent {
  /** Names the meeting for good: a calendar that has it already moves it. */
  readonly uid: string;
  /** Counts up with every change of the same meeting. */
  readonly sequence: number;
  /** When the meeting was last decided on. */
  readonly stamp: Instant;
  readonly start: Instant;
  readonly end: Instant;
  readonly summary: string;
  readonly description: string;
}

/** Longest line without its end, in octets of UTF-8 (RFC 5545, 3.1). */
const longestLine = 75;

/** A calendar file by RFC 5545: UTC times, CRLF, folded lines. The same events give the same text, byte for byte. */
export function calendarFile(events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SME Desk//SME Desk//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    'END:VEVENT',
  ];
}

/** `20261203T140000Z`. Seconds are the smallest unit of the format. */
function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A text as a value: no character in it can end the line or the value. Control characters are not allowed at all. */
function escaped(text: string): string {
  return text
    .replace(/\r\n|[\r\n\u2028\u2029\u0085]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** A long line goes on after CRLF and a blank; a character of several octets is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > longestLine) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
