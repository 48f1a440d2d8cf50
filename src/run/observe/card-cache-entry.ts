import { z } from 'zod';
import { cardRecord } from '../../domain/board/record/card-record.ts';

const id = z.int().positive();
const digest = /^[0-9a-f]{64}$/;

/**
 * The keys that the desk gives its comments on cards: words of this program, numbers and hashes. Whoever may edit the
 * desk's comments can write another one; a card with such a comment is read anew each time.
 */
const key = z.union([
  z.string().regex(/^(?:not-a-mover|status|reason|product-closed|duplicate):\d{1,15}$/),
  z.string().regex(/^stale:(?:new|accepted):\d{1,15}$/),
  z.string().regex(/^problems:[0-9a-f]{1,64}$/),
]);

/** Five whole numbers for each label event, see `eventsAsNumbers`. */
const labels = z.custom<readonly number[]>(
  (value) =>
    Array.isArray(value) &&
    value.length % 5 === 0 &&
    value.every((each) => Number.isSafeInteger(each) && Number(each) >= 0),
);

const comment = z.strictObject({
  id,
  author: id,
  at: z.int().nonnegative(),
  key: key.nullable(),
  internal: z.boolean(),
});

/** What history and comments of a card say, as numbers and words of this program (`docs/security.md#sinks`). */
export const cardEntry = z.strictObject({
  labels,
  lastEvent: z.int().nonnegative(),
  comments: z.array(comment),
  record: z
    .strictObject({
      note: id,
      version: z.string().regex(digest),
      value: cardRecord.nullable(),
      former: z.literal(true).optional(),
    })
    .nullable(),
  surplus: z.array(id),
});

export type CardEntry = z.infer<typeof cardEntry>;

/** Hashes of the wiki pages that were found as they should be, by slug. */
export const pageHashes = z.record(z.string().regex(/^[a-z0-9/-]{1,80}$/), z.string().regex(digest));
