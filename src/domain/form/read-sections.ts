import { type FieldKey, type FormField, requestFields } from './fields.ts';
import { type AnswerLine, answerLine, type FormLine } from './form-lines.ts';
import { endOf, startsWithPattern } from './line-start.ts';
import { headingTitle, labelTitle, printedTitle, type Title, titleKey } from './titles.ts';

/** What stands under each field, wherever in the form it stands; absent: neither heading nor label was there. */
export type Sections = ReadonlyMap<FieldKey, readonly FormLine[]>;

interface Reading {
  readonly sections: Map<FieldKey, FormLine[]>;
  readonly opportunityLabel: string;
  field: FormField | null;
  openedBy: 'heading' | 'label';
  lastChoice: FieldKey | null;
}

const checkboxes = requestFields
  .flatMap((group) => group.fields)
  .filter((field) => field.kind === 'checkbox');
const boxes = new Map<string, FormField>(checkboxes.map((field) => [titleKey(field.label), field]));
const opportunityField = requestFields
  .flatMap((group) => group.fields)
  .find((field) => field.key === 'opportunity');

/**
 * Sorts the lines of a form by field. Headings open a field; so do labels (`**Area:** AI`, `Area: AI`, a table row),
 * except in free text that a heading opened, where `Region: eu-west-1` is part of an answer. A field that comes twice
 * gets both answers, and its reader says if they differ. The boxes with a text of their own are known anywhere.
 */
export function readSections(lines: readonly FormLine[], opportunityLabel: string): Sections {
  const reading: Reading = {
    sections: new Map(),
    opportunityLabel: titleKey(opportunityLabel),
    field: null,
    openedBy: 'heading',
    lastChoice: null,
  };
  for (const line of lines) {
    if (line.kind === 'heading') readHeadingLine(reading, line.text);
    else if (line.kind === 'blank') push(reading, reading.field, line);
    else readAnswerLine(reading, line);
  }
  return reading.sections;
}

const boxKeys = new Set(checkboxes.map(({ key }) => key));

/** Whether neither heading nor label opened a field; boxes are known without one. */
export function opensNothing(sections: Sections): boolean {
  return [...sections.keys()].every((key) => boxKeys.has(key));
}

function push(reading: Reading, field: FormField | null, line: FormLine): void {
  if (field === null || field.key === null) return;
  const lines = reading.sections.get(field.key);
  if (lines === undefined) reading.sections.set(field.key, [line]);
  else lines.push(line);
}

function open(reading: Reading, field: FormField | null, openedBy: 'heading' | 'label'): void {
  reading.field = field;
  reading.openedBy = openedBy;
  if (field === null || field.key === null) return;
  if (field.kind === 'choice') reading.lastChoice = field.key;
  push(reading, field, { kind: 'blank' });
}

function isFreeText(field: FormField | null): boolean {
  if (field === null) return false;
  return (
    field.key === null ||
    field.key === 'description' ||
    field.key === 'questions' ||
    field.key === 'fastTrackReason'
  );
}

function titleOf(reading: Reading, text: string, lookUp: (key: string) => Title | null): Title | null {
  const key = titleKey(text);
  if (key === '') return null;
  const own = key === reading.opportunityLabel && opportunityField !== undefined;
  return own ? { kind: 'field', field: opportunityField } : lookUp(key);
}

function readHeadingLine(reading: Reading, text: string): void {
  const title = titleOf(reading, text, headingTitle);
  if (title === null) {
    const line: AnswerLine = { kind: 'line', text, item: false, checked: null, plain: true };
    if (isFreeText(reading.field)) push(reading, reading.field, line);
    else reading.field = null;
    return;
  }
  readTitle(reading, title, 'heading');
}

function readTitle(reading: Reading, title: Title, openedBy: Reading['openedBy']): void {
  if (title.kind === 'other') return;
  open(reading, title.kind === 'field' ? title.field : title.only, openedBy);
}

interface Label {
  readonly title: string;
  /** Where in the line the answer begins; the length of the line where none stands there. */
  readonly answerAt: number;
}

/** What parts a label from its answer: a colon, a tab, a bar or a dash with blanks around it. */
const separator = /[:\uff1a\t]|\s\|(?=\s|$)|\s[-\u2013\u2014](?=\s|$)/;

/** Blanks behind a separator, and the end of an emphasis that began before it. */
const behindSeparator = /\s*(?:[*_]{1,3}(?=\s|$)\s*)?/y;
const emptyCells = /[|\s]*/y;
const emojiBefore = /:[a-z0-9_+-]{1,40}:/y;
const boldOrHeading = /(?:\*\*|__)[^*_]+(?:\*\*|__)$|#{1,6}[^\s#]/y;

/** More of a line than a label and its separator take. */
const labelLength = 160;

/** `**Area:** AI`, `Area<tab>AI`, `| Area | AI |`, or `**Area**` alone; null when the line has no such form. */
function readLabel(text: string): Label | null {
  if (text.startsWith('|')) return readRow(text);
  const head = text.length > labelLength ? text.slice(0, labelLength) : text;
  const emoji = startsWithPattern(emojiBefore, head) ? emojiBefore.lastIndex : 0;
  const mark = separator.exec(emoji === 0 ? head : ' '.repeat(emoji) + head.slice(emoji));
  if (mark !== null && mark.index > 0) {
    const answerAt = endOf(behindSeparator, text, mark.index + mark[0].length);
    return { title: head.slice(0, mark.index), answerAt };
  }
  return startsWithPattern(boldOrHeading, head) ? { title: head, answerAt: text.length } : null;
}

/** A row of a table: its first cell is the title. */
function readRow(text: string): Label {
  const end = text.indexOf('|', 1);
  const title = text.slice(1, end < 0 ? text.length : end);
  return { title, answerAt: end < 0 ? text.length : endOf(emptyCells, text, end) };
}

/** The answer behind a label; the cells of a row are parted by blanks. */
function answerBehind(text: string, { answerAt }: Label): string {
  const rest = text.slice(answerAt);
  return text.startsWith('|') ? rest.split('|').join(' ').trim() : rest;
}

function takesLabels(reading: Reading): boolean {
  return reading.openedBy === 'label' || !isFreeText(reading.field);
}

const seriesKey = titleKey('Series');

/** `series:` above dates is a mark on them, not the end of them. */
function marksDates(reading: Reading, written: string): boolean {
  return reading.field?.key === 'dates' && titleKey(written) === seriesKey;
}

function readAnswerLine(reading: Reading, line: AnswerLine): void {
  // A quoted tick is somebody else's: it confirms nothing.
  if (line.checked !== null && !line.plain) {
    push(reading, boxes.get(titleKey(line.text)) ?? reading.field, line);
    return;
  }
  const label = line.plain ? null : readLabel(line.text);
  const bare = !line.plain && !line.item && (label === null || label.answerAt === line.text.length);
  const printed = bare ? printedTitle(line.text, isFreeText(reading.field)) : null;
  if (printed !== null) {
    // Where answers stand behind their labels, one without an answer is a label as well.
    const labelled = /[:|]/.test(line.text) || (reading.field !== null && reading.openedBy === 'label');
    readTitle(reading, printed, labelled ? 'label' : 'heading');
    return;
  }
  const title = label === null || !takesLabels(reading) ? null : titleOf(reading, label.title, labelTitle);
  if (label === null || title === null || marksDates(reading, label.title))
    push(reading, reading.field, line);
  else
    openLabel(reading, title, { ...answerLine(answerBehind(line.text, label), line.item), item: line.item });
}

function openLabel(reading: Reading, title: Title, line: AnswerLine): void {
  if (title.kind === 'other') {
    if (line.text === '' || reading.lastChoice === null) return;
    const other: AnswerLine = { ...line, text: `Other: ${line.text}` };
    reading.sections.get(reading.lastChoice)?.push(other);
    return;
  }
  const field = title.kind === 'field' ? title.field : title.only;
  const again = field !== null && field === reading.field;
  if (!again) open(reading, field, 'label');
  if (line.text === '' && line.checked === null) return;
  push(reading, field, { ...line, item: line.item && again });
}
