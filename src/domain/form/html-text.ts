import { startsWithPattern } from './line-start.ts';

/**
 * What pasting from a web page or a mail leaves in an answer. Only these tags: `List<String>` in a question is text,
 * and what stands in angle brackets for Markdown or Slack stays as well.
 */
const tag =
  /<\/?(?:p|span|div|b|strong|i|em|u|font|small|big|sup|sub|code|pre|center|h[1-6]|ul|ol|li|table|thead|tbody|tr|th|td|a)(?:\s[^<>]*)?\/?>/gi;
const address = /href="([^"<>]*)"/i;
const linkTag = /<a\s/iy;
const lineBreak = /<br\s{0,3}\/?>/i;
const listItem = /<li(?:\s[^<>]*)?>/iy;
const headingTag = /<h[1-6](?:\s[^<>]*)?>/iy;

/** Answers that were struck out are taken back: `~~2026-12-03~~`. */
const struck = /~~[^~]*~~|<(del|s|strike)>[^<]*<\/\1>/gi;

/**
 * Text without tags; the address of a link stays, in front of its words. It is looked for inside the one tag: a
 * pattern for the whole would begin anew at every `href` of a tag that nobody closes.
 */
export function withoutTags(text: string): string {
  return text.replace(tag, wordsOfTag).trim();
}

function wordsOfTag(found: string): string {
  const link = startsWithPattern(linkTag, found) ? address.exec(found)?.[1] : undefined;
  return link === undefined ? ' ' : ` ${link} `;
}

/** Text without what is struck out. */
export function withoutStruck(text: string): string {
  return text.replace(struck, ' ');
}

/** The lines of a text in which HTML breaks lines. */
export function htmlLines(text: string): readonly string[] {
  return text.split(lineBreak);
}

export function isHtmlItem(text: string): boolean {
  return startsWithPattern(listItem, text);
}

export function isHtmlHeading(text: string): boolean {
  return startsWithPattern(headingTag, text);
}
