/** An opportunity that customer feedback names, itself or by its account, as Salesforce has it today. */
export interface Deal {
  /** 18 characters. */
  readonly id: string;
  /** Null: the opportunity belongs to no account. */
  readonly accountId: string | null;
  /** In the currency of the opportunity, and taken as it comes; null: none. */
  readonly amount: number | null;
  readonly closed: boolean;
  readonly won: boolean;
  /** `YYYY-MM-DD`. */
  readonly closeDate: string;
  /** In percent. */
  readonly probability: number | null;
}
