import type { Config } from '../../config/types.ts';
import type { CardView, Groups, Scores } from '../../domain/board/card.ts';
import type { CardStanding } from '../../domain/board/standing/card-standing.ts';

/** Everything that pages and agendas tell of the board. */
export interface BoardFacts {
  readonly config: Config;
  /** Open and closed, in any order. */
  readonly cards: readonly CardView[];
  readonly groups: Groups;
  readonly scores: Scores;
  readonly deskIds: readonly number[];
  readonly standingOf: (view: CardView) => CardStanding;
  /** Whether a card has stood in its column for so long that somebody is reminded of it. */
  readonly isStale: (view: CardView) => boolean;
  /** A GitLab username by user id; null: an account that nobody knows. */
  readonly usernameOf: (id: number) => string | null;
}
