import { toEighteen } from '../salesforce/record-id.ts';
import { type OpportunityRow, type SalesforceWorld, salesforceSwitches } from '../salesforce/state.ts';
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
    StageName: '3-Technical Evaluation',
    IsClosed: false,
    IsWon: false,
    CloseDate: '2027-01-29',
    Amount: 120_000,
    Probability: 40,
    custom: {},
    IsDeleted: false,
    CreatedById: salesforceUser(owner),
    CreatedDate: filedAt,
  };
}

function exampleOpportunities(): OpportunityRow[] {
  return [
    { ...opportunity('acme', 'Acme renewal', 'sam'), custom: { [slackChannelField]: 'C0OPPACME1' } },
    {
      ...opportunity('globex', 'Globex platform', 'tom'),
      StageName: '2-Scoping',
      Amount: 450_000,
      Probability: 20,
      custom: { [slackChannelField]: 'C0OPPGLOB1' },
    },
    { ...opportunity('initech', 'Initech security', 'sofia'), StageName: '4-Proposal', Probability: 60 },
    {
      ...opportunity('hooli', 'Hooli rollout', 'sam'),
      StageName: 'Closed Won',
      IsClosed: true,
      IsWon: true,
      CloseDate: '2026-11-06',
      Probability: 100,
      custom: { NPS__c: 9 },
    },
    { ...opportunity('umbrella', 'Umbrella pilot', 'tom'), IsDeleted: true },
  ];
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
  return {
    organizationId: id('00DAB0000000001'),
    clients: [
      { id: 'sandbox-client', secret: 'sandbox-secret', runAs: deskSalesforceUser, jwtPublicKey: null },
    ],
    sessions: standingSessions(),
    users: exampleUsers(),
    accounts: [
      { Id: accounts.acme, Name: 'Acme' },
      { Id: accounts.globex, Name: 'Globex' },
      { Id: accounts.initech, Name: 'Initech' },
      { Id: accounts.hooli, Name: 'Hooli' },
      { Id: accounts.umbrella, Name: 'Umbrella' },
    ],
    opportunities: exampleOpportunities(),
    opportunityFields: { [slackChannelField]: 'text', NPS__c: 'number' },
    teamMembers: [],
    removedTeamMembers: [],
    history: [],
    cursors: {},
    counters: { teamMember: 0, session: 0, cursor: 0 },
    apiUsed: 0,
    switches: salesforceSwitches(),
  };
}
