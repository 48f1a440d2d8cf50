/** Bidirectional controls can make a text read backwards: a reader has to see that one is there. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Characters with no width that hide or split words (zero-width spaces and joiners, soft hyphens, fillers, tag
 * characters; the emoji variation selectors may stay), and control characters but tab and line ends.
 */
const invisible =
  /(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|(?![\t\n\v\f\r\x85])\p{Cc}/gu;

/** Nothing but characters of ASCII that everybody sees: most lines of most forms. */
const plain = /^[ -~]*$/;

/** A text without characters that nobody sees; bidirectional controls stand there by their number. */
function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(bidi, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `[U+${code}]`;
    })
    .replace(invisible, '');
}

/** A text without any character that nobody sees, for reading what a person meant. */
export function withoutInvisible(text: string): string {
  if (plain.test(text)) return text;
  return text.toWellFormed().replace(bidi, '').replace(invisible, '');
}

/** A text as lines: everything that some reader takes for a line end ends one (docs/security.md#sinks). */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}

/** A text on one line: visible characters, single spaces, none at the ends. */
export function oneLine(text: string): string {
  return visibleText(text)
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
}
