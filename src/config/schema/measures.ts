import * as z from 'zod';
import { count, key, month } from './scalars.ts';

/** When a figure about people is too small to print (docs/rules.md#metrics). */
export const privacy = z
  .strictObject({
    minimum_n: count(2, 100).default(5).describe('Ratings, NPS and amounts of fewer are not printed'),
  })
  .prefault({})
  .describe('Privacy of figures');

/** What the metrics compare against (docs/rules.md#metrics). */
export const metrics = z
  .strictObject({
    baseline: z
      .strictObject({
        from: month.optional(),
        to: month.optional(),
        figures: z
          .record(key, z.number().meta({ title: 'a number' }))
          .optional()
          .describe('Figures by the key the report prints them under'),
      })
      .optional()
      .describe('A period (from, to), or figures'),
  })
  .prefault({})
  .describe('Metrics');
