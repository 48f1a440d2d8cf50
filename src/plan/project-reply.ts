import type { Snapshot } from '../domain/snapshot.ts';
import type { ReplyToAsk } from './action.ts';

/** The world after a person was answered: their message has its answer, and nothing else is different. */
export function projectReply(snapshot: Snapshot, { channel, thread }: ReplyToAsk): Snapshot {
  const { slack } = snapshot;
  if (slack.mode !== 'on') return snapshot;
  const asks = slack.asks.map((ask) =>
    ask.channel === channel && ask.ts === thread ? { ...ask, answered: true } : ask,
  );
  return { ...snapshot, slack: { ...slack, asks } };
}
