import type { Config } from '../../../config/types.ts';
import type { Instant, UserRef } from '../../snapshot.ts';
import { cardMovers } from '../card-movers.ts';
import type { FeedbackItem } from '../facts.ts';
import { itemAreaAt, itemChanges, type ScopeChange, standingAt } from '../item-states.ts';

/** A feedback item with the changes of its card that count. */
interface MovedItem {
  readonly item: FeedbackItem;
  readonly changes: readonly ScopeChange[];
}

/** Items with the changes by those who may move their cards, by the area each item bears right before the cut-off. */
export function movedItems(
  config: Config,
  items: readonly FeedbackItem[],
  cutOff: Instant,
): readonly MovedItem[] {
  const counts = cardMovers(config);
  return items.map((item) => {
    const area = itemAreaAt(item, cutOff);
    const byThem = ({ user }: { readonly user: UserRef | null }): boolean => counts(area, user);
    return { item, changes: itemChanges(item, 'feedback').filter(byThem) };
  });
}

/**
 * The change that makes an item count as resolved in the period from `from` to the cut-off: it stands at the cut-off
 * and was made in it. Null: the item does not count.
 */
export function resolvedIn(
  changes: readonly ScopeChange[],
  from: Instant,
  cutOff: Instant,
): ScopeChange | null {
  const standing = standingAt(changes, cutOff);
  return standing?.value === 'resolved' && standing.at >= from ? standing : null;
}
