import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

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
    }),
  ),
});

export type AreaRule = z.infer<typeof areaRule>;
export type SmeRule = z.infer<typeof rosterFile>['smes'][number];

/** What the oracle knows of the program: its own reading of the two files, with nothing of the desk's. */
export interface Rules {
  readonly leads: readonly string[];
  readonly areas: readonly AreaRule[];
  readonly smes: readonly SmeRule[];
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
