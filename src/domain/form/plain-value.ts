import type { AnswerLine, FormLine } from './form-lines.ts';

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
  'no response',
  '_no response_',
]);

const placeholder = /^\[(?:enter|select|attach|choose|your|fill)\b[^\]]*\]$/i;

/** Whether an answer says nothing: blank, a dash, `n/a`, `TBD`, or the placeholder of the template. */
export function isNothing(text: string): boolean {
  const word = text.trim();
  return word === '' || nothing.has(word.toLowerCase()) || (word.length < 200 && placeholder.test(word));
}

/** The lines of a section that say something. */
export function answersOf(lines: readonly FormLine[]): readonly AnswerLine[] {
  return lines.filter((line) => line.kind === 'line').filter((line) => !isNothing(plainValue(line.text)));
}

const wrappers: Readonly<Record<string, string>> = { '*': '*', _: '_', '`': '`', '~': '~' };

/** A short value without the Markdown around and in it: emphasis, code, backslashes, character entities. */
export function plainValue(text: string): string {
  let value = text.trim();
  let from = 0;
  let to = value.length;
  while (to - from >= 2 && wrappers[value.charAt(from)] === value.charAt(to - 1)) {
    from += 1;
    to -= 1;
  }
  value = value.slice(from, to).replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return value.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').trim();
}
