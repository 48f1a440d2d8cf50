import type { Card, CardStatus, CardView } from '../card.ts';
import { statusChanges } from './status-changes.ts';

const prefix = 'status:';

/** The key of the comment that tells askers of a move. */
export function statusKey(event: number): string {
  return `${prefix}${event}`;
}

/** The label event of the move that a comment with this key tells of; null: it tells of none. */
export function eventTold(key: string): number | null {
  if (!key.startsWith(prefix)) return null;
  const event = Number(key.slice(prefix.length));
  return Number.isSafeInteger(event) ? event : null;
}

/**
 * To which status a move was, by its label event: a card of a group is told of moves of another one. Null: its label is
 * gone by now, or its card is not looked at any more.
 */
export function statusOfEvent(event: number, own: CardView, others: readonly CardView[]): CardStatus | null {
  const hasIt = ({ card }: CardView): boolean => card.labelEvents.some(({ id }) => id === event);
  const moved = hasIt(own) ? own : others.find(hasIt);
  if (moved === undefined) return null;
  const change = statusChanges(moved.card.labelEvents).find((each) => each.event === event);
  if (change !== undefined) return change.action === 'add' ? change.value : 'new';
  const counted = moved.card.record?.value?.status ?? null;
  return counted?.event === event ? counted.value : null;
}

/** The move that askers of a card were told of last, by its label event; null: they were told of none. */
export function lastEventTold({ comments }: Pick<Card, 'comments'>): number | null {
  const byAge = [...comments].sort((a, b) => a.id - b.id);
  const told = byAge.flatMap(({ key }) => (key === null ? [] : (eventTold(key) ?? [])));
  return told.at(-1) ?? null;
}
