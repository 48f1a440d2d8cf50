import type { SalesforceWorld } from './state.ts';

export type Scalar = string | number | boolean | null;
/** `time` is epoch milliseconds in a row and an ISO text with `+0000` in an answer; `date` is `YYYY-MM-DD`. */
export type FieldKind = 'id' | 'text' | 'boolean' | 'number' | 'date' | 'time';
export type Row = Readonly<Record<string, Scalar>>;

/** One kind of sObject as a query sees it. */
export interface Entity {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldKind>>;
  /** What a dot can lead to: relationship name → the kind of the parent and the field that holds its id. */
  readonly parents: Readonly<Record<string, { readonly entity: EntityName; readonly by: string }>>;
  /** Every row, deleted ones too. */
  readonly rows: readonly Row[];
}

type EntityName =
  | 'Account'
  | 'Opportunity'
  | 'OpportunityHistory'
  | 'OpportunityStage'
  | 'OpportunityTeamMember'
  | 'User';

const made = { CreatedById: 'id', CreatedDate: 'time' } as const;

function users(world: SalesforceWorld): Entity {
  return {
    name: 'User',
    fields: {
      Id: 'id',
      Username: 'text',
      Email: 'text',
      Name: 'text',
      IsActive: 'boolean',
      UserType: 'text',
    },
    parents: {},
    rows: world.users.map((user) => ({ ...user })),
  };
}

function accounts(world: SalesforceWorld): Entity {
  return {
    name: 'Account',
    fields: { Id: 'id', Name: 'text', ...world.accountFields },
    parents: {},
    rows: world.accounts.map(({ custom, ...account }) => ({ ...custom, ...account })),
  };
}

/** When each opportunity was last changed, as far as its history tells. */
function lastChanges({ history }: SalesforceWorld): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { OpportunityId, CreatedDate } of history) {
    last.set(OpportunityId, Math.max(CreatedDate, last.get(OpportunityId) ?? 0));
  }
  return last;
}

function opportunities(world: SalesforceWorld): Entity {
  const changed = lastChanges(world);
  return {
    name: 'Opportunity',
    fields: {
      Id: 'id',
      Name: 'text',
      AccountId: 'id',
      OwnerId: 'id',
      StageName: 'text',
      IsClosed: 'boolean',
      IsWon: 'boolean',
      CloseDate: 'date',
      Amount: 'number',
      Probability: 'number',
      IsDeleted: 'boolean',
      SystemModstamp: 'time',
      ...made,
      ...world.opportunityFields,
    },
    parents: { Account: { entity: 'Account', by: 'AccountId' }, Owner: { entity: 'User', by: 'OwnerId' } },
    rows: world.opportunities.map(({ custom, ...row }) => ({
      ...custom,
      ...row,
      SystemModstamp: changed.get(row.Id) ?? row.CreatedDate,
    })),
  };
}

/** Team rows and history of a deleted opportunity are deleted with it. */
function deletedWith(world: SalesforceWorld, opportunityId: string): boolean {
  return world.opportunities.some((row) => row.Id === opportunityId && row.IsDeleted);
}

function teamMembers(world: SalesforceWorld): Entity {
  return {
    name: 'OpportunityTeamMember',
    fields: {
      Id: 'id',
      OpportunityId: 'id',
      UserId: 'id',
      TeamMemberRole: 'text',
      IsDeleted: 'boolean',
      LastModifiedById: 'id',
      LastModifiedDate: 'time',
      ...made,
    },
    parents: {
      Opportunity: { entity: 'Opportunity', by: 'OpportunityId' },
      User: { entity: 'User', by: 'UserId' },
      CreatedBy: { entity: 'User', by: 'CreatedById' },
    },
    rows: world.teamMembers.map((row) => ({ ...row, IsDeleted: deletedWith(world, row.OpportunityId) })),
  };
}

function history(world: SalesforceWorld): Entity {
  return {
    name: 'OpportunityHistory',
    fields: {
      Id: 'id',
      OpportunityId: 'id',
      StageName: 'text',
      Amount: 'number',
      Probability: 'number',
      CloseDate: 'date',
      IsDeleted: 'boolean',
      ...made,
    },
    parents: { Opportunity: { entity: 'Opportunity', by: 'OpportunityId' } },
    rows: world.history.map((row) => ({ ...row, IsDeleted: deletedWith(world, row.OpportunityId) })),
  };
}

function stages(world: SalesforceWorld): Entity {
  return {
    name: 'OpportunityStage',
    fields: {
      Id: 'id',
      ApiName: 'text',
      MasterLabel: 'text',
      IsActive: 'boolean',
      IsClosed: 'boolean',
      IsWon: 'boolean',
      SortOrder: 'number',
      DefaultProbability: 'number',
    },
    parents: {},
    rows: world.stages.map((stage) => ({ ...stage })),
  };
}

const readers: Readonly<Record<EntityName, (world: SalesforceWorld) => Entity>> = {
  Account: accounts,
  Opportunity: opportunities,
  OpportunityHistory: history,
  OpportunityStage: stages,
  OpportunityTeamMember: teamMembers,
  User: users,
};

/** The sObject called so (in any case, as in SOQL) with its rows, or null: the organisation has none. */
export function entityNamed(world: SalesforceWorld, name: string): Entity | null {
  for (const [known, read] of Object.entries(readers)) {
    if (known.toLowerCase() === name.toLowerCase()) return read(world);
  }
  return null;
}
