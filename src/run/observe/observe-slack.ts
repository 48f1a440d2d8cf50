import type { Slack, SlackMessage } from '../../clients/slack/types.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { SlackFacts } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';
import { observeDirect } from './observe-direct.ts';
import { UnreadableChannels } from './unreadable-channels.ts';

/** Slack as this run sees it; an outage is a mode and a problem, not an exception. */
export interface ObservedSlack {
  readonly facts: SlackFacts;
  readonly problems: readonly DeskError[];
}

/** What the look into Slack depends on; the snapshot in the context has GitLab and Salesforce already. */
interface Wanted {
  readonly context: RequestContext;
  readonly views: readonly RequestView[];
}

/**
 * Reads the desk's own messages in the request channels and to people, and the channels and people that requests may
 * need. A channel that cannot be read is left out, and told.
 */
export async function observeSlack(slack: Slack | null, wanted: Wanted): Promise<ObservedSlack> {
  if (slack === null) return { facts: { mode: 'off' }, problems: [] };
  try {
    return await readAll(slack, wanted);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { facts: { mode: 'down', reason: error.message }, problems: [error] };
  }
}

async function readAll(slack: Slack, wanted: Wanted): Promise<ObservedSlack> {
  const botUserId = await slack.me();
  const unreadable = new UnreadableChannels();
  const messages: SlackMessage[] = [];
  for (const [channel, oldest] of requestChannels(wanted)) {
    const read = () => slack.deskMessages(channel, Math.floor(oldest / 1000));
    messages.push(...(await unreadable.attempt(channel, read, [])));
  }
  const named = wanted.views.some(({ form }) => form.slackChannel.state === 'given');
  const held = heldChannels(wanted);
  const channels = named || held.length > 0 ? await slack.channels() : [];
  const members: Record<string, readonly string[]> = {};
  for (const id of channelsWithMembers(wanted, held)) {
    if (!channels.some((each) => each.id === id && each.deskIsMember)) continue;
    const found = await unreadable.attempt(id, () => slack.members(id), null);
    if (found !== null) members[id] = found;
  }
  const direct = await observeDirect(slack, wanted.context, wanted.views, unreadable);
  const usersByEmail = { ...direct.usersByEmail };
  for (const email of unknownEmails(wanted)) {
    if (!(email in usersByEmail)) usersByEmail[email] = await slack.userByEmail(email);
  }
  return {
    facts: {
      mode: 'on',
      botUserId,
      channels,
      messages: [...messages, ...direct.messages],
      members,
      usersByEmail,
      direct: direct.direct,
      unreadable: unreadable.channels(),
    },
    problems: unreadable.problems(),
  };
}

/** Each area's request channel with the creation of its oldest live request: nothing older can be about one. */
function requestChannels({ context: { config }, views }: Wanted): Map<string, number> {
  const oldest = new Map<string, number>();
  for (const view of views) {
    const channel = config.areas.find((area) => area.key === view.areaKey)?.slack.request ?? null;
    if (channel === null) continue;
    oldest.set(channel, Math.min(oldest.get(channel) ?? Number.POSITIVE_INFINITY, view.issue.createdAt));
  }
  return oldest;
}

/** Ids of channels that Salesforce or a record names. */
function heldChannels({ views, context }: Wanted): string[] {
  const { salesforce } = context.snapshot;
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
function unknownEmails({ context: { config }, views }: Wanted): string[] {
  const areas = new Set(views.map((view) => view.areaKey));
  const emails = config.roster.flatMap((sme) =>
    sme.slackUser === null && Object.keys(sme.areas).some((area) => areas.has(area)) ? [sme.email] : [],
  );
  return [...new Set(emails)].sort();
}
