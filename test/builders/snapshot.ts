import type {
  ChannelFacts,
  IssueFacts,
  LabelFacts,
  Opportunity,
  Person,
  SalesforceFacts,
  SlackFacts,
  Snapshot,
  UserRef,
} from '../../src/domain/snapshot.ts';
import { requestLabels } from '../../src/domain/workflow/request-state.ts';
import { type CastMember, cast } from '../../src/sandbox/example/cast.ts';
import { opportunities } from '../../src/sandbox/example/salesforce.ts';

/** A Monday morning. */
export const monday = Date.parse('2026-11-23T08:00:00Z');

export const hour = 3_600_000;
export const day = 24 * hour;

export const { acme, globex, hooli: closedDeal } = opportunities;

const integrationUser = '005AB000001DeskYAC';

function member(username: string): CastMember {
  const found = cast.find((each) => each.username === username);
  if (found === undefined) throw new Error(`${username} is not in the cast`);
  return found;
}

/** Somebody of the cast as events and comments name them. */
export function user(username: string): UserRef {
  const { id } = member(username === 'desk' ? 'project_7_bot_desk' : username);
  return { id, username: member(username === 'desk' ? 'project_7_bot_desk' : username).username };
}

export const desk: UserRef = user('desk');

function personOf({ id, username, name, access, bot, email }: CastMember): Person {
  return { id, username, name, active: true, bot, publicEmail: email, accessLevel: access };
}

/** Everybody of the cast, with changes to some. */
export function people(changes: Readonly<Record<string, Partial<Person>>> = {}): Snapshot['people'] {
  return Object.fromEntries(
    cast.map((each) => [each.username, { ...personOf(each), ...changes[each.username] }]),
  );
}

const otherLabels = [
  'type::sme-request',
  'area::ai',
  'area::appsec',
  'area::agile',
  'area::dedicated',
  'area::cicd',
  'area::other',
  'salesforce::pending',
  'salesforce::failed',
  'slack::pending',
  'slack::failed',
  'sla::at-risk',
  'sla::breached',
  'type::cadence',
  'type::collateral',
  'type::customer-feedback',
];

/** The labels of the project; those of the scope `request::` have the ids 101 and up, in their order. */
export const labels: readonly LabelFacts[] = [...requestLabels, ...otherLabels].map((name, index) => ({
  id: 101 + index,
  name,
}));

export function labelId(name: string): number {
  return labels.find((each) => each.name === name)?.id ?? 999;
}

export function opportunity(changes: Partial<Opportunity> = {}): Opportunity {
  return {
    id: acme,
    name: 'Acme renewal',
    accountId: '001AB000001AcmeYAE',
    accountName: 'Acme',
    ownerId: '005AB000001SamOYAS',
    stage: '3-Technical Evaluation',
    closed: false,
    won: false,
    closeDate: '2027-01-29',
    slackChannel: null,
    amount: null,
    ...changes,
  };
}

export function salesforceOn(
  changes: Partial<Extract<SalesforceFacts, { mode: 'on' }>> = {},
): Extract<SalesforceFacts, { mode: 'on' }> {
  return {
    mode: 'on',
    integrationUserId: integrationUser,
    opportunities: {
      [acme]: opportunity(),
      [globex]: opportunity({ id: globex, name: 'Globex platform', accountName: 'Globex' }),
      [closedDeal]: opportunity({ id: closedDeal, closed: true, won: true, stage: 'Closed Won' }),
    },
    teamRows: [],
    users: cast.flatMap(({ salesforce, email, name }) =>
      salesforce === null ? [] : [{ id: salesforce, email, name }],
    ),
    ...changes,
  };
}

const unset = { creator: null, topic: '', purpose: '' };

export function channel(name: string, changes: Partial<ChannelFacts> = {}): ChannelFacts {
  return { id: `C0${name}`, name, archived: false, shared: false, deskIsMember: true, ...unset, ...changes };
}

export function slackOn(
  changes: Partial<Extract<SlackFacts, { mode: 'on' }>> = {},
): Extract<SlackFacts, { mode: 'on' }> {
  return {
    mode: 'on',
    botUserId: 'U0DESK0001',
    channels: [channel('opp-acme'), channel('opp-globex'), channel('general')],
    messages: [],
    asks: [],
    members: {},
    usersByEmail: Object.fromEntries(cast.map(({ email, slack }) => [email, slack])),
    direct: {},
    unreadable: [],
    ...changes,
  };
}

/** An issue as somebody has just opened it, confidential and without labels. */
export function issue(changes: Partial<IssueFacts> = {}): IssueFacts {
  const iid = changes.iid ?? 1;
  return {
    id: 5000 + iid,
    iid,
    projectId: 7,
    title: 'SME for AI',
    description: '',
    state: 'opened',
    confidential: true,
    createdAt: monday,
    updatedAt: monday,
    closedAt: null,
    author: user('sam'),
    labels: [],
    assignees: [],
    webUrl: `https://gitlab.example.com/acme/sme-desk/-/issues/${iid}`,
    labelEvents: [],
    stateEvents: [],
    notes: [],
    reactions: [],
    ...changes,
  };
}

/** The world on a Monday morning, with nothing in it but people. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    now: monday,
    desk: { ...desk, ids: [desk.id] },
    project: { id: 7, path: 'acme/sme-desk', webUrl: 'https://gitlab.example.com/acme/sme-desk' },
    labels,
    issues: [],
    unread: [],
    people: people(),
    groups: { 'acme/solutions-architects': ['sam', 'tom'], 'acme/sa-leaders': ['sofia'] },
    salesforce: salesforceOn(),
    slack: slackOn(),
    ...changes,
  };
}
