/**
 * One rule switched off: a text of the program that stands in its file exactly once, and what stands there in the
 * test build instead. The program itself has no such switch.
 */
export interface Switch {
  /** The rule in a few words. */
  readonly name: string;
  /** From the repository's root. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Names of the stories that have to fail in this build. */
  readonly fells: readonly string[];
}
