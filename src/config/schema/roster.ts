import * as z from 'zod';
import { hours, workdays } from './calendar.ts';
import {
  days,
  email,
  key,
  name,
  salesforceUser,
  slackUser,
  stackOverflowUser,
  timezone,
  username,
  weeklyHours,
} from './scalars.ts';

const sme = z
  .strictObject({
    gitlab: username,
    name,
    email: email.describe('Finds the Salesforce user and the Slack member'),
    salesforce_user: salesforceUser.optional().describe('In place of a search by e-mail'),
    slack_user: slackUser.optional().describe('In place of a search by e-mail'),
    stack_overflow_user: stackOverflowUser
      .optional()
      .describe('Answers of this user on Stack Overflow for Teams are the SME’s; without it none are'),
    region: key,
    timezone,
    hours: hours.optional().describe('In place of those of the program calendar'),
    days: workdays.optional().describe('In place of those of the program calendar'),
    areas: z
      .record(key, z.enum(['associate', 'sme', 'lead']).meta({ title: 'associate, sme or lead' }))
      .meta({ title: 'a level by area', examples: ['{ ai: sme }'] }),
    weekly_hours: weeklyHours.optional().describe('In place of assignment.weekly_hours'),
    time_off: z.array(days).max(200).default([]).describe('Days away, first and last included'),
    term: days.optional().describe('First and last day as an SME'),
  })
  .meta({ title: 'an SME', examples: ['{ gitlab: ines, name: Ines Ferrer, … }'] });

/** `config/roster.yml` as people write it. */
export const rosterFile = z
  .strictObject({ smes: z.array(sme).max(500) })
  .describe('The SMEs: areas, region, hours, days away');

export type RosterFile = z.output<typeof rosterFile>;
