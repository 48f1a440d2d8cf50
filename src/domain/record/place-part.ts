/** The marks around what the desk writes in a text that people edit too. */
export interface PartMarks {
  /** Everything that begins a part, with the flag `g`. */
  readonly starts: RegExp;
  /** How a part begins when it is written. */
  readonly start: string;
  readonly end: string;
}

/** The text with the desk's part in place, or `damaged`: the marks are not one pair in order. */
export type Placed =
  | { readonly kind: 'placed'; readonly content: string; readonly changed: boolean }
  | { readonly kind: 'damaged' };

/**
 * Puts the desk's part between its marks and leaves every other character as it is. A text without marks gets the part
 * at its top. With damaged marks nothing is certain, so nothing is written.
 *
 * @param text Null: there is none yet.
 */
export function placePart(text: string | null, part: string, marks: PartMarks): Placed {
  const block = `${marks.start}\n${part.trim()}\n${marks.end}`;
  if (text === null) return { kind: 'placed', content: `${block}\n`, changed: true };
  const starts = [...text.matchAll(marks.starts)];
  const ends = text.split(marks.end).length - 1;
  if (starts.length === 0 && ends === 0)
    return { kind: 'placed', content: `${block}\n\n${text}`, changed: true };
  const from = starts[0]?.index ?? 0;
  const to = text.indexOf(marks.end) + marks.end.length;
  if (starts.length !== 1 || ends !== 1 || to < from) return { kind: 'damaged' };
  return {
    kind: 'placed',
    content: text.slice(0, from) + block + text.slice(to),
    changed: sameLines(text.slice(from, to)) !== sameLines(block),
  };
}

// GitLab's editors may store CRLF; that alone is no reason to write the text again.
function sameLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
