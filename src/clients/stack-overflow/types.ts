/** Stack Overflow for Teams as the desk uses it: numbers, times and tags; no title, no text and no name of a person. */

/** A question, without its answers. */
export interface StackOverflowQuestion {
  readonly id: number;
  /** When it was asked, epoch milliseconds. */
  readonly at: number;
  readonly tags: readonly string[];
  readonly answerCount: number;
}

export interface StackOverflowAnswer {
  readonly id: number;
  readonly at: number;
  /** User id there; null: the account is gone. */
  readonly user: number | null;
  /** Votes up less votes down. */
  readonly score: number;
}

/** All throw a ClientError. A list is whole, or an error. */
export interface StackOverflow {
  /** Id of the tag with this name, whatever its case; null: there is none. */
  tagId(name: string): Promise<number | null>;
  /** Questions with a tag that were asked from `from` on and before `to`, both epoch milliseconds. Oldest first. */
  questions(tagId: number, from: number, to: number): Promise<readonly StackOverflowQuestion[]>;
  /** Answers as they stand now, oldest first; null: the question is gone. */
  answers(questionId: number): Promise<readonly StackOverflowAnswer[] | null>;
}
