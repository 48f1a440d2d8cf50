import type { Config } from '../../../config/types.ts';
import type { CardView } from '../card.ts';
import { type CardStanding, standingOf } from './card-standing.ts';
import { moversOf } from './movers.ts';

/** Where a card stands by the configuration of today and what its record remembers. */
export function standingIn(
  view: CardView,
  {
    config,
    desk,
  }: {
    readonly config: Pick<Config, 'areas' | 'roster'>;
    readonly desk: { readonly ids: readonly number[] };
  },
): CardStanding {
  return standingOf(view, moversOf(config), desk.ids);
}
