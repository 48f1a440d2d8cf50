import type { Block } from '../markdown/block.ts';
import { readBox } from '../markdown/line-shape.ts';
import { withoutInvisible } from '../markdown/visible-text.ts';
import { htmlLines, isHtmlHeading, isHtmlItem, withoutTags } from './html-text.ts';
import { replaceAtStart, startsWithPattern } from './line-start.ts';
import { mark, marksOf } from './text-marks.ts';

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
  /(?:[\u2022\u00b7\u25e6\u25aa\u25cf\u25cb\u2023\uf0b7\uf0a7\u2013\u2014][ \t]+|o(?:\t[ \t]*|[ \t]{2,}))/y;
const emptyBox = /[\u2610\u25a1\u25fb\u274c\uf0a8\uf06f][\ufe0f]?[ \t]*/y;
const tickedBox = /[\u2611\u2612\u2714\u2713\u2705\u25a0\uf078\uf0fe\uf0fd\uf052][\ufe0f]?[ \t]*/y;
/** A list marker that the scanner has not taken off: no blank behind it, or a hint in front. */
const looseMarker = /[-*+][ \t]{0,4}(?=[[(])/y;
const escapedBox = /\\\[(.{0,3})\\\](?=\s|$)/y;
const roundBox = /\(([xX\u2713\u2714]?| {1,3})\)(?=\s)/y;
/** No bullet and no box begins like this: most lines of most forms do. */
const wordStart = /(?!o[ \t])[A-Za-z0-9"'/<:|.]/y;
const tickBefore = /(?:[xX]|[\u2713\u2714\u2705]\ufe0f?)\s+(?=\S)/y;
const tickBehind = /(?:\[[xX]\]|[\u2713\u2714\u2705]\ufe0f?)$/;
const endsOfTicks = new Set([']', '\u2713', '\u2714', '\u2705', '\ufe0f']);

/** A line as it looks, with blanks that are spaces. The scanner leaves none around a line, but in a fence. */
function cleaned(text: string, marks: number): string {
  const spaced =
    (marks & (mark.oddBlank | mark.entity)) === 0 ? text : text.replace(/[\u00a0\u2007\u202f]|&nbsp;/g, ' ');
  const seen = (marks & mark.unseen) === 0 ? spaced : withoutInvisible(spaced);
  return seen === text ? text : seen.trim();
}

/** The text before a tick at its end. Only its end is looked at: a pattern would begin anew at every blank. */
function withoutTickBehind(text: string): string {
  if (!endsOfTicks.has(text.charAt(text.length - 1))) return text;
  const tick = tickBehind.exec(text.slice(-3))?.[0];
  if (tick === undefined) return text;
  const before = text.slice(0, text.length - tick.length);
  const rest = before.trimEnd();
  return rest.length < before.length ? rest : text;
}

/** A tick beside an empty box instead of in it: `- [ ] x AI`, `- [ ] AI [x]`. */
function ticked(line: AnswerLine): AnswerLine {
  if (line.checked !== false) return line;
  const text = withoutTickBehind(replaceAtStart(tickBefore, line.text, ''));
  return text === line.text ? line : { ...line, text, checked: true };
}

function withoutBullet(text: string): string {
  const bare = replaceAtStart(looseMarker, replaceAtStart(bullet, text, ''), '');
  return replaceAtStart(roundBox, replaceAtStart(escapedBox, bare, '[$1]'), '[$1]');
}

/** Reads bullet and box off a line of text; `item`: the scanner has taken a list marker off already. */
export function answerLine(text: string, item: boolean, marks = marksOf(text)): AnswerLine {
  const tagged = (marks & mark.tag) !== 0;
  const clean = tagged ? withoutTags(text) : text;
  const isWord = startsWithPattern(wordStart, clean);
  const bare = isWord ? clean : withoutBullet(clean);
  const listed = item || bare !== clean || (tagged && isHtmlItem(text));
  const line = (rest: string, checked: boolean | null): AnswerLine => ({
    kind: 'line',
    text: rest,
    item: listed || checked !== null,
    checked,
    plain: false,
  });
  if (isWord) return line(bare, null);
  if (startsWithPattern(emptyBox, bare)) return line(replaceAtStart(emptyBox, bare, ''), false);
  if (startsWithPattern(tickedBox, bare)) return line(replaceAtStart(tickedBox, bare, ''), true);
  const box = readBox(bare);
  return box === null ? line(bare, null) : ticked(line(box.rest, box.checked));
}

function answer(text: string, plain: boolean, item: boolean, checked: boolean | null): readonly FormLine[] {
  const marks = marksOf(text);
  const clean = cleaned(text, marks);
  const tagged = (marks & mark.tag) !== 0;
  if (plain) return [{ kind: 'line', text: clean, item, checked, plain }];
  if (checked !== null) {
    return [ticked({ kind: 'line', text: tagged ? withoutTags(clean) : clean, item, checked, plain })];
  }
  if (!tagged) return [answerLine(clean, item, marks)];
  if (isHtmlHeading(clean)) return [{ kind: 'heading', text: withoutTags(clean) }];
  // Code may be about HTML: then its tags are what is asked about.
  if ((marks & mark.code) !== 0) return [answerLine(clean, item, marks)];
  return linesOfHtml(clean, item);
}

function linesOfHtml(text: string, item: boolean): readonly FormLine[] {
  const pieces = htmlLines(text);
  return pieces.flatMap((piece, index) => {
    const part = text.startsWith('|') && pieces.length > 1 ? piece.replace(/\|\s*$/, '') : piece;
    const line = answerLine(part.trim(), item && index === 0, mark.tag);
    return index === 0 ? [line] : [{ kind: 'blank' } as const, line];
  });
}

function headingText(text: string): string {
  const marks = marksOf(text);
  const clean = cleaned(text, marks);
  return (marks & mark.tag) === 0 ? clean : withoutTags(clean.replace(/<br\s{0,3}\/?>$/i, ''));
}

function numbered(lines: readonly FormLine[], number: number | null): readonly FormLine[] {
  const [first, ...rest] = lines;
  return number === null || first?.kind !== 'line' ? lines : [{ ...first, number }, ...rest];
}

/** The lines of one block of a form. Comments and rules have none: they are the template's, not the person's. */
export function linesOfBlock(block: Block): readonly FormLine[] {
  const quoted = block.quote > 0;
  switch (block.kind) {
    case 'heading':
      if (quoted) return answer(block.text, true, false, null);
      return [{ kind: 'heading', text: headingText(block.text) }];
    case 'item':
      return numbered(answer(block.text, quoted, true, block.checked), block.number);
    case 'text':
      return answer(block.text, quoted, false, null);
    case 'fence':
      return block.text.split('\n').flatMap((line) => answer(line.trim(), true, false, null));
    case 'blank':
      return [{ kind: 'blank' }];
    case 'rule':
    case 'comment':
      return [];
    default:
      return block satisfies never;
  }
}
