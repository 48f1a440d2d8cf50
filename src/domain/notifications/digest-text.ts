import { slackText } from '../slack-text/slack-text.ts';
import type { DigestContent, DigestItem } from './digest-content.ts';
import { mention } from './words.ts';

/** Longer lists end in a number: a digest is read in one glance. */
const mostItems = 20;

/** The digest as a direct message; its readers open every request it links. */
export function digestMessage(content: DigestContent): string {
  if (isEmpty(content)) return slackText`${quiet(content)}`;
  const { week, waiting, lists, report } = content;
  return [
    slackText`SME requests, week ${week}.`,
    ...(waiting.length === 0 ? [] : [slackText`Waiting: ${waiting.join('; ')}.`]),
    ...lists.map(({ title, items }) => {
      const shown = items
        .slice(0, mostItems)
        .map(({ iid, url, words }) => slackText`${{ kind: 'link', url, label: `#${iid}` }} (${words})`);
      return slackText`${title}: ` + [...shown, ...more(items)].join(', ');
    }),
    ...(report === null
      ? []
      : [slackText`New: ${{ kind: 'link', url: report.url, label: `report of ${report.month}` }}.`]),
  ].join('\n');
}

/** The digest as a comment that mentions its readers, or as the description of the issue that holds them all. */
export function digestComment(content: DigestContent, readers: readonly string[]): string {
  if (isEmpty(content)) return `${mention(readers)}: ${quiet(content)}`;
  const { week, waiting, lists, report } = content;
  return [
    `${mention(readers)}: SME requests, week ${week}.`,
    '',
    ...(waiting.length === 0 ? [] : [`- Waiting: ${waiting.join('; ')}`]),
    ...lists.map(({ title, items }) => {
      const shown = items.slice(0, mostItems).map(({ iid, words }) => `#${iid} (${words})`);
      return `- ${title}: ${[...shown, ...more(items)].join(', ')}`;
    }),
    ...(report === null ? [] : [`- New: [report of ${report.month}](${report.url})`]),
  ].join('\n');
}

function more(items: readonly DigestItem[]): string[] {
  return items.length > mostItems ? [`and ${items.length - mostItems} more`] : [];
}

function isEmpty({ waiting, lists, report }: DigestContent): boolean {
  return waiting.length === 0 && lists.length === 0 && report === null;
}

function quiet({ week }: DigestContent): string {
  return `SME requests, week ${week}: nobody waits and nothing is late. Thank you, and have a good week.`;
}
