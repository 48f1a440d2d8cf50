interface Place {
  /** Offsets into the text: `end` is behind the last character, before the line end. */
  readonly start: number;
  readonly end: number;
  /** How many block quotes the block stands in. */
  readonly quote: number;
}

/** One block of a Markdown text, as far as a form needs it. Paragraphs come line by line. */
export type Block =
  | (Place & { readonly kind: 'heading'; readonly level: number; readonly text: string })
  | (Place & {
      readonly kind: 'item';
      /** The number of an item of a numbered list; null: a bullet. */
      readonly number: number | null;
      /** Columns before the marker. */
      readonly indent: number;
      /** A task's box; null: no task. */
      readonly checked: boolean | null;
      readonly text: string;
    })
  | (Place & {
      readonly kind: 'fence';
      readonly info: string;
      readonly text: string;
      /** False: it ran to the end of the text, or of the list or quote around it. */
      readonly closed: boolean;
    })
  | (Place & { readonly kind: 'comment'; readonly text: string; readonly closed: boolean })
  | (Place & { readonly kind: 'text'; readonly indent: number; readonly text: string })
  | (Place & { readonly kind: 'rule' })
  | (Place & { readonly kind: 'blank' });

/** Characters looked at so far, for tests that the scanner stays linear. */
export interface StepCounter {
  steps: number;
}
