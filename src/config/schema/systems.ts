import * as z from 'zod';
import { apiName, name, slackChannel } from './scalars.ts';

/** A regular expression; that it is a safe one is a rule of its own, so that its fault can be named. */
const pattern = z
  .string()
  .min(1)
  .meta({ title: 'a regular expression, in quotes', examples: ['"^opp-"'] });

const stageNames = z
  .array(name)
  .min(1)
  .optional()
  .meta({ title: 'a list of stage names', examples: ['[2-Scoping]'] });

/** What the desk needs to know of the Salesforce org. */
export const salesforce = z
  .strictObject({
    team_role: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .default('SME')
      .meta({ title: 'a value of the Team Role picklist', examples: ['SME'] })
      .describe('Role of an SME on the opportunity team'),
    stages: z
      .strictObject({ '2': stageNames, '3': stageNames, '4': stageNames })
      .optional()
      .describe('Stage names by stage number, for the stage progression metric'),
    nps: z
      .strictObject({ object: z.enum(['Opportunity', 'Account']), field: apiName })
      .optional()
      .describe('Where the answer to the customer survey stands'),
    slack_channel_field: apiName
      .optional()
      .describe('Opportunity field that holds the id of its Slack channel'),
    opportunity_id: z
      .strictObject({
        label: name.default('Salesforce opportunity').describe('What the form calls it'),
        pattern: pattern.optional().describe('What is accepted while Salesforce is off'),
      })
      .prefault({}),
  })
  .prefault({})
  .describe('Salesforce');

/** The channels that belong to no single area. */
export const slack = z
  .strictObject({
    program: slackChannel.optional().describe('Channel of the whole program'),
    opportunity_channels: pattern
      .default('^opp-')
      .describe('Names of channels that SMEs may be invited to for a request'),
    temporary_channel_above: z
      .number()
      .min(0)
      .max(1_000_000_000_000)
      .optional()
      .meta({ title: 'an amount as a plain number', examples: [250000] })
      .describe('Opportunities with a larger amount get a channel of their own while a request is live'),
    temporary_channel_prefix: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
      .default('sme-request-')
      .meta({
        title: 'the beginning of a channel name: at most 40 small letters, digits, hyphens and underscores',
        examples: ['sme-request-'],
      })
      .describe('How the names of such channels begin'),
  })
  .prefault({})
  .describe('Slack');
