import type { Config } from '../../../config/types.ts';
import { dayOf } from '../../calendar/day.ts';
import { slackText } from '../../slack-text/slack-text.ts';
import type { Instant, UserRef } from '../../snapshot.ts';
import type { CardStatus, CardView, Groups } from '../card.ts';
import { cardsByNumber } from '../cards-by-number.ts';
import { askersToldOn } from './askers.ts';
import { statusNames } from './status-names.ts';
import { eventTold, statusOfEvent } from './told-status.ts';

/** What the news of a day are made of. */
export interface NewsInput {
  readonly config: Pick<Config, 'calendar'>;
  readonly now: Instant;
  readonly project: { readonly id: number };
  readonly deskIds: readonly number[];
  readonly cards: readonly CardView[];
  readonly groups: Groups;
  /** The comments that this plan writes. */
  readonly planned: readonly { readonly card: number; readonly key: string }[];
}

/** The news of one day for one asker. */
export interface AskerNews {
  readonly asker: UserRef;
  /** Their message of this day is found by it. */
  readonly key: string;
  readonly text: string;
}

interface NewsItem {
  readonly view: CardView;
  readonly value: CardStatus;
}

/**
 * What each asker is told today in the program's calendar: the cards whose askers were called upon today, or are by
 * this plan (`docs/rules.md#customer-feedback`). By user id. Links and words of the board only: no titles, no customers.
 */
export function newsOfAskers(input: NewsInput): readonly AskerNews[] {
  const today = dayOf(input.config.calendar.timezone, input.now);
  const byAsker = new Map<number, { readonly asker: UserRef; readonly items: NewsItem[] }>();
  const group = { groups: input.groups, byNumber: cardsByNumber(input.cards) };
  for (const item of newsOfDay(input, today)) {
    for (const asker of askersToldOn(item.view, group, input.deskIds)) {
      const news = byAsker.get(asker.id) ?? { asker, items: [] };
      news.items.push(item);
      byAsker.set(asker.id, news);
    }
  }
  return [...byAsker.values()]
    .sort((a, b) => a.asker.id - b.asker.id)
    .map(({ asker, items }) => ({
      asker,
      key: `feedback-news/${input.project.id}/${today}/${asker.id}`,
      text: newsText(items),
    }));
}

/** Cards by number, each with the last status that was told of it on this day. */
function newsOfDay({ cards, planned, config }: NewsInput, today: string): NewsItem[] {
  const plannedKeys = new Map<number, string[]>();
  for (const { card, key } of planned) plannedKeys.set(card, [...(plannedKeys.get(card) ?? []), key]);
  const byNumber = [...cards].sort((a, b) => a.card.iid - b.card.iid);
  return byNumber.flatMap((view) => {
    const written = view.card.comments.filter(({ at }) => dayOf(config.calendar.timezone, at) === today);
    const keys = [...written.map(({ key }) => key), ...(plannedKeys.get(view.card.iid) ?? [])];
    const event = keys.flatMap((key) => (key === null ? [] : (eventTold(key) ?? []))).at(-1);
    const value = event === undefined ? null : statusOfEvent(event, view, cards);
    return value === null ? [] : [{ view, value }];
  });
}

/** A message is read in one glance: longer lists end in a number. */
const mostItems = 20;

function newsText(items: readonly NewsItem[]): string {
  const lines = items.slice(0, mostItems).map(({ view: { card }, value }) => {
    const link = { kind: 'link', url: card.webUrl, label: `Feedback #${card.iid}` } as const;
    return slackText`${link} is now at ${statusNames[value]}.`;
  });
  const rest = items.length - lines.length;
  return [
    slackText`News of what you have asked product management for:`,
    ...lines,
    ...(rest > 0 ? [slackText`And ${rest} more.`] : []),
    slackText`What it means and what you can do stands in the comment there.`,
  ].join('\n');
}
