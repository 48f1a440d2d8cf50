import type { FormField } from './form-definition.ts';
import { type AnswerLine, answerLine, type FormLine } from './form-lines.ts';
import { answerBehind, readLabel } from './read-label.ts';
import { titleKey } from './title-key.ts';
import type { FormTitles, Title } from './titles.ts';

/** What stands under each field, wherever in the form it stands; absent: neither heading nor label was there. */
export type Sections<Key extends string> = ReadonlyMap<Key, readonly FormLine[]>;

/** A field that has a further name in the configuration of a program. */
export interface OwnTitle<Key extends string> {
  readonly field: Key;
  readonly label: string;
}

interface Reading<Key extends string> {
  readonly sections: Map<Key, FormLine[]>;
  readonly titles: FormTitles<Key>;
  readonly own: { readonly key: string; readonly title: Title<Key> | null };
  field: FormField<Key> | null;
  openedBy: 'heading' | 'label';
  lastChoice: Key | null;
}

/**
 * Sorts the lines of a form by field. Headings open a field; so do labels (`**Area:** AI`, `Area: AI`, a table row),
 * except in free text that a heading opened, where `Region: eu-west-1` is part of an answer. A field that comes twice
 * gets both answers, and its reader says if they differ. The boxes with a text of their own are known anywhere.
 */
export function readSections<Key extends string>(
  titles: FormTitles<Key>,
  lines: readonly FormLine[],
  own: OwnTitle<Key>,
): Sections<Key> {
  const field = titles.field(own.field);
  const reading: Reading<Key> = {
    sections: new Map(),
    titles,
    own: { key: titleKey(own.label), title: field === null ? null : { kind: 'field', field } },
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

/** Whether neither heading nor label opened a field; boxes are known without one. */
export function opensNothing<Key extends string>(titles: FormTitles<Key>, sections: Sections<Key>): boolean {
  return [...sections.keys()].every((key) => titles.field(key)?.kind === 'checkbox');
}

function push<Key extends string>(reading: Reading<Key>, field: FormField<Key> | null, line: FormLine): void {
  if (field === null || field.key === null) return;
  const lines = reading.sections.get(field.key);
  if (lines === undefined) reading.sections.set(field.key, [line]);
  else lines.push(line);
}

function open<Key extends string>(
  reading: Reading<Key>,
  field: FormField<Key> | null,
  openedBy: 'heading' | 'label',
): void {
  reading.field = field;
  reading.openedBy = openedBy;
  if (field === null || field.key === null) return;
  if (field.kind === 'choice') reading.lastChoice = field.key;
  push(reading, field, { kind: 'blank' });
}

function isFreeText<Key extends string>({ field, titles }: Reading<Key>): boolean {
  return field !== null && titles.isFreeText(field);
}

/** What a title opens: the configured name of a field comes first. */
function titleOf<Key extends string>(
  { own }: Reading<Key>,
  text: string,
  lookUp: (key: string) => Title<Key> | null,
): Title<Key> | null {
  const key = titleKey(text);
  if (key === '') return null;
  return key === own.key && own.title !== null ? own.title : lookUp(key);
}

function readHeadingLine<Key extends string>(reading: Reading<Key>, text: string): void {
  const title = titleOf(reading, text, reading.titles.heading);
  if (title === null) {
    const line: AnswerLine = { kind: 'line', text, item: false, checked: null, plain: true };
    if (isFreeText(reading)) push(reading, reading.field, line);
    else reading.field = null;
    return;
  }
  readTitle(reading, title, 'heading');
}

function readTitle<Key extends string>(
  reading: Reading<Key>,
  title: Title<Key>,
  openedBy: Reading<Key>['openedBy'],
): void {
  if (title.kind === 'other') return;
  open(reading, title.kind === 'field' ? title.field : title.only, openedBy);
}

function takesLabels<Key extends string>(reading: Reading<Key>): boolean {
  return reading.openedBy === 'label' || !isFreeText(reading);
}

/** `series:` above dates is a mark on them, not the end of them. */
function isInner<Key extends string>({ field, titles }: Reading<Key>, label: string): boolean {
  return field !== null && titles.isInner(field, label);
}

function readAnswerLine<Key extends string>(reading: Reading<Key>, line: AnswerLine): void {
  // A quoted tick is somebody else's: it confirms nothing.
  if (line.checked !== null && !line.plain) {
    push(reading, reading.titles.box(titleKey(line.text)) ?? reading.field, line);
    return;
  }
  const label = line.plain ? null : readLabel(line.text);
  const bare = !line.plain && !line.item && (label === null || label.answerAt === line.text.length);
  const printed = bare ? reading.titles.printed(line.text, isFreeText(reading)) : null;
  if (printed !== null) {
    // Where answers stand behind their labels, one without an answer is a label as well.
    const labelled = /[:|]/.test(line.text) || (reading.field !== null && reading.openedBy === 'label');
    readTitle(reading, printed, labelled ? 'label' : 'heading');
    return;
  }
  const title =
    label === null || !takesLabels(reading) ? null : titleOf(reading, label.title, reading.titles.label);
  if (label === null || title === null || isInner(reading, label.title)) push(reading, reading.field, line);
  else
    openLabel(reading, title, { ...answerLine(answerBehind(line.text, label), line.item), item: line.item });
}

function openLabel<Key extends string>(reading: Reading<Key>, title: Title<Key>, line: AnswerLine): void {
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
