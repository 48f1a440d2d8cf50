const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
const special = /^\/|[\\`*_{}[\]<>()#!|~$:&^"'+\-.=]/g;
const specialInNotes = /^\/|[\\`*_{}[\]<>#|~$&^]/g;

/** On one line. `@` becomes its full-width twin: in some versions GitLab finds mentions after the backslashes are gone. */
function oneLine(text: string): string {
  return text.replace(invisible, ' ').trim().replaceAll('@', '\uff20');
}

/**
 * A name from the configuration as text in a wiki page: on one line, and nothing in it becomes formatting, a table
 * cell, a mention, a reference, HTML or an include (`docs/gitlab.md#wiki`).
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(special, (character) => `\\${character}`);
}

/** The reason of a missing figure, or its name: words of the desk's own in which a configured key may stand. */
export function escapeNote(text: string): string {
  return oneLine(text).replace(specialInNotes, (character) => `\\${character}`);
}

/**
 * A name as a quoted text in a Mermaid diagram: letters, digits and a few signs that no diagram reads as syntax, cut
 * to a length that stays legible there.
 */
export function mermaidText(text: string, longest = 60): string {
  const plain = text
    .replace(/[^\p{L}\p{N} .,()/+÷’–-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return `"${plain === '' ? '?' : [...plain].slice(0, longest).join('').trim()}"`;
}

/**
 * A value as JSON inside a fenced block: on one line, and without the signs that could end the fence or begin
 * HTML; JSON reads them back as they were.
 */
export function fencedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[`<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
