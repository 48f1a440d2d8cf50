import type { CardView } from '../../domain/board/card.ts';
import type { CardStanding } from '../../domain/board/standing/card-standing.ts';
import { standingIn } from '../../domain/board/standing/standing-in.ts';
import type { BoardFacts } from '../../report/board/board-facts.ts';
import type { BoardContext } from './card-phase.ts';
import { staleOf } from './stale.ts';

/** The board as pages and agendas tell it. Each of them asks for the standing of every card: it is worked out once. */
export function boardFactsOf(context: BoardContext): BoardFacts {
  const { config, cards, groups, scores, desk, directory } = context;
  const known = new Map<CardView, CardStanding>();
  return {
    config,
    cards,
    groups,
    scores,
    deskIds: desk.ids,
    standingOf(view) {
      const standing = known.get(view) ?? standingIn(view, context);
      known.set(view, standing);
      return standing;
    },
    isStale: (view) => staleOf(view, context) !== null,
    usernameOf: (id) => directory.byId(id)?.username ?? null,
  };
}
