import type { ChannelFacts, Snapshot } from '../domain/snapshot.ts';
import type { ArchiveChannel, DescribeChannel, MakeChannel, PinMessage } from './action.ts';

type ChannelAction = MakeChannel | DescribeChannel | ArchiveChannel | PinMessage;

/** The world after an action on a channel of the desk's own; one that does not exist yet is a reference. */
export function projectChannel(snapshot: Snapshot, action: ChannelAction): Snapshot {
  const { slack } = snapshot;
  if (slack.mode !== 'on') return snapshot;
  const next = (change: Partial<typeof slack>): Snapshot => ({ ...snapshot, slack: { ...slack, ...change } });
  const changed = (channel: string, change: Partial<ChannelFacts>): Snapshot =>
    next({ channels: slack.channels.map((each) => (each.id === channel ? { ...each, ...change } : each)) });
  switch (action.kind) {
    case 'slack.channel.create': {
      const id = `channel(${action.issue},${action.name})` as const;
      return next({ channels: [...slack.channels, madeChannel(id, action.name, slack.botUserId)] });
    }
    case 'slack.channel.set':
      return changed(action.channel, { [action.part]: action.text });
    case 'slack.channel.archive':
      return changed(action.channel, { archived: true });
    case 'slack.pin':
      return next({
        messages: slack.messages.map((each) =>
          each.channel === action.channel && each.ts === action.ts ? { ...each, pinned: true } : each,
        ),
      });
    default:
      return action satisfies never;
  }
}

function madeChannel(id: string, name: string, creator: string): ChannelFacts {
  return { id, name, archived: false, shared: false, deskIsMember: true, creator, topic: '', purpose: '' };
}
