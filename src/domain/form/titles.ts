import type { FormDefinition, FormField } from './form-definition.ts';
import { titleKey, titleLength } from './title-key.ts';

/** What a heading or a label of a form opens. */
export type Title<Key extends string> =
  | { readonly kind: 'field'; readonly field: FormField<Key> }
  /** `only`: a group of one field needs no heading for it. */
  | { readonly kind: 'group'; readonly only: FormField<Key> | null }
  /** `If Other, please specify:` belongs to the choice before it. */
  | { readonly kind: 'other' };

/** What the titles of one form mean, by their {@link titleKey}; null: it is none of the form's. */
export interface FormTitles<Key extends string> {
  readonly heading: (key: string) => Title<Key> | null;
  /** What a label opens: `Area` of `Area: AI`. */
  readonly label: (key: string) => Title<Key> | null;
  /**
   * What a line opens that is nothing but a heading as the form prints it, without the marks of one: pasting loses
   * them. In free text only a heading of several words does; `Description` alone may be a word of the story.
   */
  readonly printed: (text: string, inFreeText: boolean) => Title<Key> | null;
  /** The field whose one box has this text. */
  readonly box: (key: string) => FormField<Key> | null;
  readonly field: (key: Key) => FormField<Key> | null;
  /** Whether the answer is a story, or is never read at all: labels in it open nothing. */
  readonly isFreeText: (field: FormField<Key>) => boolean;
  /** Whether a label, as written, is a mark on the answer of this field. */
  readonly isInner: (field: FormField<Key>, label: string) => boolean;
}

const otherWords = 'If other, please specify|If other|Please specify';

type Registry<Key extends string> = ReadonlyMap<string, Title<Key>>;

function register<Key extends string>(map: Map<string, Title<Key>>, words: string, title: Title<Key>): void {
  for (const word of words.split('|')) {
    if (!map.has(titleKey(word))) map.set(titleKey(word), title);
  }
}

function registries<Key extends string>(
  form: FormDefinition<Key>,
): { readonly headings: Registry<Key>; readonly labels: Registry<Key> } {
  const headings = new Map<string, Title<Key>>();
  const labels = new Map<string, Title<Key>>();
  for (const field of form.groups.flatMap((group) => group.fields)) {
    const title = { kind: 'field', field } as const;
    register(headings, field.heading, title);
    if (field.key === null) continue;
    register(headings, form.fieldWords[field.key] ?? field.heading, title);
    register(labels, form.labelWords[field.key] ?? field.heading, title);
  }
  const unread: FormField<Key> = { key: null, heading: 'Not read', kind: 'text', required: 'never' };
  register(headings, form.unreadWords, { kind: 'field', field: unread });
  register(headings, otherWords, { kind: 'other' });
  registerGroups(headings, form);
  return { headings, labels };
}

/** Opening words come before a group's own heading, which may be one of them. */
function registerGroups<Key extends string>(
  headings: Map<string, Title<Key>>,
  form: FormDefinition<Key>,
): void {
  for (const field of form.groups.flatMap((group) => group.fields)) {
    const words = field.key === null ? undefined : form.openingWords[field.key];
    if (words !== undefined) register(headings, words, { kind: 'group', only: field });
  }
  for (const group of form.groups) {
    const [only, second] = group.fields;
    const single = only !== undefined && second === undefined ? only : null;
    register(headings, group.heading, { kind: 'group', only: single });
  }
  register(headings, form.groupWords, { kind: 'group', only: null });
}

const wordAtStart = /\P{L}*(\p{L}+)/uy;

function firstWord(text: string): string {
  if (text.length > titleLength) return '';
  wordAtStart.lastIndex = 0;
  return wordAtStart.exec(text)?.[1]?.toLowerCase() ?? '';
}

function printedTitles<Key extends string>(fields: readonly FormField<Key>[]): FormTitles<Key>['printed'] {
  const printed = new Map(
    fields.map((field) => [titleKey(field.heading), { kind: 'field', field } as const] as const),
  );
  // The first words of the printed headings: most lines are told apart by theirs.
  const firstWords = new Set(fields.map(({ heading }) => firstWord(heading)));
  return (text, inFreeText) => {
    if (!firstWords.has(firstWord(text))) return null;
    const title = printed.get(titleKey(text)) ?? null;
    return inFreeText && !/\p{L}\s+\p{L}/u.test(text.trim()) ? null : title;
  };
}

/** The titles of a form: made once when a program starts, and asked for each line of each text. */
export function titlesOf<Key extends string>(form: FormDefinition<Key>): FormTitles<Key> {
  const { headings, labels } = registries(form);
  const fields = form.groups.flatMap((group) => group.fields);
  const byKey = new Map(fields.flatMap((field) => (field.key === null ? [] : [[field.key, field] as const])));
  const boxes = new Map(
    fields.flatMap((field) => (field.kind === 'checkbox' ? [[titleKey(field.label), field] as const] : [])),
  );
  const freeText = new Set<Key>(form.freeText);
  return {
    heading: (key) => headings.get(key) ?? null,
    label: (key) => labels.get(key) ?? headings.get(key) ?? null,
    printed: printedTitles(fields),
    box: (key) => boxes.get(key) ?? null,
    field: (key) => byKey.get(key) ?? null,
    isFreeText: ({ key }) => key === null || freeText.has(key),
    isInner: ({ key }, label) => {
      const inner = key === null ? undefined : form.innerWords[key];
      return inner !== undefined && titleKey(inner) === titleKey(label);
    },
  };
}
