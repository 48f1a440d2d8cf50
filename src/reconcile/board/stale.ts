import type { CardView } from '../../domain/board/card.ts';
import type { StaleStatus } from '../../domain/board/comments/stale-comment.ts';
import { leadsOfCard, managersOfCard } from '../../domain/board/standing/answerable.ts';
import { isOverForAll } from '../../domain/board/standing/over-for-all.ts';
import { standingIn } from '../../domain/board/standing/standing-in.ts';
import type { BoardContext } from './card-phase.ts';
import { headView } from './head-view.ts';

/** A card that has stood in its column for too long. */
interface Stale {
  readonly value: StaleStatus;
  /** Names the stay: label event of the move that began it; 0: the card was never moved. */
  readonly event: number;
  /** Usernames of those who are reminded. */
  readonly people: readonly string[];
}

/**
 * Whether a card is stale: new or accepted for longer than configured, in the hours of those who are reminded; null: it
 * is not. The status of the head goes for all of a group, so that only the head is (`docs/rules.md#customer-feedback`).
 */
export function staleOf(view: CardView, context: BoardContext): Stale | null {
  const { config, now } = context;
  if (view.card.state === 'closed' || headView(view, context) !== view) return null;
  const { value, move, since } = standingIn(view, context);
  if (value !== 'new' && value !== 'accepted') return null;
  const people = remindedOf(value, view.areaKey, context);
  const span = config.feedback.stale[value];
  return isOverForAll(config, people, { since, span, now })
    ? { value, event: move?.event ?? 0, people }
    : null;
}

function remindedOf(value: StaleStatus, areaKey: string, { config }: BoardContext): readonly string[] {
  switch (value) {
    case 'new':
      return leadsOfCard(config, areaKey);
    case 'accepted':
      return managersOfCard(config, areaKey);
    default:
      return value satisfies never;
  }
}
