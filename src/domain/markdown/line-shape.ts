/** Pure readings of one line of Markdown. Each looks at a character a fixed number of times at most. */

/** What stands before the content of a line. */
export interface Lead {
  readonly quote: number;
  /** Columns of blanks behind the last quote mark; a tab ends at the next multiple of four. */
  readonly indent: number;
  /** Offset of the content in the line. */
  readonly content: number;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** Quote marks and indentation. A quote mark indented by four is content, as CommonMark has it. */
export function readLead(line: string): Lead {
  let quote = 0;
  let indent = 0;
  let at = 0;
  for (; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (isBlank(character)) {
      indent = character === '\t' ? indent + 4 - (indent % 4) : indent + 1;
    } else if (character === '>' && indent <= 3) {
      quote += 1;
      indent = 0;
      if (line.charAt(at + 1) === ' ') at += 1;
    } else {
      break;
    }
  }
  return { quote, indent, content: at };
}

/** How often the first character is repeated at the start. */
function runLength(text: string, from = 0): number {
  const first = text.charAt(from);
  let end = from;
  while (end < text.length && text.charAt(end) === first) end += 1;
  return end - from;
}

/** Level and text of an ATX heading, or null. A closing run of `#` is not part of the text. */
export function readHeading(text: string): { readonly level: number; readonly text: string } | null {
  const level = text.startsWith('#') ? runLength(text) : 0;
  if (level < 1 || level > 6) return null;
  if (level < text.length && !isBlank(text.charAt(level))) return null;
  const content = text.slice(level).trim();
  let end = content.length;
  while (end > 0 && content.charAt(end - 1) === '#') end -= 1;
  const closes = end === 0 || isBlank(content.charAt(end - 1));
  return { level, text: closes ? content.slice(0, end).trim() : content };
}

/** Three or more of `-`, `*` or `_` and nothing else. */
export function isRule(text: string): boolean {
  const first = text.charAt(0);
  if (first !== '-' && first !== '*' && first !== '_') return false;
  let count = 0;
  for (const character of text) {
    if (character === first) count += 1;
    else if (!isBlank(character)) return false;
  }
  return count >= 3;
}

/** The opening of a fence: its run and its info string, or null. */
export function readFence(text: string): { readonly run: string; readonly info: string } | null {
  if (!text.startsWith('```') && !text.startsWith('~~~')) return null;
  const run = text.slice(0, runLength(text));
  const info = text.slice(run.length).trim();
  if (run.startsWith('`') && info.includes('`')) return null;
  return { run, info };
}

/** A list marker with what follows it, or null. `width` is the marker with its blanks. */
export function readMarker(
  text: string,
): { readonly number: number | null; readonly width: number; readonly rest: string } | null {
  let at = 0;
  while (at < 9 && text.charAt(at) >= '0' && text.charAt(at) <= '9') at += 1;
  const ordered = at > 0;
  const number = ordered ? Number(text.slice(0, at)) : null;
  const mark = text.charAt(at);
  if (ordered ? mark !== '.' && mark !== ')' : mark !== '-' && mark !== '*' && mark !== '+') return null;
  at += 1;
  if (at < text.length && !isBlank(text.charAt(at))) return null;
  const marker = at;
  while (at < text.length && isBlank(text.charAt(at))) at += 1;
  const blanks = at - marker;
  return { number, width: marker + (blanks >= 1 && blanks <= 4 ? blanks : 1), rest: text.slice(at) };
}

const ticks = new Set(['x', 'X', '*', '\u2713', '\u2714', '\u2705', '\u2611']);
const unticked = new Set(['', '~', '-']);

/** A task's box at the start of an item. Hurried ones count: `[x ]`, `[]`, `[x]text`. A link's text does not. */
export function readBox(text: string): { readonly checked: boolean; readonly rest: string } | null {
  if (!text.startsWith('[')) return null;
  const close = text.slice(0, 8).indexOf(']');
  const next = text.charAt(close + 1);
  if (close < 0 || next === '(' || next === '[' || next === ':') return null;
  const inside = text.slice(1, close).replace('\ufe0f', '').trim();
  if (!ticks.has(inside) && !unticked.has(inside)) return null;
  return { checked: ticks.has(inside), rest: text.slice(close + 1).trim() };
}
