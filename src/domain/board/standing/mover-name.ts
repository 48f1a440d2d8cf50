import type { Directory } from '../../people.ts';
import type { CardView } from '../card.ts';
import type { CardMove } from './card-standing.ts';

/** The username of whoever has made a move, as GitLab names them today; null: the account is gone, or nobody has. */
export function moverName(move: CardMove | null, { card }: CardView, directory: Directory): string | null {
  if (move === null) return null;
  const event = card.labelEvents.find(({ id }) => id === move.event);
  return event?.user?.username ?? directory.byId(move.by)?.username ?? null;
}
