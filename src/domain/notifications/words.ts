import type { Config, Span } from '../../config/types.ts';
import { formatSpan } from '../calendar/format-instant.ts';
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
  const known = config.areas.find((each) => each.key === area.value.key)?.name;
  return known ?? view.record.state?.choices?.area?.names[0] ?? area.value.key;
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

/** A length of time in words: `1 business day`, `48 hours`. */
export function spanName({ amount, unit }: Span): string {
  return `${amount} ${amount === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** From when to when, in one time zone. */
export function windowName(
  window: { readonly start: Instant; readonly end: Instant },
  timezone: string,
): string {
  return formatSpan(window.start, window.end, timezone);
}
