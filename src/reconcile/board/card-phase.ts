import type { Config } from '../../config/types.ts';
import type { CardView, Groups, Scores } from '../../domain/board/card.ts';
import type { Directory } from '../../domain/people.ts';
import type { Instant, LabelFacts, Snapshot } from '../../domain/snapshot.ts';

/** An issue of the product that a card names, as read; one that is missing here could not be read. */
export interface ProductIssueFacts {
  readonly project: string;
  readonly iid: number;
  readonly closed: boolean;
  readonly closedAt: Instant | null;
}

/** Everything that the care of one card may depend on. */
export interface BoardContext {
  readonly config: Config;
  readonly now: Instant;
  readonly desk: Snapshot['desk'];
  readonly project: Snapshot['project'];
  readonly labels: readonly LabelFacts[];
  readonly directory: Directory;
  /** Every card that is looked at, oldest first. */
  readonly cards: readonly CardView[];
  readonly groups: Groups;
  readonly scores: Scores;
  readonly productIssues: readonly ProductIssueFacts[];
}

/** What one phase wants on one card. The wishes of all phases become one `PUT`, then the record, then the comments. */
export interface CardWish {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  /** With a change of labels: one sentence for the plan. */
  readonly why?: string;
  readonly comments?: readonly {
    readonly key: string;
    readonly body: string;
    readonly mentions: readonly string[];
  }[];
  /** Numbers of cards to link as related. */
  readonly links?: readonly number[];
}

/** One phase in the care of a card. */
export type CardPhase = (view: CardView, context: BoardContext) => CardWish;
