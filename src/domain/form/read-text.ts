import type { FormLine } from './form-lines.ts';
import { answersOf, isNothing, plainValue } from './plain-value.ts';

const longestName = 255;

/** A short text on one line, such as a name; empty: nothing was written. */
export function readShortText(lines: readonly FormLine[]): string {
  return answersOf(lines)
    .map((line) => plainValue(line.text))
    .join(' ')
    .slice(0, longestName)
    .trim();
}

/** Free text with its paragraphs; empty: nothing was written. */
export function readLongText(lines: readonly FormLine[]): string {
  const written = lines.map((line) => {
    if (line.kind === 'blank') return '';
    if (line.kind === 'heading') return line.text;
    return line.item ? `- ${line.text}` : line.text;
  });
  const text = written
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return answersOf(lines).length === 0 || isNothing(text) ? '' : text;
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
