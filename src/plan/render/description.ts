/** One action in words. */
export interface Description {
  /** What is written, as a phrase that begins with a verb; already safe for the medium. */
  readonly what: string;
  /** Why, or what it rests on; null: the action says nothing about it. */
  readonly why: string | null;
  /** The text that would be written, whole and raw; null: none. */
  readonly body: string | null;
}
