import type { Instant, IssueFacts, Reaction } from '../snapshot.ts';
import type { FeedbackForm } from './form/feedback-form.ts';
import type { CardRecord } from './record/card-record.ts';

/** Where a piece of feedback stands, left to right: the values of the `feedback::` labels. */
export const cardStatuses = [
  'new',
  'reviewed',
  'accepted',
  'roadmap',
  'resolved',
  'declined',
  'backlog',
] as const;

export type CardStatus = (typeof cardStatuses)[number];

/** A comment on a card as far as anything is decided by it; its words are not kept. */
export interface CardComment {
  readonly id: number;
  /** User id. */
  readonly author: number;
  readonly at: Instant;
  /** Of the desk's own comments: what it is found by. */
  readonly key: string | null;
  readonly internal: boolean;
}

/** The desk's one comment on a card that holds its status, found by its marker. */
export interface FoundCardRecord {
  readonly note: number;
  /** SHA-256 of its body, see `bodyVersion`. */
  readonly version: string;
  /** Null: the marker is damaged. */
  readonly value: CardRecord | null;
  /** By an earlier user of the desk, whose comments GitLab lets no other edit: what it says counts, and the next one is new. */
  readonly former?: true | undefined;
}

/**
 * One issue `type::customer-feedback` with its own history: what it was copied with is left out, and so are the words of
 * its comments.
 */
export interface Card
  extends Pick<
    IssueFacts,
    | 'id'
    | 'iid'
    | 'projectId'
    | 'title'
    | 'description'
    | 'state'
    | 'confidential'
    | 'createdAt'
    | 'updatedAt'
    | 'author'
    | 'assignees'
    | 'labels'
    | 'webUrl'
    | 'labelEvents'
  > {
  /** Highest id of all its label events, with those it was copied with; absent: of its own ones. */
  readonly lastEvent?: number;
  /** Of people and the desk, by id, without GitLab's own. */
  readonly comments: readonly CardComment[];
  /** The oldest one of the desk's; null: none yet. */
  readonly record: FoundCardRecord | null;
  /** Further records that two runs at once have left, by note id. */
  readonly surplus: readonly number[];
  /** On the desk's proposals of a duplicate, while one is open. */
  readonly reactions: readonly Reaction[];
}

/** A card with what its form says. */
export interface CardView {
  readonly card: Card;
  readonly form: FeedbackForm;
  /** Of its `area::` label, else of the form, else `other`. */
  readonly areaKey: string;
}

/** Cards that ask for the same and count together, by number; a card that is alone is its own head. */
export interface Groups {
  /** The oldest open card of the group. */
  readonly headOf: (iid: number) => number;
  /** All of the group, the head first. */
  readonly membersOf: (iid: number) => readonly number[];
}

/** What the score of a card is. */
export interface CardScore {
  readonly band: 'high' | 'medium' | 'low';
  /** One sentence each, without names and amounts. */
  readonly explanation: readonly string[];
  /** Its place among the asks of its area, from 1; cards of one group share it. */
  readonly rank: number;
}

/** Scores by number of the card. Off: there are none. Down: the bands there are stay. */
export type Scores =
  | { readonly kind: 'off' }
  | { readonly kind: 'down' }
  | { readonly kind: 'scored'; readonly byCard: ReadonlyMap<number, CardScore> };
