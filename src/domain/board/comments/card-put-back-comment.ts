import type { Config } from '../../../config/types.ts';
import { mention } from '../../notifications/words.ts';
import type { CardView } from '../card.ts';
import type { CardStanding } from '../standing/card-standing.ts';
import { statusNames } from '../standing/status-names.ts';
import { whoMayMove } from '../standing/who-may-move.ts';

/** The comment to somebody whose move of a card cannot stand: where the card is again, who may move it, what to do. */
export function cardPutBackComment(
  { areaKey }: CardView,
  config: Pick<Config, 'areas' | 'program'>,
  { username, value }: { readonly username: string } & Pick<CardStanding, 'value'>,
): string {
  return `${mention([username])}: this card was put back to **${statusNames[value]}**, because it is moved only by ${whoMayMove(config, areaKey)}. If it should stand elsewhere, please write why in a comment here.`;
}
