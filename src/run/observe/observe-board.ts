import type { Config } from '../../config/types.ts';
import { viewCard } from '../../domain/board/view-card.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { boardContext } from '../../reconcile/board/board-context.ts';
import type { BoardContext } from '../../reconcile/board/card-phase.ts';
import type { Clients } from '../open-clients.ts';
import { problemSentence } from '../tell.ts';
import type { CardCache } from './card-cache.ts';
import { observeCards } from './observe-cards.ts';
import { observeDeals } from './observe-deals.ts';
import { observeProductIssues } from './observe-product-issues.ts';

/** All that the care of the cards depends on, and what could not be read, one sentence each. */
export interface ObservedBoard {
  readonly context: BoardContext;
  readonly problems: readonly string[];
}

/**
 * Reads the board once. GitLab has to answer whole for the cards; Salesforce and the projects of the product may each be
 * down by themselves. What was read before an error is kept for the next run.
 */
export async function observeBoard(
  clients: Clients,
  config: Config,
  snapshot: Snapshot,
  cache: CardCache | null,
): Promise<ObservedBoard> {
  let isRead = false;
  try {
    const cards = await observeCards(clients.gitlab, snapshot, cache);
    isRead = true;
    const salesforceOn = clients.salesforce !== null;
    const views = cards.map((card) => viewCard(card, { config, salesforceOn, project: snapshot.project }));
    const [{ deals, problem }, products] = await Promise.all([
      observeDeals(clients.salesforce, views),
      observeProductIssues(clients.gitlab, config, views),
    ]);
    const facts = { config, snapshot, views, deals, productIssues: products.issues };
    const problems = [...(problem === null ? [] : [problemSentence(problem)]), ...products.problems];
    return { context: boardContext(facts), problems };
  } finally {
    if (!isRead) await cache?.save(false);
  }
}
