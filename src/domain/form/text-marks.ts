/** What in a text may mean something besides itself; marks add up. */
export const mark = {
  /** `<`: a tag. */
  tag: 1,
  /** `&`: a character by its name. */
  entity: 2,
  /** A backtick. */
  code: 4,
  backslash: 8,
  /** `~`: the start of what is struck out. */
  tilde: 16,
  /** A blank that parts words for people and not for every pattern. */
  oddBlank: 32,
  /** A character that may be invisible. */
  unseen: 64,
} as const;

const named = new Map<string, number>([
  ['<', mark.tag],
  ['&', mark.entity],
  ['`', mark.code],
  ['\\', mark.backslash],
  ['~', mark.tilde],
]);
const oddBlanks: ReadonlySet<number> = new Set([0xa0, 0x2007, 0x202f]);

/** Ranges of letters, signs and accents behind {@link lastEuropean} in which nothing is invisible. */
const visible: readonly (readonly [first: number, last: number])[] = [
  [0x300, 0x34e],
  [0x370, 0x5ff],
  [0x2010, 0x2027],
  [0x2030, 0x205f],
  [0x2070, 0x3163],
  [0x3165, 0xd7ff],
  [0xe000, 0xfdff],
];

/** Up to here stand ASCII and the letters of Europe; the only invisible ones are controls and the soft hyphen. */
const lastEuropean = 0x2ff;

function europeanMark(code: number): number {
  if (oddBlanks.has(code)) return mark.oddBlank;
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  const isBlank = (code >= 0x09 && code <= 0x0d) || code === 0x85;
  if (code === 0xad || (isControl && !isBlank)) return mark.unseen;
  return named.get(String.fromCharCode(code)) ?? 0;
}

const europeanMarks = Uint8Array.from({ length: lastEuropean + 1 }, (_, code) => europeanMark(code));

function markBehind(code: number): number {
  if (oddBlanks.has(code)) return mark.oddBlank;
  return visible.some(([first, last]) => code >= first && code <= last) ? 0 : mark.unseen;
}

/**
 * The sum of the {@link mark}s of a text, from one look at each character. A reader leaves out every step for which
 * there is nothing in the text: hostile text is large, and most lines of most forms have no mark at all.
 */
export function marksOf(text: string): number {
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    marks |= code <= lastEuropean ? (europeanMarks[code] ?? 0) : markBehind(code);
  }
  return marks;
}
