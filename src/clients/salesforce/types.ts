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

export interface Salesforce {
  /** 18-character id of the user the desk is in Salesforce. */
  integrationUser(): Promise<string>;
  /** The opportunities that exist and are not deleted, of those asked for (18-character ids). */
  opportunities(ids: readonly string[]): Promise<readonly SalesforceOpportunity[]>;
  teamRows(opportunityIds: readonly string[]): Promise<readonly SalesforceTeamRow[]>;
  /** All active users; used to match by e-mail without putting an address into a query. */
  activeUsers(): Promise<readonly { readonly id: string; readonly email: string; readonly name: string }[]>;
  /** Creates one row. The caller has looked right before: an insert over a row that exists would change it. */
  addToTeam(row: { opportunityId: string; userId: string; role: string }): Promise<Outcome<{ id: string }>>;
  removeFromTeam(rowId: string): Promise<Outcome<null>>;
}
