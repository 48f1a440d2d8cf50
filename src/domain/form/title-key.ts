import { replaceAtStart } from './line-start.ts';

/** Longest text that is looked up as a title. */
export const titleLength = 120;

/** A heading's anchor, an emoji by its name, a remark, and everything that is no letter and no digit; `(s)` is a plural. */
const accidents = /\{#[^}]*\}|:[a-z0-9_+-]{1,40}:|\((?!s\))[^)]*\)|[^\p{L}\p{N}{:(]+|[{:(]/gu;
const numbersBefore = /\p{N}+/uy;

/**
 * A title without what people change by accident: case, numbers in front, punctuation, spaces, emphasis, remarks in
 * brackets, a plural. Empty when it cannot be a title.
 */
export function titleKey(text: string): string {
  if (text.length > titleLength) return '';
  const key = replaceAtStart(numbersBefore, text.normalize('NFKC').toLowerCase().replace(accidents, ''), '');
  return key.endsWith('s') ? key.slice(0, -1) : key;
}
