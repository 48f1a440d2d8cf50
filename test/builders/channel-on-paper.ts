import { isReference } from '../../src/domain/record/reference-words.ts';
import type { ChannelFacts, Snapshot } from '../../src/domain/snapshot.ts';
import type { Action } from '../../src/plan/action.ts';
import { doneReference } from '../../src/plan/done-reference.ts';

type Became = Map<string, string | number>;

/**
 * What of an action comes true in Slack on paper, or null: nothing does. A channel that the plan only named is the one
 * that has come about; a name that is taken gives the desk's own channel or none.
 */
export function channelOnPaper(action: Action, world: Snapshot, became: Became): Action | null {
  if (action.kind === 'slack.channel.create') {
    const holder = channelNamed(world, action.name);
    if (holder === undefined) return action;
    const { slack } = world;
    const own = slack.mode === 'on' && holder.creator === slack.botUserId && !holder.archived;
    if (own) became.set(`channel(${action.issue},${action.name})`, holder.id);
    return null;
  }
  if (!('channel' in action)) return action;
  const channel = isReference(action.channel) ? became.get(action.channel) : action.channel;
  if (channel === undefined) return null;
  return { ...action, channel: String(channel) };
}

/** Notes that something was done to a channel, by the name the plan has for it. */
export function noteDone(action: Action, became: Became): void {
  switch (action.kind) {
    case 'slack.pin':
    case 'slack.channel.set':
    case 'slack.channel.archive':
      became.set(doneReference(action), 'done');
      break;
    default:
  }
}

function channelNamed({ slack }: Snapshot, name: string): ChannelFacts | undefined {
  return slack.mode === 'on' ? slack.channels.find((each) => each.name === name) : undefined;
}
