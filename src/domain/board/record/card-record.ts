import * as z from 'zod';

const id = z.int().positive();

/**
 * What the marker of a card's record holds: numbers and names of statuses only, since it may be kept between runs
 * (`docs/security.md#sinks`). It remembers whose moves counted when they were made: who leaves the configuration later
 * takes nothing back.
 */
export const cardRecord = z.strictObject({
  project: id,
  /** **Global** id of the issue. */
  issue: id,
  /** The last move that counted, by its label event; null: none yet, and the card is new. */
  status: z
    .strictObject({
      event: id,
      value: z.enum(['new', 'reviewed', 'accepted', 'roadmap', 'resolved', 'declined', 'backlog']),
      by: id,
      /** By somebody who is no product manager: for the product manager, and told in the next review. */
      forManager: z.boolean(),
    })
    .nullable(),
  /**
   * The highest event of a person in the scope `feedback::` that was judged; 0 or absent: none. A move that did not
   * count when it was made does not begin to when its author is given the right later.
   */
  judged: z.int().nonnegative().optional(),
  /** Cards that somebody who may has said to be the same ask, by their global ids. */
  sameAs: z.array(id).default([]),
  /** Those of whom somebody who may has said that they are not, by their global ids; absent: none. */
  apart: z.array(id).optional(),
});

export type CardRecord = z.infer<typeof cardRecord>;
