import { oneLine } from '../markdown/visible-text.ts';

/**
 * A special token of Slack's that a template of ours may hold. A token whose parts are not what they should be comes
 * out as plain text: nothing of a user's can become one (docs/security.md#sinks).
 */
export type SlackToken =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string };

/** What stands between the constant parts of a template. */
export type SlackValue = string | number | SlackToken;

/**
 * Text with Slack's three control characters escaped, once. To be called once per field and never on text that was
 * escaped before. https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function linkToken(url: string, label: string): string {
  const text = escapeSlack(oneLine(label)).replaceAll('|', '/');
  if (!/^https?:\/\/[^\s<>|"\\]+$/.test(url)) return text;
  return `<${url.replaceAll('&', '&amp;')}|${text}>`;
}

function tokenText(token: SlackToken): string {
  switch (token.kind) {
    case 'user':
      return /^[UW][A-Z0-9]{2,20}$/.test(token.id) ? `<@${token.id}>` : escapeSlack(oneLine(token.id));
    case 'channel':
      return /^[CG][A-Z0-9]{2,20}$/.test(token.id) ? `<#${token.id}>` : escapeSlack(oneLine(token.id));
    case 'link':
      return linkToken(token.url, token.label);
    default:
      return token satisfies never;
  }
}

function valueText(value: SlackValue): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? escapeSlack(oneLine(value)) : tokenText(value);
}

/**
 * A message from a template: slackText`${lead} waits for ${link}`. Values and the constant parts are escaped, so only
 * tokens given as such become special; values stand on one line, so they cannot add one to the message.
 */
export function slackText(parts: TemplateStringsArray, ...values: readonly SlackValue[]): string {
  let text = '';
  for (const [index, part] of parts.entries()) {
    const value = values[index];
    text += escapeSlack(part) + (value === undefined ? '' : valueText(value));
  }
  return text;
}
