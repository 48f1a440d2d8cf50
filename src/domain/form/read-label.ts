import { endOf, startsWithPattern } from './line-start.ts';

/** A label and where its answer stands. */
interface Label {
  readonly title: string;
  /** Where in the line the answer begins; the length of the line where none stands there. */
  readonly answerAt: number;
}

/** What parts a label from its answer: a colon, a tab, a bar or a dash with blanks around it. */
const separator = /[:\uff1a\t]|\s\|(?=\s|$)|\s[-\u2013\u2014](?=\s|$)/;

/** Blanks behind a separator, and the end of an emphasis that began before it. */
const behindSeparator = /\s*(?:[*_]{1,3}(?=\s|$)\s*)?/y;
const emptyCells = /[|\s]*/y;
const emojiBefore = /:[a-z0-9_+-]{1,40}:/y;
const boldOrHeading = /(?:\*\*|__)[^*_]+(?:\*\*|__)$|#{1,6}[^\s#]/y;

/** More of a line than a label and its separator take. */
const labelLength = 160;

/** `**Area:** AI`, `Area<tab>AI`, `| Area | AI |`, or `**Area**` alone; null when the line has no such form. */
export function readLabel(text: string): Label | null {
  if (text.startsWith('|')) return readRow(text);
  const head = text.length > labelLength ? text.slice(0, labelLength) : text;
  const emoji = startsWithPattern(emojiBefore, head) ? emojiBefore.lastIndex : 0;
  const mark = separator.exec(emoji === 0 ? head : ' '.repeat(emoji) + head.slice(emoji));
  if (mark !== null && mark.index > 0) {
    const answerAt = endOf(behindSeparator, text, mark.index + mark[0].length);
    return { title: head.slice(0, mark.index), answerAt };
  }
  return startsWithPattern(boldOrHeading, head) ? { title: head, answerAt: text.length } : null;
}

/** A row of a table: its first cell is the title. */
function readRow(text: string): Label {
  const end = text.indexOf('|', 1);
  const title = text.slice(1, end < 0 ? text.length : end);
  return { title, answerAt: end < 0 ? text.length : endOf(emptyCells, text, end) };
}

/** The answer behind a label; the cells of a row are parted by blanks. */
export function answerBehind(text: string, { answerAt }: Label): string {
  const rest = text.slice(answerAt);
  return text.startsWith('|') ? rest.split('|').join(' ').trim() : rest;
}
