import type { Block, StepCounter } from './block.ts';
import { isRule, type Lead, readBox, readFence, readHeading, readLead, readMarker } from './line-shape.ts';

/** A fence or a comment that goes on over lines; `indent` is that of the list item around it. */
interface Open {
  readonly kind: 'fence' | 'comment';
  readonly start: number;
  readonly quote: number;
  readonly indent: number;
  readonly run: string;
  readonly info: string;
  readonly lines: string[];
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the scan carries from line to line. */
interface Scan {
  readonly source: string;
  readonly blocks: Block[];
  readonly counter: StepCounter;
  open: Open | null;
  /** Column at which the content of the last list item starts, and its quotes; null outside lists. */
  list: { readonly indent: number; readonly quote: number } | null;
  /** Where the last line ended, for a block that is still open at the end of the text. */
  lastEnd: number;
  /** The first `-->` and the first empty line at or behind `from`: looked up once, so a row of openers is linear. */
  ahead: { from: number; close: number; gap: number };
}

/**
 * The blocks of a Markdown text, in order. One pass with a fixed number of looks at each character: a full parser
 * is quadratic on hostile text and overflows its stack (docs/rules.md#requests). What it leaves out on purpose:
 * setext headings, indented code, tables, raw HTML but comments, and more than one list marker on a line. Comments
 * are cut out of the text around them, and text behind a comment on its last line is text.
 */
export function scanBlocks(text: string, counter: StepCounter = { steps: 0 }): readonly Block[] {
  const scan: Scan = {
    source: text,
    blocks: [],
    counter,
    open: null,
    list: null,
    lastEnd: 0,
    ahead: { from: 0, close: -2, gap: -2 },
  };
  for (const line of splitLines(text)) {
    counter.steps += line.text.length + 1;
    scanLine(scan, line);
    scan.lastEnd = line.end;
  }
  closeOpen(scan, scan.lastEnd, false);
  return scan.blocks;
}

function* splitLines(text: string): Generator<Line> {
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (const match of text.matchAll(ends)) {
    yield { start, end: match.index, text: text.slice(start, match.index) };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length, text: text.slice(start) };
}

function scanLine(scan: Scan, line: Line): void {
  const lead = readLead(line.text);
  scan.counter.steps += lead.content + 1;
  if (scan.open !== null && endsContainer(scan.open, lead, line)) closeOpen(scan, scan.lastEnd, false);
  if (scan.open === null) scanContent(scan, line, lead);
  else if (scan.open.kind === 'fence') continueFence(scan, scan.open, line, lead);
  else continueComment(scan, scan.open, line, 0);
}

/** A fence or comment ends with the quote or list item that it stands in. */
function endsContainer(open: Open, lead: Lead, line: Line): boolean {
  if (lead.quote < open.quote) return true;
  return open.indent > 0 && lead.content < line.text.length && lead.indent < open.indent;
}

function closeOpen(scan: Scan, end: number, closed: boolean): void {
  if (scan.open === null) return;
  const { kind, start, quote, info, lines } = scan.open;
  const text = lines.join('\n');
  scan.counter.steps += text.length;
  scan.blocks.push(
    kind === 'fence'
      ? { kind, start, end, quote, info, text, closed }
      : { kind, start, end, quote, text, closed },
  );
  scan.open = null;
}

function continueFence(scan: Scan, open: Open, line: Line, lead: Lead): void {
  const content = line.text.slice(lead.content);
  scan.counter.steps += content.length;
  const fence = readFence(content);
  const closes =
    fence !== null &&
    fence.info === '' &&
    fence.run[0] === open.run[0] &&
    fence.run.length >= open.run.length;
  if (closes && lead.quote === open.quote && lead.indent - open.indent <= 3) {
    closeOpen(scan, line.end, true);
    return;
  }
  open.lines.push(open.quote + open.indent === 0 ? line.text : content);
}

/** Goes on with a comment at an offset of the line; what stands behind its end is content again. */
function continueComment(scan: Scan, open: Open, line: Line, from: number): void {
  // `<!-->` is a whole comment: its end may share the dashes of its start.
  const close = line.text.indexOf('-->', Math.max(0, from - 2));
  scan.counter.steps += line.text.length - from;
  if (close < 0) {
    open.lines.push(line.text.slice(from));
    return;
  }
  open.lines.push(line.text.slice(from, close));
  closeOpen(scan, line.start + close + 3, true);
  pushText(scan, line, close + 3, { quote: open.quote, indent: 0 });
}

function scanContent(scan: Scan, line: Line, lead: Lead): void {
  const content = line.text.slice(lead.content);
  const place = { start: line.start + lead.content, end: line.end, quote: lead.quote };
  if (content.trim() === '') {
    scan.blocks.push({ kind: 'blank', ...place });
    return;
  }
  scan.counter.steps += content.length * 5;
  if (scan.list !== null && (lead.quote !== scan.list.quote || lead.indent < scan.list.indent))
    scan.list = null;
  const base = scan.list?.indent ?? 0;
  const code = lead.indent - base > 3;

  const titled = !code && content.startsWith('#');
  const heading = titled ? readHeading(withoutComments(scan, line, lead.content)) : null;
  if (heading !== null) {
    scan.blocks.push({ kind: 'heading', ...heading, ...place });
    openRest(scan, line, lead.content);
    return;
  }
  if (isRule(content)) {
    scan.blocks.push({ kind: 'rule', ...place });
    return;
  }
  if (!code && openBlock(scan, content, place, base)) return;
  const marker = readMarker(content);
  if (marker === null) {
    pushText(scan, line, lead.content, lead);
    return;
  }
  scan.list = { indent: lead.indent + marker.width, quote: lead.quote };
  const rest = { ...place, start: line.end - marker.rest.length };
  if (openBlock(scan, marker.rest, rest, scan.list.indent)) return;
  pushItem(scan, line, lead, marker);
}

/** Opens a fence or a comment that starts at this content. */
function openBlock(
  scan: Scan,
  content: string,
  place: { start: number; end: number; quote: number },
  indent: number,
): boolean {
  const fence = readFence(content);
  const base = { start: place.start, quote: place.quote, indent, lines: [] };
  if (fence !== null) {
    scan.open = { kind: 'fence', ...base, ...fence };
    return true;
  }
  if (!content.startsWith('<!--')) return false;
  const open: Open = { kind: 'comment', ...base, run: '', info: '' };
  scan.open = open;
  const from = place.end - content.length;
  continueComment(scan, open, { start: from, end: place.end, text: content }, '<!--'.length);
  return true;
}

function pushItem(scan: Scan, line: Line, lead: Lead, marker: { number: number | null; rest: string }): void {
  const start = line.start + lead.content;
  const from = line.text.length - marker.rest.length;
  const text = withoutComments(scan, line, from);
  const box = readBox(text);
  const task = box === null ? { checked: null, text } : { checked: box.checked, text: box.rest };
  const { quote, indent } = lead;
  scan.blocks.push({ kind: 'item', start, end: line.end, quote, indent, number: marker.number, ...task });
  openRest(scan, line, from);
}

function pushText(scan: Scan, line: Line, from: number, lead: { quote: number; indent: number }): void {
  const text = withoutComments(scan, line, from);
  const { quote, indent } = lead;
  if (text !== '') {
    scan.blocks.push({ kind: 'text', start: line.start + from, end: line.end, quote, indent, text });
  }
  openRest(scan, line, from);
}

/** Offset in the line at which a comment starts that goes on behind the line; -1: none. */
function hangingComment(scan: Scan, line: Line, from: number): number {
  const start = line.text.lastIndexOf('<!--');
  if (start < from || line.text.indexOf('-->', start + 2) >= 0) return -1;
  const { close, gap } = lookAhead(scan, line.end);
  return close >= 0 && (gap < 0 || close < gap) ? start : -1;
}

/** The next comment end and the next empty line behind an offset; offsets must not fall. */
function lookAhead(scan: Scan, from: number): { close: number; gap: number } {
  const { ahead, source, counter } = scan;
  if (ahead.close === -2 || (ahead.close >= 0 && ahead.close < from)) {
    ahead.close = source.indexOf('-->', from);
    counter.steps += (ahead.close < 0 ? source.length : ahead.close) - from;
  }
  if (ahead.gap === -2 || (ahead.gap >= 0 && ahead.gap < from)) {
    const gaps = /\n[ \t\r]*(?=\n)/g;
    gaps.lastIndex = from;
    ahead.gap = gaps.exec(source)?.index ?? -1;
    counter.steps += (ahead.gap < 0 ? source.length : ahead.gap) - from;
  }
  return ahead;
}

/** The text of a line from an offset, without the comments in it. */
function withoutComments(scan: Scan, line: Line, from: number): string {
  const hanging = hangingComment(scan, line, from);
  const end = hanging < 0 ? line.text.length : hanging;
  scan.counter.steps += (line.text.length - from) * 2;
  let text = '';
  let at = from;
  for (;;) {
    const start = line.text.indexOf('<!--', at);
    const close = start < 0 || start >= end ? -1 : line.text.indexOf('-->', start + 2);
    if (close < 0) break;
    text += line.text.slice(at, start);
    at = close + 3;
  }
  return (text + line.text.slice(at, end)).trim();
}

/** Leaves the comment open that a line of text has begun. */
function openRest(scan: Scan, line: Line, from: number): void {
  const hanging = hangingComment(scan, line, from);
  if (hanging < 0) return;
  const lines = [line.text.slice(hanging + 4)];
  scan.open = { kind: 'comment', start: line.start + hanging, quote: 0, indent: 0, run: '', info: '', lines };
}
