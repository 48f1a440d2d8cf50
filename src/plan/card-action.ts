/** Every write on a piece of customer feedback. The core plans them, `run/apply` is their only interpreter. */

/** The few values an action was decided on; one that differs when it is carried out skips the card as `moved`. */
export interface ExpectCard {
  /** Labels of the scopes `feedback::`, `score::` and `duplicate::` before this action, sorted. */
  readonly scope: readonly string[];
  /** Highest label-event id that was read; 0: none. */
  readonly lastEvent: number;
  readonly state: 'opened' | 'closed';
}

interface OnCard {
  /** Number of the issue. */
  readonly card: number;
}

/** One `PUT`: the label changes of all phases together, or the confidentiality that comes before everything else. */
export interface SetCard extends OnCard {
  readonly kind: 'card.set';
  readonly expect: ExpectCard;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly confidential?: true;
  /** One sentence for the plan: why. */
  readonly why: string;
}

/** Creates the record of a card, or edits it in place if it still is what was read. */
export interface WriteCardRecord extends OnCard {
  readonly kind: 'card.record';
  /** Null: it is created. */
  readonly note: number | null;
  /** Version of what was read, or null. */
  readonly version: string | null;
  readonly text: string;
  readonly record: { readonly [key: string]: unknown };
  readonly why: string;
}

/** A comment that is written once per key. */
export interface CommentOnCard extends OnCard {
  readonly kind: 'card.comment';
  readonly key: string;
  readonly body: string;
  readonly mentions: readonly string[];
}

/** Takes away a second record that two runs at once have left. */
export interface DeleteCardNote extends OnCard {
  readonly kind: 'card.note.delete';
  readonly note: number;
}

/** Links two cards as related. A link that is there already is what was wanted. */
export interface LinkCards extends OnCard {
  readonly kind: 'card.link';
  readonly target: number;
}

/** The news of one day for one asker by direct message, once per key. It belongs to no single card. */
export interface TellAsker {
  readonly kind: 'asker.tell';
  /** Slack user id. */
  readonly user: string;
  readonly key: string;
  readonly text: string;
}

/** An action on one card. */
export type CardAction = SetCard | WriteCardRecord | CommentOnCard | DeleteCardNote | LinkCards;
