import { z } from 'zod';
import type { StackOverflowAnswer, StackOverflowQuestion } from './types.ts';

/*
 * The few fields the desk keeps of API v3 (https://api.stackoverflowteams.com/v3 describes them all). Titles, texts
 * and names end here: a schema that does not name a field drops it.
 */

/** A time as epoch milliseconds. Times without an offset are UTC. */
const time = z.iso
  .datetime({ offset: true, local: true })
  .transform((text) => Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`));

/** One page of any list. */
export const pageSchema = z.object({
  totalCount: z.int().nonnegative(),
  page: z.int().positive(),
  totalPages: z.int().nonnegative(),
  items: z.array(z.unknown()),
});

export const tagSchema = z.object({ id: z.int().positive(), name: z.string() });

/** What administrators still see of something that was deleted. */
const deleted = z.boolean().default(false);

/** A question; null: it was deleted. */
export const questionSchema = z
  .object({
    id: z.int().positive(),
    tags: z.array(z.object({ name: z.string() })),
    creationDate: time,
    answerCount: z.int().nonnegative(),
    isDeleted: deleted,
  })
  .transform((row): StackOverflowQuestion | null => {
    if (row.isDeleted) return null;
    const { id, creationDate: at, answerCount } = row;
    return { id, at, tags: row.tags.map((tag) => tag.name), answerCount };
  });

/** An answer; null: it was deleted. An account that is gone leaves an answer without an owner. */
export const answerSchema = z
  .object({
    id: z.int().positive(),
    creationDate: time,
    score: z.int(),
    owner: z.object({ id: z.int() }).nullish(),
    isDeleted: deleted,
  })
  .transform((row): StackOverflowAnswer | null => {
    if (row.isDeleted) return null;
    return { id: row.id, at: row.creationDate, user: row.owner?.id ?? null, score: row.score };
  });
