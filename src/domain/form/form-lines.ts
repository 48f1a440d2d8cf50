import type { Block } from '../markdown/block.ts';
import { readBox } from '../markdown/line-shape.ts';
import { withoutInvisible } from '../markdown/visible-text.ts';

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
    };

export type AnswerLine = Extract<FormLine, { kind: 'line' }>;

/** Bullets and boxes that word processors paste. */
const bullet = /^[\u2022\u00b7\u25e6\u25aa\u25cf\u25cb\u2023\uf0b7\u2013\u2014][ \t]+/;
const emptyBox = /^[\u2610\u25a1\u25fb][ \t]*/;
const tickedBox = /^[\u2611\u2612\u2714\u2713\u2705][\ufe0f]?[ \t]*/;
const tightMarker = /^[-*+](?=\[)/;

function cleaned(text: string): string {
  return withoutInvisible(text.replace(/[\u00a0\u2007\u202f]|&nbsp;/g, ' ')).trim();
}

function answer(text: string, plain: boolean, item: boolean, checked: boolean | null): AnswerLine {
  const clean = cleaned(text);
  if (plain || checked !== null) return { kind: 'line', text: clean, item, checked, plain };
  const bare = clean.replace(bullet, '').replace(tightMarker, '');
  const listed = item || bare !== clean;
  if (emptyBox.test(bare)) {
    return { kind: 'line', text: bare.replace(emptyBox, ''), item: true, checked: false, plain };
  }
  if (tickedBox.test(bare)) {
    return { kind: 'line', text: bare.replace(tickedBox, ''), item: true, checked: true, plain };
  }
  const box = readBox(bare);
  if (box === null) return { kind: 'line', text: bare, item: listed, checked: null, plain };
  return { kind: 'line', text: box.rest, item: true, checked: box.checked, plain };
}

function linesOfBlock(block: Block): readonly FormLine[] {
  const quoted = block.quote > 0;
  switch (block.kind) {
    case 'heading':
      if (quoted) return [answer(block.text, true, false, null)];
      return [{ kind: 'heading', text: cleaned(block.text) }];
    case 'item':
      return [answer(block.text, quoted, true, block.checked)];
    case 'text':
      return [answer(block.text, quoted, false, null)];
    case 'fence':
      return block.text.split('\n').map((line) => answer(line, true, false, null));
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
