const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A text with everything escaped that a terminal would obey or not show: control characters (which could clear
 * the screen and paint another plan), direction marks (which could turn a name around), other line ends.
 */
export function visible(text: string): string {
  return text.replace(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

const lineEnds = /[\r\n\u2028\u2029\u0085]+/gu;

const secrets: readonly RegExp[] = [
  /\b(?:glpat|glptt|gldt|glrt|glcbt|whsec)[-_][\w.-]{8,}/g,
  /\bxox[a-z]-[\w-]{8,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]+)?/g,
  /-----BEGIN [A-Z ]{1,40}-----[\s\S]*/g,
];
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
const phone = /\+\d[\d ()./-]{6,18}\d/g;

/**
 * A text without what no log may hold: tokens and keys by their form, e-mail addresses, telephone numbers
 * (`docs/security.md#sinks`).
 */
export function withoutSecrets(text: string): string {
  let clean = text;
  for (const secret of secrets) clean = clean.replace(secret, '[secret]');
  return clean.replace(email, '[e-mail]').replace(phone, '[phone]');
}

/** The beginning of a body on one line, at most `length` characters, with an ellipsis where more follows. */
export function shortened(text: string, length = 100): string {
  const line = withoutSecrets(text.slice(0, 4 * length))
    .replace(lineEnds, ' ⏎ ')
    .trim();
  const characters = Array.from(line);
  const cut = characters.length > length || text.length > 4 * length;
  return visible(cut ? `${characters.slice(0, length).join('').trimEnd()}…` : line);
}
