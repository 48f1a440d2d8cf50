import { withoutStruck } from './html-text.ts';
import { startsWithPattern } from './line-start.ts';
import { mark, marksOf } from './text-marks.ts';

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

const longestNothing = 20;
const longestPlaceholder = 200;
const placeholder = /\[(?:enter|select|attach|choose|your|fill)\b[^\]]*\]$/iy;

/** Whether an answer, without blanks around it, says nothing: a dash, `n/a`, `TBD`, or the template's placeholder. */
export function isNothing(word: string): boolean {
  if (word === '') return true;
  if (word.length < longestPlaceholder && startsWithPattern(placeholder, word)) return true;
  if (word.length > longestNothing) return false;
  const bare = word.toLowerCase();
  return nothing.has(bare) || nothing.has(bare.replace(/[.!]$/, ''));
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
  const marks = marksOf(text);
  const struck = (marks & (mark.tilde | mark.tag)) !== 0;
  const bare = withoutWrappers((struck ? withoutStruck(text) : text).trim());
  if ((marks & (mark.backslash | mark.entity)) === 0) return bare;
  return withoutEntities(bare.replace(/\\([!-/:-@[-`{-~])/g, '$1')).trim();
}

function withoutWrappers(text: string): string {
  let from = 0;
  let to = text.length;
  while (to - from >= 2 && wrappers[text.charAt(from)] === text.charAt(to - 1)) {
    from += 1;
    to -= 1;
  }
  return from === 0 ? text : text.slice(from, to).trim();
}

const characterOf: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>' };

function withoutEntities(text: string): string {
  return text.replace(/&[lg]t;/g, (name) => characterOf[name] ?? name).replace(/&amp;/g, '&');
}
