/** Stack Overflow for Teams as plain data: one team, its tags, and what was asked and answered. */

export interface TeamUser {
  readonly id: number;
  name: string;
}

export interface TeamTag {
  readonly id: number;
  name: string;
}

interface Post {
  readonly id: number;
  /** When it was written, epoch milliseconds. */
  readonly at: number;
  /** User id; null: the account is gone. */
  owner: number | null;
  /** Votes up less votes down. */
  score: number;
  body: string;
}

export interface TeamQuestion extends Post {
  title: string;
  /** Ids of its tags. */
  tags: readonly number[];
  answers: Post[];
}

export type TeamAnswer = Post;

/** Everything the team remembers. */
export interface StackOverflowWorld {
  /** Its name in addresses: `/v3/teams/<slug>`. */
  readonly slug: string;
  /** User id by personal access token. */
  tokens: Record<string, number>;
  users: TeamUser[];
  tags: TeamTag[];
  questions: TeamQuestion[];
  switches: {
    /** Every call answers 503. */
    down: boolean;
  };
}
