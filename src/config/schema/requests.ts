import * as z from 'zod';
import { key, name } from './scalars.ts';
import { span, spanText, toSpan } from './span.ts';

/** What can be asked for, besides "Other" (docs/rules.md#requests). */
export const engagementTypes = z
  .array(name)
  .min(1)
  .max(40)
  .default([
    'Customer Demo',
    'Technical Presentation',
    'Architecture Review',
    'Technical Close Plan review',
    'Customer Success Plan review',
    'Workshop',
  ])
  .describe('Kinds of engagement the form offers; "Other" is always there');

/** The clocks of a request (docs/rules.md#clocks). */
export const requests = z
  .strictObject({
    lead_time: span('48h').describe('From submission to the first date; less is fast track'),
    approval_within: span('8 business hours').describe('How long approvers have'),
    pickup_within: span('8 business hours').describe('How long the assigned SME has to accept'),
    at_risk: z
      .number()
      .gt(0)
      .lt(1)
      .default(0.75)
      .meta({ title: 'a share between 0 and 1', examples: ['0.75'] })
      .describe('Share of a clock after which a request is at risk'),
    answer_within: span('2 business days').describe('How long a requester has to answer before a reminder'),
    expire_after: span('10 business days').describe('How long a request waits for its requester at all'),
    reason_within: span('2 business days').describe('How long a decline waits for its reason'),
    reopen_within: span('1 business day').describe('How long a request that was closed early waits'),
    reschedule: z
      .strictObject({
        days: z.int().min(0).max(365).default(30),
        times: z.int().min(0).max(20).default(3),
      })
      .prefault({})
      .meta({ title: 'limits for new dates', examples: ['{ days: 30, times: 3 }'] })
      .describe('How far and how often dates may move without a new approval'),
    reply_within: span('1 business day').describe('How long a question in a field channel may wait'),
    feedback_after: span('1 business day').describe('From the agreed date to the feedback prompt'),
    feedback_reminders: z
      .array(spanText)
      .max(5)
      .default(['2 business days', '5 business days'])
      .transform((texts) => texts.map(toSpan))
      .describe('From the prompt to each reminder'),
    waitlist_for: span('14 days').describe('How long a request waits for a free SME'),
    leader_role: key
      .default('sa-leader')
      .describe('The role that may ask for any opportunity; a key of `roles`'),
    must_be_on_team: z
      .enum(['warn', 'refuse'])
      .default('warn')
      .meta({ title: 'warn or refuse' })
      .describe('A requester who is not on the opportunity team: warn the approver, or refuse'),
    decline_reasons: z
      .array(name)
      .max(20)
      .default([
        'not enough notice',
        'outside the area',
        'too early',
        'duplicate',
        'no capacity',
        'not an SME question',
      ])
      .describe('What an approver may begin the reason of a decline with, so that reports count it'),
  })
  .prefault({})
  .describe('Clocks and strictness of a request');
