import {
  changeOpportunity,
  createOpportunity,
  type OpportunityChange,
} from '../salesforce/opportunity-changes.ts';
import { numberedId, toEighteen } from '../salesforce/record-id.ts';
import {
  type OpportunityRow,
  type SalesforceWorld,
  type StageRow,
  salesforceSwitches,
} from '../salesforce/state.ts';
import { type CastMember, cast } from './cast.ts';

function id(short: string): string {
  const long = toEighteen(short);
  if (long === null) throw new Error(`${short} is no Salesforce id: give 15 letters and digits`);
  return long;
}

/** The user the desk is in Salesforce. */
export const deskSalesforceUser = id('005AB000001Desk');

/** A user who has left: nothing can be given to them. */
export const inactiveSalesforceUser = id('005AB000001Gone');

/** The example's opportunities; `acme`, `globex` and `initech` are open. */
export const opportunities = {
  acme: id('006AB000001Acme'),
  globex: id('006AB000001Glob'),
  initech: id('006AB000001Init'),
  /** Closed and won. */
  hooli: id('006AB000001Hool'),
  /** In the recycle bin. */
  umbrella: id('006AB000001Umbr'),
} as const;

const accounts = {
  acme: id('001AB000001Acme'),
  globex: id('001AB000001Glob'),
  initech: id('001AB000001Init'),
  hooli: id('001AB000001Hool'),
  umbrella: id('001AB000001Umbr'),
} as const;

/** API name of the opportunity field that names the opportunity's own Slack channel. */
const slackChannelField = 'Slack_Channel__c';

/** API name of the field, of opportunities and of accounts, that holds a customer's answer to the survey. */
const surveyField = 'NPS__c';

const filedAt = Date.parse('2026-10-05T09:00:00Z');

/** Salesforce id of somebody of the cast. */
function salesforceUser(username: string): string {
  const short = cast.find((member) => member.username === username)?.salesforce?.slice(0, 15);
  if (short === undefined) throw new Error(`${username} has no Salesforce user in the cast`);
  return id(short);
}

function opportunity(key: keyof typeof opportunities, name: string, owner: string): OpportunityRow {
  return {
    Id: opportunities[key],
    Name: name,
    AccountId: accounts[key],
    OwnerId: salesforceUser(owner),
    StageName: '2-Scoping',
    IsClosed: false,
    IsWon: false,
    CloseDate: '2027-01-29',
    Amount: 120_000,
    Probability: 20,
    custom: {},
    IsDeleted: false,
    CreatedById: salesforceUser(owner),
    CreatedDate: filedAt,
  };
}

/** The opportunities as they were filed. What became of them is in {@link laterChanges}. */
function filedOpportunities(): OpportunityRow[] {
  const evaluated = { StageName: '3-Technical Evaluation', Probability: 40 };
  return [
    { ...opportunity('acme', 'Acme renewal', 'sam'), custom: { [slackChannelField]: 'C0OPPACME1' } },
    {
      ...opportunity('globex', 'Globex platform', 'tom'),
      Amount: 400_000,
      custom: { [slackChannelField]: 'C0OPPGLOB1' },
    },
    opportunity('initech', 'Initech security', 'sofia'),
    {
      ...opportunity('hooli', 'Hooli rollout', 'sam'),
      ...evaluated,
      CloseDate: '2026-12-18',
      custom: { [surveyField]: 9 },
    },
    { ...opportunity('umbrella', 'Umbrella pilot', 'tom'), ...evaluated },
  ];
}

/** What their owners have changed since, in order of time. */
const laterChanges: readonly (readonly [string, keyof typeof opportunities, OpportunityChange])[] = [
  ['2026-10-19T10:00:00Z', 'initech', { stage: '3-Technical Evaluation' }],
  ['2026-10-20T14:30:00Z', 'acme', { stage: '3-Technical Evaluation' }],
  ['2026-10-26T09:15:00Z', 'hooli', { stage: '4-Proposal' }],
  ['2026-11-06T16:45:00Z', 'hooli', { stage: 'Closed Won', closeDate: '2026-11-06' }],
  ['2026-11-09T11:00:00Z', 'initech', { stage: '4-Proposal' }],
  ['2026-11-10T13:00:00Z', 'globex', { amount: 450_000 }],
];

/** The stages of the organisation in their order, each with what Salesforce makes of it. */
function exampleStages(): StageRow[] {
  const stages: readonly (readonly [string, number, Partial<StageRow>])[] = [
    ['1-Discovery', 10, {}],
    ['2-Scoping', 20, {}],
    ['3-Technical Evaluation', 40, {}],
    ['4-Proposal', 60, {}],
    ['5-Negotiation', 80, {}],
    ['Closed Won', 100, { IsClosed: true, IsWon: true }],
    ['Closed Lost', 0, { IsClosed: true }],
    ['Closed Duplicate', 0, { IsClosed: true, IsActive: false }],
  ];
  return stages.map(([name, probability, meaning], index) => ({
    Id: numberedId('01J', index + 1),
    ApiName: name,
    MasterLabel: name,
    IsActive: true,
    IsClosed: false,
    IsWon: false,
    SortOrder: index + 1,
    DefaultProbability: probability,
    ...meaning,
  }));
}

/** Files the opportunities and plays what became of them, so that their history tells it. */
function withOpportunities(world: SalesforceWorld): SalesforceWorld {
  for (const row of filedOpportunities()) createOpportunity(world, row);
  for (const [at, key, change] of laterChanges) {
    const id = opportunities[key];
    const by = world.opportunities.find((row) => row.Id === id)?.OwnerId ?? deskSalesforceUser;
    changeOpportunity(world, id, change, { by, now: Date.parse(at) });
  }
  for (const row of world.opportunities) row.IsDeleted = row.Id === opportunities.umbrella;
  return world;
}

function exampleUsers(): SalesforceWorld['users'] {
  const desk = { Id: deskSalesforceUser, Username: 'desk@example.com', Name: 'SME Desk' };
  const gone = { Id: inactiveSalesforceUser, Username: 'gil@example.com', Name: 'Gil Gone' };
  return [
    { ...desk, Email: desk.Username, IsActive: true, UserType: 'Standard' },
    { ...gone, Email: gone.Username, IsActive: false, UserType: 'Standard' },
    ...people().map((member) => ({
      Id: salesforceUser(member.username),
      Username: member.email,
      Email: member.email,
      Name: member.name,
      IsActive: true,
      UserType: 'Standard',
    })),
  ];
}

function people(): readonly CastMember[] {
  return cast.filter((member) => member.salesforce !== null);
}

/** Tokens that never end, for people who act by themselves: `sandbox-<username>`. */
function standingSessions(): SalesforceWorld['sessions'] {
  const forever = Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(
    people().map(({ username }) => [
      `sandbox-${username}`,
      { userId: salesforceUser(username), expiresAt: forever },
    ]),
  );
}

/** The Salesforce organisation of the example world; every call gives a fresh one. */
export function exampleSalesforce(): SalesforceWorld {
  return withOpportunities({
    organizationId: id('00DAB0000000001'),
    clients: [
      { id: 'sandbox-client', secret: 'sandbox-secret', runAs: deskSalesforceUser, jwtPublicKey: null },
    ],
    sessions: standingSessions(),
    users: exampleUsers(),
    accounts: [
      { Id: accounts.acme, Name: 'Acme', custom: {} },
      { Id: accounts.globex, Name: 'Globex', custom: {} },
      { Id: accounts.initech, Name: 'Initech', custom: {} },
      { Id: accounts.hooli, Name: 'Hooli', custom: { [surveyField]: 9 } },
      { Id: accounts.umbrella, Name: 'Umbrella', custom: {} },
    ],
    opportunities: [],
    stages: exampleStages(),
    opportunityFields: { [slackChannelField]: 'text', [surveyField]: 'number' },
    accountFields: { [surveyField]: 'number' },
    teamMembers: [],
    removedTeamMembers: [],
    history: [],
    cursors: {},
    counters: { teamMember: 0, history: 0, session: 0, cursor: 0 },
    apiUsed: 0,
    switches: salesforceSwitches(),
  });
}
