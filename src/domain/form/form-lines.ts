import type { Block } from '../markdown/block.ts';
import { readBox } from '../markdown/line-shape.ts';
import { withoutInvisible } from '../markdown/visible-text.ts';
import { htmlLines, isHtmlHeading, isHtmlItem, withoutTags } from './html-text.ts';

/** One line of a form after its Markdown is read off. */
export type FormLine =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly item: boolean;
      /** A ticked or empty box; null: no box. */
      readonly checked: boolean | null;
      /** Quoted or fenced: an answer, but never a heading or label of the form. */
      readonly plain: boolean;
      /** The number of an item of a numbered list. */
      readonly number?: number;
    };

export type AnswerLine = Extract<FormLine, { kind: 'line' }>;

/** Bullets and boxes that word processors paste; the last ones are those of their symbol fonts. */
const bullet =
  /^(?:[\u2022\u00b7\u25e6\u25aa\u25cf\u25cb\u2023\uf0b7\uf0a7\u2013\u2014][ \t]+|o(?:\t[ \t]*|[ \t]{2,}))/;
const emptyBox = /^[\u2610\u25a1\u25fb\u274c\uf0a8\uf06f][\ufe0f]?[ \t]*/;
const tickedBox = /^[\u2611\u2612\u2714\u2713\u2705\u25a0\uf078\uf0fe\uf0fd\uf052][\ufe0f]?[ \t]*/;
/** A list marker that the scanner has not taken off: no blank behind it, or a hint in front. */
const looseMarker = /^[-*+][ \t]{0,4}(?=[[(])/;
const tickBefore = /^(?:[xX]|[\u2713\u2714\u2705]\ufe0f?)\s+(?=\S)/;
const tickBehind = /\s+(?:\[[xX]\]|[\u2713\u2714\u2705]\ufe0f?)$/;
const escapedBox = /^\\\[(.{0,3})\\\](?=\s|$)/;
const roundBox = /^\(([xX\u2713\u2714]?| {1,3})\)(?=\s)/;

function cleaned(text: string): string {
  return withoutInvisible(text.replace(/[\u00a0\u2007\u202f]|&nbsp;/g, ' ')).trim();
}

/** A tick beside an empty box instead of in it: `- [ ] x AI`, `- [ ] AI [x]`. */
function ticked(line: AnswerLine): AnswerLine {
  if (line.checked !== false) return line;
  const text = line.text.replace(tickBefore, '').replace(tickBehind, '');
  return text === line.text ? line : { ...line, text, checked: true };
}

/** Reads bullet and box off a line of text; `item`: the scanner has taken a list marker off already. */
export function answerLine(text: string, item: boolean): AnswerLine {
  const clean = withoutTags(text);
  const bare = clean
    .replace(bullet, '')
    .replace(looseMarker, '')
    .replace(escapedBox, '[$1]')
    .replace(roundBox, '[$1]');
  const listed = item || bare !== clean || isHtmlItem(text);
  const line = (rest: string, checked: boolean | null): AnswerLine => ({
    kind: 'line',
    text: rest,
    item: listed || checked !== null,
    checked,
    plain: false,
  });
  if (emptyBox.test(bare)) return line(bare.replace(emptyBox, ''), false);
  if (tickedBox.test(bare)) return line(bare.replace(tickedBox, ''), true);
  const box = readBox(bare);
  return box === null ? line(bare, null) : ticked(line(box.rest, box.checked));
}

function answer(text: string, plain: boolean, item: boolean, checked: boolean | null): readonly FormLine[] {
  const clean = cleaned(text);
  if (plain) return [{ kind: 'line', text: clean, item, checked, plain }];
  if (checked !== null) return [ticked({ kind: 'line', text: withoutTags(clean), item, checked, plain })];
  if (isHtmlHeading(clean)) return [{ kind: 'heading', text: withoutTags(clean) }];
  // Code may be about HTML: then its tags are what is asked about.
  const pieces = clean.includes('`') ? [clean] : htmlLines(clean);
  return pieces.flatMap((piece, index) => {
    const part = clean.startsWith('|') && pieces.length > 1 ? piece.replace(/\|\s*$/, '') : piece;
    const line = answerLine(part.trim(), item && index === 0);
    return index === 0 ? [line] : [{ kind: 'blank' } as const, line];
  });
}

function numbered(lines: readonly FormLine[], number: number | null): readonly FormLine[] {
  const [first, ...rest] = lines;
  return number === null || first?.kind !== 'line' ? lines : [{ ...first, number }, ...rest];
}

function linesOfBlock(block: Block): readonly FormLine[] {
  const quoted = block.quote > 0;
  switch (block.kind) {
    case 'heading':
      if (quoted) return answer(block.text, true, false, null);
      return [{ kind: 'heading', text: withoutTags(cleaned(block.text).replace(/<br\s{0,3}\/?>$/i, '')) }];
    case 'item':
      return numbered(answer(block.text, quoted, true, block.checked), block.number);
    case 'text':
      return answer(block.text, quoted, false, null);
    case 'fence':
      return block.text.split('\n').flatMap((line) => answer(line, true, false, null));
    case 'blank':
      return [{ kind: 'blank' }];
    case 'rule':
    case 'comment':
      return [];
    default:
      return block satisfies never;
  }
}

/** The lines of a form. Comments and rules are gone: they are the template's, not the person's. */
export function formLines(blocks: readonly Block[]): readonly FormLine[] {
  return blocks.flatMap(linesOfBlock);
}
