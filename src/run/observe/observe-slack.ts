import type { Slack } from '../../clients/slack/types.ts';
import type { Config } from '../../config/types.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import type { SalesforceFacts, SlackFacts } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';

/** Slack as this run sees it; an outage is a mode and a problem, not an exception. */
export interface ObservedSlack {
  readonly facts: SlackFacts;
  readonly problem: DeskError | null;
}

/** What the look into Slack depends on. */
interface Wanted {
  readonly config: Config;
  readonly views: readonly RequestView[];
  readonly salesforce: SalesforceFacts;
}

/** Reads the desk's own messages in the request channels, and the channels and people that requests may need. */
export async function observeSlack(slack: Slack | null, wanted: Wanted): Promise<ObservedSlack> {
  if (slack === null) return { facts: { mode: 'off' }, problem: null };
  try {
    return { facts: await readAll(slack, wanted), problem: null };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { facts: { mode: 'down', reason: error.message }, problem: error };
  }
}

async function readAll(slack: Slack, wanted: Wanted): Promise<SlackFacts> {
  const botUserId = await slack.me();
  const messages = [];
  for (const [channel, oldest] of requestChannels(wanted)) {
    messages.push(...(await slack.deskMessages(channel, Math.floor(oldest / 1000))));
  }
  const named = wanted.views.some(({ form }) => form.slackChannel.state === 'given');
  const held = heldChannels(wanted);
  const channels = named || held.length > 0 ? await slack.channels() : [];
  const members: Record<string, readonly string[]> = {};
  for (const id of channelsWithMembers(wanted, held)) {
    if (channels.some((each) => each.id === id && each.deskIsMember)) members[id] = await slack.members(id);
  }
  const usersByEmail: Record<string, string | null> = {};
  for (const email of unknownEmails(wanted)) usersByEmail[email] = await slack.userByEmail(email);
  return { mode: 'on', botUserId, channels, messages, members, usersByEmail, direct: {}, unreadable: [] };
}

/** Each area's request channel with the creation of its oldest live request: nothing older can be about one. */
function requestChannels({ config, views }: Wanted): Map<string, number> {
  const oldest = new Map<string, number>();
  for (const view of views) {
    const channel = config.areas.find((area) => area.key === view.areaKey)?.slack.request ?? null;
    if (channel === null) continue;
    oldest.set(channel, Math.min(oldest.get(channel) ?? Number.POSITIVE_INFINITY, view.issue.createdAt));
  }
  return oldest;
}

/** Ids of channels that Salesforce or a record names. */
function heldChannels({ views, salesforce }: Wanted): string[] {
  const ids = views.flatMap(({ form, record }) => {
    const known =
      salesforce.mode === 'on' && form.opportunity.state === 'given'
        ? salesforce.opportunities[form.opportunity.value]?.slackChannel
        : null;
    return [known ?? null, record.state?.channel?.id ?? null];
  });
  return [...new Set(ids.filter((id) => id !== null))];
}

function channelsWithMembers({ views }: Wanted, held: readonly string[]): string[] {
  const invited = views.flatMap(({ record }) => record.state?.invitations.map((each) => each.channel) ?? []);
  return [...new Set([...held, ...invited])].sort();
}

/** E-mails of the SMEs of areas with a live request that the roster gives no Slack user for. */
function unknownEmails({ config, views }: Wanted): string[] {
  const areas = new Set(views.map((view) => view.areaKey));
  const emails = config.roster.flatMap((sme) =>
    sme.slackUser === null && Object.keys(sme.areas).some((area) => areas.has(area)) ? [sme.email] : [],
  );
  return [...new Set(emails)].sort();
}
