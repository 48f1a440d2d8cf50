import type { AnswerLine, FormLine } from './form-lines.ts';
import { withoutStruck } from './html-text.ts';

/** What people write where they have nothing to say yet. */
const nothing = new Set([
  '-',
  '--',
  '–',
  '—',
  '.',
  '..',
  '...',
  '…',
  '?',
  '_',
  '__',
  '___',
  'n/a',
  'na',
  'n.a.',
  'none',
  'none yet',
  'nothing',
  'tbd',
  'tbc',
  'tba',
  'to be defined',
  'to be decided',
  'to be confirmed',
  'unknown',
  'no',
  'none so far',
  'none known',
  'there is none',
  'there are none',
  'not yet',
  'not known',
  'not known yet',
  'not applicable',
  'no response',
  '_no response_',
]);

const placeholder = /^\[(?:enter|select|attach|choose|your|fill)\b[^\]]*\]$/i;

/** Whether an answer says nothing: blank, a dash, `n/a`, `TBD`, or the placeholder of the template. */
export function isNothing(text: string): boolean {
  const word = text.trim();
  const bare = word.length < 40 ? word.toLowerCase() : '';
  return (
    word === '' ||
    nothing.has(bare) ||
    nothing.has(bare.replace(/[.!]$/, '')) ||
    (word.length < 200 && placeholder.test(word))
  );
}

/** The lines of a section that say something. */
export function answersOf(lines: readonly FormLine[]): readonly AnswerLine[] {
  return lines.filter((line) => line.kind === 'line').filter((line) => !isNothing(plainValue(line.text)));
}

const wrappers: Readonly<Record<string, string>> = {
  '*': '*',
  _: '_',
  '`': '`',
  '~': '~',
  '\u201c': '\u201d',
  '"': '"',
};

/** A short value without the Markdown around and in it: emphasis, code, backslashes, entities, what is struck out. */
export function plainValue(text: string): string {
  let value = withoutStruck(text).trim();
  let from = 0;
  let to = value.length;
  while (to - from >= 2 && wrappers[value.charAt(from)] === value.charAt(to - 1)) {
    from += 1;
    to -= 1;
  }
  value = value.slice(from, to).replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return value.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').trim();
}
