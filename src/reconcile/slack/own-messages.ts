import type { DeskMessage } from '../../domain/snapshot.ts';
import type { SlackOn } from './slack-on.ts';

/** The desk's messages with one key in one channel, oldest first: of several that two runs have left it stays. */
export function ownMessages(
  slack: Pick<SlackOn, 'messages'>,
  { channel, key }: Pick<DeskMessage, 'channel' | 'key'>,
): DeskMessage[] {
  return slack.messages
    .filter((message) => message.key === key && message.channel === channel)
    .sort((a, b) => compareTs(a, b));
}

/** Slack's timestamps are decimal seconds of one length, so text order is time order; coming ones are last. */
function compareTs(a: DeskMessage, b: DeskMessage): number {
  if (a.ts === b.ts) return 0;
  return a.ts < b.ts ? -1 : 1;
}
