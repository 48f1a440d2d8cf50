import { z } from 'zod';
import { salesforceId } from './salesforce-id.ts';
import type { SalesforceOpportunity, SalesforceTeamRow } from './types.ts';

/** An id of any kind, brought to 18 characters. */
export const id = z.string().transform((text, context) => {
  const whole = salesforceId(text, '');
  if (whole !== null) return whole;
  context.addIssue({ code: 'custom', message: 'not an id' });
  return z.NEVER;
});

/** A time of Salesforce (`2026-11-23T08:00:00.000+0000`) as epoch milliseconds. */
export const time = z
  .string()
  .transform((text) => Date.parse(text.replace(/\+0000$/, 'Z')))
  .refine((at) => !Number.isNaN(at), 'not a time');

/** One page of a query. */
export const pageSchema = z.object({
  done: z.boolean(),
  totalSize: z.int(),
  records: z.array(z.unknown()),
  nextRecordsUrl: z.string().optional(),
});

/**
 * An opportunity.
 *
 * @param slackChannelField API name of the field that holds the channel, or null.
 */
export function opportunitySchema(slackChannelField: string | null): z.ZodType<SalesforceOpportunity> {
  return opportunityRow.transform((row): SalesforceOpportunity => {
    const channel = slackChannelField === null ? null : row[slackChannelField];
    return {
      id: row.Id,
      name: row.Name,
      accountId: row.AccountId ?? null,
      accountName: row.Account?.Name ?? null,
      ownerId: row.OwnerId,
      stage: row.StageName,
      closed: row.IsClosed,
      won: row.IsWon,
      closeDate: row.CloseDate,
      slackChannel: typeof channel === 'string' && channel.trim() !== '' ? channel.trim() : null,
      amount: row.Amount ?? null,
    };
  });
}

const opportunityRow = z.looseObject({
  Id: id,
  Name: z.string(),
  AccountId: id.nullish(),
  Account: z.object({ Name: z.string() }).nullish(),
  OwnerId: id,
  StageName: z.string(),
  IsClosed: z.boolean(),
  IsWon: z.boolean(),
  CloseDate: z.iso.date(),
  Amount: z.number().nullish(),
});

export const teamRowSchema = z
  .object({
    Id: id,
    OpportunityId: id,
    UserId: id,
    TeamMemberRole: z.string().nullish(),
    CreatedById: id,
    CreatedDate: time,
  })
  .transform(
    (row): SalesforceTeamRow => ({
      id: row.Id,
      opportunityId: row.OpportunityId,
      userId: row.UserId,
      role: row.TeamMemberRole ?? null,
      createdById: row.CreatedById,
      createdAt: row.CreatedDate,
    }),
  );

/** A user without an address cannot be matched, but is no reason to stop. */
export const userSchema = z
  .object({ Id: id, Email: z.string().nullish(), Name: z.string() })
  .transform((user) => ({ id: user.Id, email: user.Email ?? '', name: user.Name }));

/** The answer to an insert. */
export const savedSchema = z.object({ id, success: z.literal(true) });
