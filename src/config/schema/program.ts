import * as z from 'zod';
import { area } from './areas.ts';
import { assignment, guards } from './assignment.ts';
import { calendar, region, weekMoment } from './calendar.ts';
import { collateral } from './collateral.ts';
import { feedback } from './feedback.ts';
import { metrics, privacy } from './measures.ts';
import { identity, requesters, roles } from './requesters.ts';
import { engagementTypes, requests } from './requests.ts';
import { name, username } from './scalars.ts';
import { salesforce, slack } from './systems.ts';

/** `config/program.yml` as people write it. */
export const programFile = z
  .strictObject({
    program: z
      .strictObject({
        name: name.default('SME Program'),
        leads: z
          .array(username)
          .min(1)
          .describe('GitLab usernames; they may approve everywhere')
          .meta({ title: 'at least one GitLab username', examples: ['[priya]'] }),
        digest: weekMoment.default('mon 09:00').describe('When leads get their digest'),
      })
      .describe('The program itself'),
    desk: z
      .strictObject({
        former_users: z
          .array(username)
          .default([])
          .describe('GitLab usernames of earlier tokens of the desk, so that it knows its old comments'),
      })
      .prefault({})
      .describe('The desk itself'),
    calendar,
    regions: z.array(region).min(1).max(50).describe('Regions'),
    roles,
    engagement_types: engagementTypes,
    requests,
    assignment,
    guards,
    privacy,
    metrics,
    collateral,
    feedback,
    salesforce,
    slack,
    areas: z.array(area).min(1).max(80).describe('Areas of expertise'),
    requesters,
    identity,
  })
  .describe('The program: who, what, and by which rules');

export type ProgramFile = z.output<typeof programFile>;
