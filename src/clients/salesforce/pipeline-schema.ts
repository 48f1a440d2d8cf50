import { z } from 'zod';
import { id, time } from './schema.ts';
import type {
  SalesforceOpportunityChange,
  SalesforcePipelineRow,
  SalesforceStage,
  SurveyField,
} from './types.ts';

/** Salesforce lets the close date of a history row be empty, though never that of an opportunity. */
const closeDate = z.iso
  .date()
  .nullish()
  .transform((day) => day ?? '');

export const pipelineRowSchema = z
  .object({
    Id: id,
    CreatedDate: time,
    StageName: z.string(),
    CloseDate: closeDate,
    Amount: z.number().nullish(),
  })
  .transform(
    (row): SalesforcePipelineRow => ({
      id: row.Id,
      createdAt: row.CreatedDate,
      stage: row.StageName,
      amount: row.Amount ?? null,
      closeDate: row.CloseDate,
    }),
  );

export const opportunityChangeSchema = z
  .object({
    Id: id,
    OpportunityId: id,
    CreatedDate: time,
    StageName: z.string(),
    CloseDate: closeDate,
    Amount: z.number().nullish(),
  })
  .transform(
    (row): SalesforceOpportunityChange => ({
      id: row.Id,
      opportunityId: row.OpportunityId,
      at: row.CreatedDate,
      stage: row.StageName,
      amount: row.Amount ?? null,
      closeDate: row.CloseDate,
    }),
  );

/** A stage from before stages had API names is named by its label. */
export const stageSchema = z
  .object({
    ApiName: z.string().nullish(),
    MasterLabel: z.string(),
    IsClosed: z.boolean(),
    IsWon: z.boolean(),
  })
  .transform(
    (row): SalesforceStage => ({
      name: row.ApiName ?? row.MasterLabel,
      closed: row.IsClosed,
      won: row.IsWon,
    }),
  );

/**
 * An answer of one opportunity; what is no number from 0 to 10 is no answer to such a survey, and null. The field has to
 * be there, as the query asks for it, in Salesforce's own spelling, which may differ from that of the configuration.
 */
export function surveyAnswerSchema({ object, field }: SurveyField) {
  return z
    .looseObject({ Id: id, AccountId: id.nullish(), Account: z.looseObject({}).nullish() })
    .transform((row, context) => {
      const holder: Readonly<Record<string, unknown>> = (object === 'Account' ? row.Account : row) ?? {};
      const key = Object.keys(holder).find((name) => name.toLowerCase() === field.toLowerCase());
      const account = object === 'Account' ? (row.AccountId ?? null) : null;
      if (key !== undefined) return { opportunityId: row.Id, account, answer: answerOf(holder[key]) };
      context.addIssue({ code: 'custom', message: 'no such field' });
      return z.NEVER;
    });
}

function answerOf(value: unknown): number | null {
  const isText = typeof value === 'string' && /^\d{1,2}(?:\.\d+)?$/.test(value.trim());
  const answer = isText ? Number(value) : value;
  return typeof answer === 'number' && answer >= 0 && answer <= 10 ? answer : null;
}
