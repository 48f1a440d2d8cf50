import * as z from 'zod';
import { name } from './scalars.ts';
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
    reply_within: span('1 business day').describe('How long a question in a field channel may wait'),
    feedback_after: span('1 business day').describe('From the agreed date to the feedback prompt'),
    feedback_reminders: z
      .array(spanText)
      .max(5)
      .default(['2 business days', '5 business days'])
      .transform((texts) => texts.map(toSpan))
      .describe('From the prompt to each reminder'),
    waitlist_for: span('14 days').describe('How long a request waits for a free SME'),
    must_be_on_team: z
      .enum(['warn', 'refuse'])
      .default('warn')
      .meta({ title: 'warn or refuse' })
      .describe('A requester who is not on the opportunity team: warn the approver, or refuse'),
  })
  .prefault({})
  .describe('Clocks and strictness of a request');
