import * as z from 'zod';
import { count, name } from './scalars.ts';
import { span } from './span.ts';

const points = (fallback: number, what: string) => count(0, 1000).default(fallback).describe(what);

const factor = (fallback: number, what: string) =>
  z
    .number()
    .min(1)
    .max(100)
    .default(fallback)
    .meta({ title: 'a number from 1 to 100', examples: [String(fallback)] })
    .describe(what);

const share = (fallback: number, what: string) =>
  z
    .number()
    .gt(0)
    .lt(1)
    .default(fallback)
    .meta({ title: 'a share between 0 and 1', examples: [String(fallback)] })
    .describe(what);

const dayOfMonth = (fallback: number, what: string) => count(1, 28).default(fallback).describe(what);

/** How customer feedback is scored, told, reminded of and reviewed (docs/rules.md#customer-feedback). */
export const feedback = z
  .strictObject({
    themes: z
      .array(name)
      .max(40)
      .default([
        'Usability',
        'Performance and scale',
        'Security and compliance',
        'Integrations',
        'Reporting',
        'Administration',
        'Documentation',
      ])
      .describe('What the form offers as theme; "Other" is always there'),
    impact_points: z
      .strictObject({
        blocker: points(10, 'What stops the customer'),
        major: points(4, 'What hinders the customer'),
        minor: points(1, 'A nuisance'),
      })
      .prefault({})
      .describe('How much an impact weighs in the score'),
    urgency: z
      .strictObject({
        near_days: count(1, 365).default(30).describe('A deal that closes within so many days is near'),
        near: factor(2, 'Factor while the deal is near'),
        soon_days: count(1, 730).default(90).describe('A deal that closes within so many days is soon'),
        soon: factor(1.5, 'Factor while the deal is soon'),
        unlikely_below: count(0, 100).default(50).describe('A probability, in percent, below it is low'),
        unlikely: factor(1.5, 'Factor while the probability is low'),
      })
      .prefault({})
      .describe('How much more a deal weighs that is near or in danger'),
    bands: z
      .strictObject({
        high: share(0.2, 'Share of the asks, from the top, with the band high'),
        medium: share(0.5, 'Share of the asks, from the top, with at least the band medium'),
      })
      .prefault({})
      .describe('How scores become bands'),
    tell_after: span('1 business day').describe(
      'How long Resolved and Declined stand before askers are told',
    ),
    stale: z
      .strictObject({
        new: span('5 business days').describe('New without movement for so long is stale'),
        accepted: span('30 days').describe('Accepted for so long is stale'),
      })
      .prefault({})
      .describe('When somebody is reminded of a card'),
    meetings: z
      .strictObject({
        pod: dayOfMonth(3, 'Day of the month, or the next working day: SMEs and lead of an area'),
        review: dayOfMonth(17, 'Day of the month, or the next working day: product managers and SMEs'),
      })
      .prefault({})
      .describe('The two monthly meetings of each formal area'),
    product_projects: z
      .array(
        z
          .string()
          .regex(/^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)+$/)
          .meta({ title: 'the full path of a project', examples: ['gitlab-org/gitlab'] }),
      )
      .max(20)
      .default([])
      .describe(
        'Projects on the same GitLab whose issues are followed; the desk’s token must be able to read them',
      ),
  })
  .prefault({})
  .describe('Customer feedback');
