import { oneLine } from './visible-text.ts';

/** Characters that Markdown or GitLab's references give a meaning; a backslash before each takes it away. */
const meaningful = /[\\`*_{}[\]#!|~$^%]/g;

/** A scheme in front of `//`, or a bare `www.`: GitLab turns both into links. */
const linkStart = /\b([a-z][a-z0-9+.-]{0,30}):(?=\/\/)|\bwww\./gi;

/**
 * Text of people in a text of ours. `@` becomes its full-width twin, because GitLab resolves mentions after it has
 * resolved entities and, in some versions, backslashes; `&`, `<` and `>` become entities.
 */
function escapeProse(text: string): string {
  const defanged = text.replace(linkStart, (found, scheme: string | undefined) =>
    scheme === undefined ? `${found.slice(0, -1)}[.]` : `${scheme}[:]`,
  );
  return defanged
    .replace(/&/g, '&amp;')
    .replace(meaningful, (character) => `\\${character}`)
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '\uff20');
}

/** A link that may be followed: https, as an autolink in which no character has a meaning of its own. */
function escapeLink(url: string): string {
  const safe = url.replace(/[^A-Za-z0-9\-._~:/?#&=%+,]/gu, (character) => {
    const encoded = encodeURIComponent(character);
    return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
  });
  return `<${safe}>`;
}

/** What a sentence puts behind a link does not belong to it. */
function withoutTail(url: string): string {
  let end = url.length;
  while (end > 0 && '.,;:!?)]}\'"*_`'.includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}

const httpsLink = /\bhttps:\/\/[A-Za-z0-9][^\s<>\\]*/g;

/** What has a meaning only at the start of a line is escaped there too, wherever the text will stand. */
function escapeLine(line: string): string {
  const parts: string[] = [];
  let done = 0;
  for (const match of line.matchAll(httpsLink)) {
    const url = withoutTail(match[0]);
    parts.push(escapeProse(line.slice(done, match.index)), escapeLink(url));
    done = match.index + url.length;
  }
  parts.push(escapeProse(line.slice(done)));
  const text = parts.join('');
  return text.replace(/^(\d{1,9})(?=[.)])/, '$1\\').replace(/^[-+=:/]/, '\\$&');
}

/**
 * Text of people for use inside one of our sentences, list items or table cells: one line, no markup, no mention,
 * no reference, no command, no HTML, links only https (docs/security.md#sinks). It reads as it was written, but
 * for `@`, links without https, and characters that nobody sees.
 */
export function escapeMarkdown(text: string): string {
  return escapeLine(oneLine(text));
}
