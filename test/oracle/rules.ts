import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const workDayRule = z.object({
  timezone: z.string().default('UTC'),
  days: z.array(z.string()).default(['mon', 'tue', 'wed', 'thu', 'fri']),
  hours: z.string().default('09:00-17:00'),
  holidays: z.array(z.string()).default([]),
});

const regionRule = z.object({
  key: z.string(),
  timezone: z.string().optional(),
  holidays: z.array(z.string()).optional(),
});

const areaRule = z.object({
  key: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  leads: z.array(z.string()).default([]),
  approvers: z.array(z.string()).default([]),
  product_managers: z.array(z.string()).default([]),
  slack: z.object({ request: z.string().optional() }).default({}),
});

const programFile = z.object({
  program: z.object({ leads: z.array(z.string()) }),
  areas: z.array(areaRule),
  calendar: workDayRule.prefault({}),
  regions: z.array(regionRule).default([]),
  requesters: z
    .object({
      people: z.array(z.object({ gitlab: z.string(), region: z.string().optional() })).default([]),
    })
    .prefault({}),
  requests: z
    .object({
      reschedule: z.object({ days: z.number().default(30), times: z.number().default(3) }).prefault({}),
    })
    .prefault({}),
  assignment: z
    .object({
      weekly_hours: z.number().default(5),
      engagement_share: z.number().default(0.6),
      preparation: z.string().default('1h'),
    })
    .prefault({}),
  slack: z
    .object({ program: z.string().optional(), opportunity_channels: z.string().default('^opp-') })
    .prefault({}),
  salesforce: z.object({ slack_channel_field: z.string().default('Slack_Channel__c') }).prefault({}),
  desk: z.object({ former_users: z.array(z.string()).default([]) }).prefault({}),
});

const rosterFile = z.object({
  smes: z.array(
    z.object({
      gitlab: z.string(),
      name: z.string(),
      email: z.string(),
      salesforce_user: z.string().optional(),
      slack_user: z.string().optional(),
      weekly_hours: z.number().optional(),
      region: z.string().optional(),
      timezone: z.string().optional(),
      days: z.array(z.string()).optional(),
      hours: z.string().optional(),
    }),
  ),
});

/** Working time: a zone, days by their first three letters, hours as `09:00-17:00`, and whole days without work. */
export type WorkDay = z.infer<typeof workDayRule>;
export type RegionRule = z.infer<typeof regionRule>;
export type AreaRule = z.infer<typeof areaRule>;
export type SmeRule = z.infer<typeof rosterFile>['smes'][number];

/** What the oracle knows of the program: its own reading of the two files, with nothing of the desk's. */
export interface Rules {
  readonly leads: readonly string[];
  readonly areas: readonly AreaRule[];
  readonly smes: readonly SmeRule[];
  /** Working time of everybody who has none of their own. */
  readonly calendar: WorkDay;
  readonly regions: readonly RegionRule[];
  /** Key of the region by GitLab username, of the requesters who are listed one by one. */
  readonly regionOfRequester: Readonly<Record<string, string | undefined>>;
  /** How many days after the last approved date, and how often, dates may move without a new approval. */
  readonly reschedule: { readonly days: number; readonly times: number };
  /** Hours a week of an SME who has none of their own. */
  readonly weeklyHours: number;
  readonly engagementShare: number;
  readonly preparationHours: number;
  readonly opportunityChannels: RegExp;
  readonly slackChannelField: string;
  /** Usernames of the desk's earlier accounts. */
  readonly formerDesks: readonly string[];
}

/** Reads the program's rules from a folder with `program.yml` and `roster.yml`. */
export async function readRules(folder = 'src/sandbox/example/project/config'): Promise<Rules> {
  const file = async (name: string): Promise<unknown> => parse(await readFile(join(folder, name), 'utf8'));
  const program = programFile.parse(await file('program.yml'));
  const roster = rosterFile.parse(await file('roster.yml'));
  return {
    leads: program.program.leads,
    areas: program.areas,
    smes: roster.smes,
    calendar: program.calendar,
    regions: program.regions,
    regionOfRequester: Object.fromEntries(
      program.requesters.people.map(({ gitlab, region }) => [gitlab, region]),
    ),
    reschedule: program.requests.reschedule,
    weeklyHours: program.assignment.weekly_hours,
    engagementShare: program.assignment.engagement_share,
    preparationHours: hours(program.assignment.preparation),
    opportunityChannels: new RegExp(program.slack.opportunity_channels, 'u'),
    slackChannelField: program.salesforce.slack_channel_field,
    formerDesks: program.desk.former_users,
  };
}

function hours(span: string): number {
  const amount = Number.parseFloat(span);
  return /m/i.test(span) ? amount / 60 : amount;
}

/** Usernames that may decide on a request of an area; null, an area nobody can tell: of any area. */
export function decidersOf(rules: Rules, area: string | null): Set<string> {
  const areas = area === null ? rules.areas : rules.areas.filter((each) => each.key === area);
  return new Set([...rules.leads, ...areas.flatMap((each) => each.approvers)]);
}
