import { answerText, isAnswered } from './answers.ts';
import type { FormLine } from './form-lines.ts';
import { isNothing } from './plain-value.ts';

const longestName = 255;

/** A short text on one line, such as a name; empty: nothing was written. */
export function readShortText(lines: readonly FormLine[]): string {
  return answerText(lines, longestName).trim();
}

/** Free text with its paragraphs; empty: nothing was written. */
export function readLongText(lines: readonly FormLine[]): string {
  const written: string[] = [];
  for (const line of lines) {
    const text = writtenLine(line);
    // One empty line parts paragraphs as well as ten.
    if (text !== '' || written.at(-1) !== '') written.push(text);
  }
  const text = written.join('\n').trim();
  return isAnswered(lines) && !isNothing(text) ? text : '';
}

function writtenLine(line: FormLine): string {
  if (line.kind === 'blank') return '';
  return line.kind === 'line' && line.item ? `- ${line.text}` : line.text;
}

/** A question says something: it has a letter. */
function isQuestion(text: string): boolean {
  return /\p{L}/u.test(text) && !isNothing(text);
}

/** The entries of a list: one per item or paragraph; lines that go on with one belong to it. */
export function readEntries(lines: readonly FormLine[]): readonly string[] {
  const entries: string[][] = [];
  let current: string[] | null = null;
  for (const line of lines) {
    if (line.kind !== 'line' || line.text === '') {
      if (line.kind === 'blank') current = null;
      continue;
    }
    if (current === null || line.item) {
      current = [];
      entries.push(current);
    }
    current.push(line.text);
  }
  return entries.map((parts) => parts.join(' ')).filter(isQuestion);
}
