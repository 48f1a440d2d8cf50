import type { Config } from '../../config/types.ts';
import type { RequestForm } from '../form/request-form.ts';
import type { ChannelFacts, SlackFacts } from '../snapshot.ts';

/**
 * The opportunity's channel that a request names, if the desk may use it: its resolved name matches
 * `slack.opportunity_channels`, it is neither archived nor shared, and somebody has invited the desk. Null else:
 * the name in a form is a wish, never a target, and what the desk has made for one request serves no other
 * (`docs/security.md#sinks`).
 */
export function resolveChannel(
  form: RequestForm,
  config: Pick<Config, 'slack'>,
  slack: SlackFacts,
): ChannelFacts | null {
  if (slack.mode !== 'on' || form.slackChannel.state !== 'given') return null;
  const written = form.slackChannel.value;
  const channel = slack.channels.find((each) => each.id === written || `#${each.name}` === written);
  if (channel === undefined || channel.creator === slack.botUserId) return null;
  return mayBeUsed(channel, config) ? channel : null;
}

/** Whether an opportunity's channel passes the rules that hold for a channel named in a request. */
export function mayBeUsed(channel: ChannelFacts, config: Pick<Config, 'slack'>): boolean {
  if (channel.archived || channel.shared || !channel.deskIsMember) return false;
  return new RegExp(config.slack.opportunityChannels, 'u').test(channel.name);
}
