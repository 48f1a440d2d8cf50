/**
 * A text with `by` in place of what a sticky pattern finds at its very start. A sticky pattern does not go on to
 * look behind the start, however long the text is.
 */
export function replaceAtStart(pattern: RegExp, text: string, by: string): string {
  pattern.lastIndex = 0;
  return text.replace(pattern, by);
}

/** Where a sticky pattern that stands at an offset of a text ends; the offset itself where it does not stand there. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Whether a sticky pattern stands at the very start of a text. */
export function startsWithPattern(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
