interface FieldBase<Key extends string> {
  /**
   * The key in the parsed form. Null: people may fill it in, the desk never reads it (docs/rules.md#requests:
   * identity is the author, and a phone number never leaves the issue).
   */
  readonly key: Key | null;
  /** The text of the level-3 heading, unique in the whole form. */
  readonly heading: string;
  readonly required: 'always' | 'without-salesforce' | 'never';
}

/**
 * How one field stands under its heading: `text` is free lines; `list` is one entry per list item; `choice` is one
 * checkbox per name, exactly one ticked, and with `other` a last one `Other: ` whose text follows the colon;
 * `checkbox` is the single box with this label. `Source` names the lists that choices are offered from.
 */
export type FormField<Key extends string, Source extends string = string> =
  | (FieldBase<Key> & { readonly kind: 'text' | 'list' })
  | (FieldBase<Key> & { readonly kind: 'choice'; readonly choices: Source; readonly other: boolean })
  | (FieldBase<Key> & { readonly kind: 'checkbox'; readonly label: string });

/** A group of fields under one level-2 heading. */
export interface FieldGroup<Key extends string, Source extends string = string> {
  readonly heading: string;
  readonly fields: readonly FormField<Key, Source>[];
}

/** Words by field, with a bar between one and the next. */
type WordsByField<Key extends string> = Readonly<Partial<Record<Key, string>>>;

/** All that the reading of a form depends on besides the text. */
export interface FormDefinition<Key extends string> {
  /** In the order of the form. */
  readonly groups: readonly FieldGroup<Key>[];
  /** Other words for the same fields: earlier forms, and what people make of headings. */
  readonly fieldWords: WordsByField<Key>;
  /** Words that open a field only with a colon behind them: alone they are the name of a group. */
  readonly labelWords: WordsByField<Key>;
  /** Names of groups that open a field themselves, where nothing below them does. */
  readonly openingWords: WordsByField<Key>;
  /** Further names of groups. */
  readonly groupWords: string;
  /** Fields that people may fill in and the desk never reads. */
  readonly unreadWords: string;
  /** Labels that are a mark on a field's answer and not the end of it. */
  readonly innerWords: WordsByField<Key>;
  /** Fields whose answer is a story: a label inside it is a part of it. */
  readonly freeText: readonly Key[];
}

/** The choice that is followed by free text, in a form and in the label `area::other`. */
export const otherChoice = 'Other';
