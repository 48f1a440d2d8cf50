/**
 * Salesforce as plain data: what the embedded organisation holds. Field names are Salesforce's own, ids are the
 * 18-character form, times are epoch milliseconds of the sandbox clock (answers render them as Salesforce does).
 */

export interface UserRow {
  readonly Id: string;
  Username: string;
  Email: string;
  Name: string;
  IsActive: boolean;
  /** `Standard` for people, `AutomatedProcess`, `CsnOnly` … for users Salesforce makes itself. */
  UserType: string;
}

interface AccountRow {
  readonly Id: string;
  Name: string;
  /** Values of the organisation's own fields by API name; absent: empty. */
  custom: Custom;
}

type Custom = Record<string, string | number | boolean | null>;

/** A value of the picklist of stages, and what it means. Retired ones stay, since history still names them. */
export interface StageRow {
  readonly Id: string;
  /** What `StageName` of an opportunity holds. */
  readonly ApiName: string;
  readonly MasterLabel: string;
  readonly IsActive: boolean;
  readonly IsClosed: boolean;
  readonly IsWon: boolean;
  readonly SortOrder: number;
  readonly DefaultProbability: number;
}

export interface OpportunityRow {
  readonly Id: string;
  Name: string;
  AccountId: string | null;
  OwnerId: string;
  StageName: string;
  IsClosed: boolean;
  IsWon: boolean;
  /** `YYYY-MM-DD`. */
  CloseDate: string;
  Amount: number | null;
  Probability: number | null;
  /** Values of the organisation's own fields by API name; absent: empty. */
  custom: Custom;
  /** In the recycle bin: invisible to `query`, and nothing can be added to it. */
  IsDeleted: boolean;
  CreatedById: string;
  CreatedDate: number;
}

interface TeamMemberRow {
  readonly Id: string;
  readonly OpportunityId: string;
  readonly UserId: string;
  TeamMemberRole: string | null;
  readonly CreatedById: string;
  readonly CreatedDate: number;
  LastModifiedById: string;
  LastModifiedDate: number;
}

/**
 * One row for the opportunity as it was made, and one per change of stage, amount, probability or close date; it holds
 * the values after the change.
 */
interface OpportunityHistoryRow {
  readonly Id: string;
  readonly OpportunityId: string;
  readonly StageName: string;
  readonly Amount: number | null;
  readonly Probability: number | null;
  readonly CloseDate: string;
  readonly CreatedById: string;
  readonly CreatedDate: number;
}

/** A row that was taken off a team. Salesforce keeps none of it; the sandbox does, to tell whose it was. */
interface RemovedTeamMember {
  readonly row: TeamMemberRow;
  readonly by: string;
  readonly at: number;
}

/** An external client app that may ask for tokens. */
export interface ClientApp {
  readonly id: string;
  readonly secret: string;
  /** Id of the user the client-credentials flow runs as. */
  readonly runAs: string;
  /** PEM of the certificate the JWT bearer flow is checked against; null: any well-formed assertion passes. */
  jwtPublicKey: string | null;
}

/** Who a token belongs to, and until when. */
interface Session {
  readonly userId: string;
  readonly expiresAt: number;
}

/** A query of more than one page: the rows still to be given, already rendered. */
interface QueryCursor {
  readonly records: readonly unknown[];
  readonly totalSize: number;
}

/** How this organisation behaves. Every one can be changed while the sandbox runs. */
export interface SalesforceSwitches {
  /** Rows per page of a query. Salesforce gives up to 2,000. */
  batchSize: number;
  /** API calls in 24 hours; once `apiUsed` reaches it everything but the token answers REQUEST_LIMIT_EXCEEDED. */
  apiLimit: number;
  /** Milliseconds a token lives. */
  sessionLength: number;
  /** Values of the Team Role picklist, or null: any text is a role (an unrestricted picklist). */
  teamRoles: string[] | null;
  /** The organisation is in maintenance: every call answers 503. */
  down: boolean;
}

/** Everything Salesforce remembers. */
export interface SalesforceWorld {
  organizationId: string;
  clients: ClientApp[];
  sessions: Record<string, Session>;
  users: UserRow[];
  accounts: AccountRow[];
  opportunities: OpportunityRow[];
  stages: StageRow[];
  /** The organisation's own fields: API name (ending in `__c`) → kind of value. */
  opportunityFields: Record<string, 'text' | 'number' | 'boolean'>;
  accountFields: Record<string, 'text' | 'number' | 'boolean'>;
  teamMembers: TeamMemberRow[];
  removedTeamMembers: RemovedTeamMember[];
  history: OpportunityHistoryRow[];
  cursors: Record<string, QueryCursor>;
  /** The last number given out, by kind of thing. */
  counters: { teamMember: number; history: number; session: number; cursor: number };
  apiUsed: number;
  switches: SalesforceSwitches;
}

/** The switches a fresh organisation starts with. */
export function salesforceSwitches(): SalesforceSwitches {
  return { batchSize: 2000, apiLimit: 100_000, sessionLength: 7_200_000, teamRoles: null, down: false };
}
