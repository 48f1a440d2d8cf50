import type { Config, WorkCalendar } from '../../src/config/types.ts';
import { deskUsername } from '../../src/sandbox/actor.ts';
import { cast } from '../../src/sandbox/example/cast.ts';
import { changeOpportunity, createOpportunity } from '../../src/sandbox/salesforce/opportunity-changes.ts';
import type { OpportunityRow } from '../../src/sandbox/salesforce/state.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import type { World } from '../../src/sandbox/world.ts';
import { exampleConfig } from '../builders/config.ts';
import { deskVariables, runDesk } from '../story/run-desk.ts';
import { WithoutSockets } from '../story/without-sockets.ts';
import type { Hours, Program } from './oracle/program.ts';

/** The first morning of the year that is played. */
export const firstMorning = Date.parse('2026-12-01T06:20:00Z');

const example = exampleConfig();

/** Two formal areas and one without product managers; issues of one project of the product are followed. */
const atFirst: Config = {
  ...example,
  areas: example.areas.filter(({ key }) => ['ai', 'appsec', 'cicd'].includes(key)),
  feedback: { ...example.feedback, productProjects: ['acme/elsewhere'] },
};

/** The program in a part of the year, from 0 to 1: in May an SME leaves, in August a lead, in October one is added. */
export function configOf(part: number): Config {
  const found: Season =
    part < 0.44 ? 'before May' : part < 0.66 ? 'before August' : part < 0.85 ? 'before October' : 'at last';
  const known = configs.get(found) ?? makeConfig(found);
  configs.set(found, known);
  return known;
}

type Season = 'before May' | 'before August' | 'before October' | 'at last';

const configs = new Map<Season, Config>();

function makeConfig(season: Season): Config {
  if (season === 'before May') return atFirst;
  const roster = atFirst.roster.filter(({ gitlab }) => gitlab !== 'jonas');
  if (season === 'before August') return { ...atFirst, roster };
  const areas = atFirst.areas.map((area) => (area.key === 'ai' ? { ...area, leads: ['priya'] } : area));
  if (season === 'before October') return { ...atFirst, roster, areas };
  const [first] = roster;
  if (first === undefined) throw new Error('the example has no SME');
  const mallory = {
    ...first,
    gitlab: 'mallory',
    name: 'Mallory Reed',
    email: 'mallory@example.com',
    salesforceUser: null,
    slackUser: null,
    stackOverflowUser: null,
    areas: { ai: 'sme' } as const,
    timeOff: [],
  };
  return { ...atFirst, areas, roster: [...roster, mallory] };
}

/** Customers, their opportunities, and amounts: whatever the desk must never say. Account ids, then deals. */
const customers = [
  { account: '001AB000001Acme', deal: '006AB000001Acme', name: 'Vandelay Imports', amount: 731_942 },
  { account: '001AB000001Glob', deal: '006AB000001Glob', name: 'Quuxtel Mobile', amount: 458_317 },
  { account: '001AB000001Init', deal: '006AB000001Init', name: 'Zyntrax Foods', amount: 219_386 },
  { account: '001AB000001Glob', deal: '006AB000001Two1', name: 'Brellvane Expansion', amount: 164_573 },
  { account: '001AB000001Acme', deal: '006AB000001Two2', name: 'Nimbora Renewal', amount: 98_461 },
  { account: '001AB000001Init', deal: '006AB000001Two3', name: 'Oskavia Cloud', amount: 612_749 },
] as const;

/** Ids that a form can name: opportunities and accounts. */
export const askingIds: readonly string[] = [
  ...customers.map(({ deal }) => deal),
  '001AB000001Acme',
  '001AB000001Glob',
];

export const dealIds: readonly string[] = customers.map(({ deal }) => deal);

/** Names that people write into titles and texts of their own cards. */
export const customerNames: readonly string[] = customers.map(({ name }) => name);

/** Amounts that deals get later in the year. */
export const laterAmounts = [847_213, 536_928, 371_654, 925_187] as const;

/** The program of a configuration as the oracle knows it. */
export function programOf(config: Config): Program {
  const calendars = new Map(
    config.requesters.people.map(({ gitlab, region }) => {
      const found = config.regions.find(({ key }) => key === region);
      const { timezone = null, holidays = config.calendar.holidays } = found ?? {};
      return [gitlab, { ...config.calendar, timezone: timezone ?? config.calendar.timezone, holidays }];
    }),
  );
  for (const { gitlab, calendar } of config.roster) calendars.set(gitlab, calendar);
  return {
    desk: 900,
    leads: config.program.leads,
    areas: config.areas.map(({ key, name, tier, leads, productManagers }) => ({
      key,
      name,
      isFormal: tier === 'formal',
      managers: productManagers,
      leads,
      smes: config.roster.flatMap(({ gitlab, areas }) =>
        areas[key] === 'sme' || areas[key] === 'lead' ? [gitlab] : [],
      ),
    })),
    hours: hoursIn(config.calendar),
    hoursOf: Object.fromEntries([...calendars].map(([username, calendar]) => [username, hoursIn(calendar)])),
    deskInSlack: 'U0DESK0001',
    slackOf: Object.fromEntries([
      ...cast.flatMap(({ username, slack }) => (slack === null ? [] : [[username, slack]])),
    ]),
    names: [...customerNames, ...customers.map(({ deal }) => deal)],
    amounts: [...customers.map(({ amount }) => String(amount)), ...laterAmounts.map(String)],
  };
}

const weekdays = ['', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function hoursIn({ timezone, days, startMinute, endMinute, holidays }: WorkCalendar): Hours {
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return {
    timeZone: timezone,
    days: days.map((day) => weekdays[day] ?? ''),
    from: clock(startMinute),
    to: clock(endMinute),
    holidays,
  };
}

let built: Promise<World> | null = null;

/** A sandbox on the eve of the year: the project is set up, and everybody who moves cards can set labels. */
export async function startYear(tier: 'free' | 'premium'): Promise<Sandbox> {
  built ??= build();
  const sandbox = await startSandbox({ world: await built });
  sandbox.world.switches.tier = tier;
  return sandbox;
}

async function build(): Promise<World> {
  const sandbox = await startSandbox();
  await runDesk('setup', ['--apply'], deskVariables(sandbox.origin, 'everything on'), {
    config: atFirst,
    dispatcher: new WithoutSockets(sandbox),
  });
  const { gitlab } = sandbox.world;
  for (const member of gitlab.projects[7]?.members ?? []) {
    const who = gitlab.users[member.userId]?.username ?? '';
    if (member.accessLevel < 15 && who !== deskUsername) member.accessLevel = 15;
  }
  gitlab.projects[8]?.members.push({ userId: 900, accessLevel: 20, createdAt: 0, expiresAt: null });
  plantCustomers(sandbox.world);
  sandbox.set(firstMorning - 86_400_000);
  sandbox.clearJournal();
  const world = sandbox.save();
  await sandbox.close();
  return world;
}

function plantCustomers({ salesforce, clock }: World): void {
  const [like] = salesforce.opportunities;
  if (like === undefined) throw new Error('the organisation has no opportunity');
  for (const { account, deal, name, amount } of customers) {
    const found = rowOf(salesforce.opportunities, deal);
    const { Id: accountId = null } = salesforce.accounts.find(({ Id }) => Id.startsWith(account)) ?? {};
    const row =
      found ??
      createOpportunity(salesforce, { ...like, Id: `${deal}${suffixOf(deal)}`, AccountId: accountId });
    if (row === null) throw new Error(`no opportunity ${deal}`);
    row.Name = name;
    changeOpportunity(
      salesforce,
      row.Id,
      { amount, closeDate: '2027-04-15' },
      { by: like.OwnerId, now: clock.now },
    );
  }
  for (const account of salesforce.accounts)
    account.Name = customers.find((each) => account.Id.startsWith(each.account))?.name ?? account.Name;
}

function rowOf(rows: readonly OpportunityRow[], id: string): OpportunityRow | undefined {
  return rows.find(({ Id }) => Id.startsWith(id));
}

/** The three characters that make an id of 15 one of 18. */
function suffixOf(id: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id.slice(start, start + 5)].reduce(
        (sum, letter, place) => (/[A-Z]/.test(letter) ? sum + 2 ** place : sum),
        0,
      );
      return letters[bits] ?? '';
    })
    .join('');
}
