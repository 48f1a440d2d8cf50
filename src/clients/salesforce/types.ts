import type { Outcome } from '../outcome.ts';

/** Salesforce as the desk uses it: constants and checked ids only, never a query built from what users wrote. */

export interface SalesforceOpportunity {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly ownerId: string;
  readonly stage: string;
  readonly closed: boolean;
  readonly won: boolean;
  readonly closeDate: string;
  readonly slackChannel: string | null;
  /** In the currency of the opportunity; null: none, or it was not asked for. */
  readonly amount: number | null;
}

export interface SalesforceTeamRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly userId: string;
  readonly role: string | null;
  readonly createdById: string;
  readonly createdAt: number;
}

/** What a report needs of an opportunity: no name, no customer. The values are today's. */
export interface SalesforcePipelineRow {
  readonly id: string;
  readonly createdAt: number;
  readonly stage: string;
  /** In the currency of the opportunity; null: none, or it was not asked for. */
  readonly amount: number | null;
  /** `YYYY-MM-DD`; empty: Salesforce keeps none. */
  readonly closeDate: string;
}

/** One row of OpportunityHistory: the values that were in force from its time on. */
export interface SalesforceOpportunityChange {
  readonly id: string;
  readonly opportunityId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly stage: string;
  /** See {@link SalesforcePipelineRow.amount}. */
  readonly amount: number | null;
  readonly closeDate: string;
}

/** A value of the picklist of stages, retired ones included. */
export interface SalesforceStage {
  /** As opportunities and their history name it. */
  readonly name: string;
  readonly closed: boolean;
  readonly won: boolean;
}

/** Where the answer to the customer survey stands: on the opportunity, or on its account. */
export interface SurveyField {
  readonly object: 'Opportunity' | 'Account';
  /** API name. */
  readonly field: string;
}

/** Whether amounts are asked for; who needs none does not. */
export interface PipelineOptions {
  readonly amounts: boolean;
}

/** What customers have answered. */
export interface SurveyAnswers {
  /** By opportunity. */
  readonly answers: Readonly<Record<string, number>>;
  /** The account that gave the answer, by opportunity, where the survey stands there: one answer for all of its. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** What reports read of Salesforce. All of it is reading; ids are 18 characters long. */
export interface SalesforcePipeline {
  /** The opportunities that exist and are not deleted, of those asked for. */
  pipelineRows(ids: readonly string[], options: PipelineOptions): Promise<readonly SalesforcePipelineRow[]>;
  /**
   * Every opportunity of the organisation that is open, or was changed since a day (`YYYY-MM-DD`, UTC), and so every one
   * that was open at any time since: to close one is to change it. Without amounts.
   */
  pipelineSince(day: string): Promise<readonly SalesforcePipelineRow[]>;
  /** The whole history of these opportunities, in no order. */
  opportunityHistory(
    opportunityIds: readonly string[],
    options: PipelineOptions,
  ): Promise<readonly SalesforceOpportunityChange[]>;
  stages(): Promise<readonly SalesforceStage[]>;
  /** The answers from 0 to 10; who has not answered is not in it. */
  surveyAnswers(opportunityIds: readonly string[], survey: SurveyField): Promise<SurveyAnswers>;
}

/** Which opportunities customer feedback names, itself or by their account; 18-character ids. */
export interface Asked {
  readonly opportunityIds: readonly string[];
  readonly accountIds: readonly string[];
}

/** What customer feedback is scored with: no name, and amounts that are never written anywhere. */
export interface AskingDeal {
  readonly id: string;
  readonly accountId: string | null;
  /** In the currency of the opportunity. */
  readonly amount: number | null;
  readonly closed: boolean;
  readonly won: boolean;
  /** `YYYY-MM-DD`. */
  readonly closeDate: string;
  /** In percent. */
  readonly probability: number | null;
}

export interface Salesforce extends SalesforcePipeline {
  /** 18-character id of the user the desk is in Salesforce. */
  integrationUser(): Promise<string>;
  /** The opportunities that exist and are not deleted, of those asked for (18-character ids). */
  opportunities(ids: readonly string[]): Promise<readonly SalesforceOpportunity[]>;
  /**
   * These opportunities, won and lost ones too, and all open ones of these accounts; each once, in no order. One call for
   * up to 2,500 ids, as long as no account has hundreds of open opportunities.
   */
  askingDeals(asked: Asked): Promise<readonly AskingDeal[]>;
  teamRows(opportunityIds: readonly string[]): Promise<readonly SalesforceTeamRow[]>;
  /** All active users; used to match by e-mail without putting an address into a query. */
  activeUsers(): Promise<readonly { readonly id: string; readonly email: string; readonly name: string }[]>;
  /** Creates one row. The caller has looked right before: an insert over a row that exists would change it. */
  addToTeam(row: { opportunityId: string; userId: string; role: string }): Promise<Outcome<{ id: string }>>;
  removeFromTeam(rowId: string): Promise<Outcome<null>>;
}
