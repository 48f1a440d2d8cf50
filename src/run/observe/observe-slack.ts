import type { Slack, SlackHistory } from '../../clients/slack/types.ts';
import { answeredWithin, isFresh, requestChannels } from '../../domain/notifications/ask-answer.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { SlackFacts } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';
import { observeDirect } from './observe-direct.ts';
import { concernsMadeChannels, emailsOfRequesters, openMadeChannels } from './observe-made-channels.ts';
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
  const histories: SlackHistory[] = [];
  for (const [channel, oldest] of channelsToRead(wanted)) {
    const read = () => slack.history(channel, Math.floor(oldest / 1000));
    histories.push(await unreadable.attempt(channel, read, { own: [], asks: [] }));
  }
  const named = wanted.views.some(({ form }) => form.slackChannel.state === 'given');
  const held = heldChannels(wanted);
  const listed = named || held.length > 0 || concernsMadeChannels(wanted);
  const channels = listed ? await slack.channels() : [];
  const made = openMadeChannels(wanted, { channels, botUserId });
  for (const [channel, since] of made) {
    const read = () => slack.history(channel, Math.floor(since / 1000));
    const { own } = await unreadable.attempt(channel, read, { own: [], asks: [] });
    histories.push({ own, asks: [] });
  }
  const members: Record<string, readonly string[]> = {};
  for (const id of channelsWithMembers(wanted, [...held, ...made.keys()])) {
    if (!channels.some((each) => each.id === id && each.deskIsMember)) continue;
    const found = await unreadable.attempt(id, () => slack.members(id), null);
    if (found !== null) members[id] = found;
  }
  const direct = await observeDirect(slack, wanted.context, wanted.views, unreadable);
  const usersByEmail = { ...direct.usersByEmail };
  for (const email of [...unknownEmails(wanted), ...emailsOfRequesters(wanted)]) {
    if (!(email in usersByEmail)) usersByEmail[email] = await slack.userByEmail(email);
  }
  return {
    facts: {
      mode: 'on',
      botUserId,
      channels,
      messages: [...histories.flatMap((each) => each.own), ...direct.messages],
      asks: histories.flatMap((each) => each.asks).filter((ask) => isFresh(ask, wanted.context.snapshot.now)),
      members,
      usersByEmail,
      direct: direct.direct,
      unreadable: unreadable.channels(),
    },
    problems: unreadable.problems(),
  };
}

/**
 * Each request channel, from the creation of its oldest live request on, since nothing older can be about one, and as
 * far back as people are answered.
 */
function channelsToRead({ context: { config, snapshot }, views }: Wanted): Map<string, number> {
  const since = snapshot.now - answeredWithin;
  const oldest = new Map(requestChannels(config).map((channel) => [channel, since]));
  for (const view of views) {
    const channel = config.areas.find((area) => area.key === view.areaKey)?.slack.request ?? null;
    if (channel === null) continue;
    oldest.set(channel, Math.min(oldest.get(channel) ?? since, view.issue.createdAt));
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
