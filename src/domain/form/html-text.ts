/**
 * What pasting from a web page or a mail leaves in an answer. Only these tags: `List<String>` in a question is text,
 * and what stands in angle brackets for Markdown or Slack stays as well.
 */
const tag =
  /<\/?(?:p|span|div|b|strong|i|em|u|font|small|big|sup|sub|code|pre|center|h[1-6]|ul|ol|li|table|thead|tbody|tr|th|td|a)(?:\s[^<>]*)?\/?>/gi;
const anchor = /<a\s[^<>]*?href="([^"<>]*)"[^<>]*>/gi;
const lineBreak = /<br\s{0,3}\/?>/i;
const listItem = /^<li(?:\s[^<>]*)?>/i;
const headingTag = /^<h[1-6](?:\s[^<>]*)?>/i;

/** Answers that were struck out are taken back: `~~2026-12-03~~`. */
const struck = /~~[^~]*~~|<(del|s|strike)>[^<]*<\/\1>/gi;

/** Text without tags; the address of a link stays, in front of its words. */
export function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  return text.replace(anchor, ' $1 ').replace(tag, ' ').trim();
}

/** Text without what is struck out. */
export function withoutStruck(text: string): string {
  return text.replace(struck, ' ');
}

/** The lines of a text in which HTML breaks lines. */
export function htmlLines(text: string): readonly string[] {
  return text.includes('<') ? text.split(lineBreak) : [text];
}

export function isHtmlItem(text: string): boolean {
  return listItem.test(text);
}

export function isHtmlHeading(text: string): boolean {
  return headingTag.test(text);
}
