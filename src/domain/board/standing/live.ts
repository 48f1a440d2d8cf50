import type { Card, CardStatus } from '../card.ts';

/** Whether something is still to become of a card: it is open and neither resolved nor declined. */
export function isLive({ state }: Pick<Card, 'state'>, value: CardStatus): boolean {
  return state === 'opened' && value !== 'resolved' && value !== 'declined';
}
