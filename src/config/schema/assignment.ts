import * as z from 'zod';
import { count, flag, weeklyHours } from './scalars.ts';
import { span } from './span.ts';

const weight = count(0, 10);

const weights = z
  .strictObject({ load: weight, recency: weight, region: weight, level: weight, continuity: weight })
  .meta({
    title: 'all five weights',
    examples: ['{ load: 5, recency: 3, region: 2, level: 2, continuity: 2 }'],
  });

/** What the choice of an SME weighs (docs/rules.md#assignment). */
type Weights = z.output<typeof weights>;

/** Weights by preset name. */
export const presets = {
  balanced: { load: 5, recency: 3, region: 2, level: 2, continuity: 2 },
  nearest: { load: 3, recency: 2, region: 6, level: 2, continuity: 2 },
  'same-person': { load: 3, recency: 1, region: 2, level: 2, continuity: 6 },
} satisfies Record<string, Weights>;

/** How SMEs are chosen (docs/rules.md#assignment). */
export const assignment = z
  .strictObject({
    mode: z
      .enum(['assign', 'recommend'])
      .default('assign')
      .meta({ title: 'assign or recommend' })
      .describe('assign: the desk assigns; recommend: it names three and waits for a person'),
    weekly_hours: weeklyHours.default(5).describe('Budget of an SME for all SME work'),
    engagement_share: z
      .number()
      .gt(0)
      .max(1)
      .default(0.6)
      .meta({ title: 'a share, more than 0 and at most 1', examples: [0.6] })
      .describe('Part of the budget that engagements may use'),
    preparation: span('1h').describe('Added to the duration of each engagement'),
    preset: z
      .enum(['balanced', 'nearest', 'same-person'])
      .optional()
      .meta({ title: 'balanced, nearest or same-person' })
      .describe('Named weights; balanced if neither preset nor weights stand here'),
    weights: weights.optional().describe('In place of a preset'),
    shadow_associate: flag.default(true).describe('An associate of the area goes along to learn'),
  })
  .prefault({})
  .describe('How SMEs are chosen');

/** What one run may do at most; the rest waits for the next. */
export const guards = z
  .strictObject({
    team_adds: count(1, 500).default(25).describe('Opportunity team rows one run may add'),
    messages_per_channel: count(1, 100).default(5).describe('Messages one run may post into one channel'),
    card_comments: count(1, 500).default(50).describe('Comments on customer feedback one run may write'),
    new_issues: count(1, 500).default(25).describe('Issues that follow from requests one run may open'),
  })
  .prefault({})
  .describe('Caps of one run');
