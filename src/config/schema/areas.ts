import * as z from 'zod';
import { flag, key, name, slackChannel, username } from './scalars.ts';

/** One area of expertise. */
export const area = z
  .strictObject({
    key: key.describe('Becomes the label area::<key>'),
    name: name.describe('What the form offers'),
    aliases: z.array(name).max(20).default([]).describe('Other names that mean this area'),
    tier: z
      .enum(['formal', 'interest'])
      .default('formal')
      .meta({ title: 'formal or interest' })
      .describe('Formal areas have product managers, a feedback board and review meetings'),
    live: flag.default(true).describe('false: requests are planned, nothing is assigned'),
    leads: z.array(username).default([]).describe('GitLab usernames of the area leads'),
    approvers: z.array(username).default([]).describe('GitLab usernames; program leads may always approve'),
    product_managers: z.array(username).default([]).describe('GitLab usernames'),
    slack: z
      .strictObject({
        request: slackChannel.optional().describe('Where requests are announced'),
        team: slackChannel.optional().describe('The SMEs of the area'),
        area: slackChannel.optional().describe('Everybody interested in the area'),
        field: slackChannel.optional().describe('Questions from the field'),
      })
      .prefault({})
      .describe('Channel ids'),
    stack_overflow_tags: z.array(name).max(50).default([]),
  })
  .meta({ title: 'an area', examples: ['{ key: ai, name: AI, approvers: [priya] }'] });
