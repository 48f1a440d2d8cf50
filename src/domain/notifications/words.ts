import type { Config } from '../../config/types.ts';
import { formatInstant } from '../calendar/format-instant.ts';
import { escapeMarkdown } from '../markdown/escape-markdown.ts';
import type { RequestView } from '../request/request-view.ts';
import type { Instant } from '../snapshot.ts';

/** A list in a sentence: `a, b and c`. */
export function sentenceList(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** Mentions of some people: GitLab tells each of them. */
export function mention(usernames: readonly string[]): string {
  return sentenceList(usernames.map((username) => `@${username}`));
}

/** The area of a request in words: its configured name, or what stands under Other. */
export function areaName(config: Pick<Config, 'areas'>, view: RequestView): string {
  const { area } = view.form;
  if (area.state !== 'given') return 'no area yet';
  if (area.value.other !== null) return `Other (${escapeMarkdown(area.value.other)})`;
  return config.areas.find((each) => each.key === area.value.key)?.name ?? area.value.key;
}

/** The type of engagement in words. */
export function engagementName(view: RequestView): string {
  const { engagement } = view.form;
  if (engagement.state !== 'given') return 'no type yet';
  return engagement.value.other === null
    ? engagement.value.type
    : `Other (${escapeMarkdown(engagement.value.other)})`;
}

/** A duration in words: `90 min`, `2 h`. */
export function durationName(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/** From when to when, in one time zone. */
export function windowName(
  window: { readonly start: Instant; readonly end: Instant },
  timezone: string,
): string {
  return `${formatInstant(window.start, timezone)} (until ${formatInstant(window.end, timezone)})`;
}
