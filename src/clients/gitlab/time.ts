import { z } from 'zod';

/** A time of GitLab (ISO 8601 with zone) as epoch milliseconds. */
export const time = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'not a time')
  .transform((text) => Date.parse(text));
