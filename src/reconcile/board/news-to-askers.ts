import { type AskerNews, newsOfAskers } from '../../domain/board/standing/news-of-asker.ts';
import type { Action } from '../../plan/action.ts';
import type { TellAsker } from '../../plan/card-action.ts';
import type { BoardContext } from './card-phase.ts';

/** Those who have news, as far as Slack knows them, and what they were told of late. */
export interface AskersInSlack {
  /** Slack user ids by GitLab username. */
  readonly users: ReadonlyMap<string, string>;
  /** Keys of the messages that are there. */
  readonly told: ReadonlySet<string>;
}

/** The news of today for each asker: what their cards say already, and what these actions are about to. */
export function newsOfDay(context: BoardContext, actions: readonly Action[]): readonly AskerNews[] {
  const { config, now, project, desk, cards, groups } = context;
  const planned = actions.flatMap((action) =>
    action.kind === 'card.comment' ? [{ card: action.card, key: action.key }] : [],
  );
  return newsOfAskers({ config, now, project, deskIds: desk.ids, cards, groups, planned });
}

/** The direct messages of the day that are not there yet, each once (`docs/rules.md#customer-feedback`). */
export function newsToAskers(news: readonly AskerNews[], { users, told }: AskersInSlack): TellAsker[] {
  return news.flatMap(({ asker, key, text }): TellAsker[] => {
    const user = users.get(asker.username);
    return user === undefined || told.has(key) ? [] : [{ kind: 'asker.tell', user, key, text }];
  });
}
