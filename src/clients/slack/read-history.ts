import { z } from 'zod';
import { type HistoryMessage, historyMessage, writtenMessage } from './history-message.ts';
import type { identitySchema } from './schema.ts';
import type { Session } from './session.ts';
import type { SlackAsk, SlackHistory, SlackMessage } from './types.ts';

/** From where to where; both ends count. `latest` absent: until now. */
interface Window {
  /** Epoch seconds, with microseconds if it is one message's `ts`. */
  readonly oldest: string;
  readonly latest?: string;
}

const page = z.object({ messages: z.array(writtenMessage) }).transform(({ messages }) => messages);

/** What stands in a channel, read once for the desk's own messages and for people's. */
export async function readHistory(
  session: Session,
  desk: z.output<typeof identitySchema>,
  channel: string,
  window: Window,
): Promise<SlackHistory> {
  const values = { channel, ...window, inclusive: true, include_all_metadata: true };
  const messages = await session.readAll('conversations.history', page, values);
  const found = messages.map((message) => historyMessage(message, desk));
  return { own: ownOf(found, channel), asks: asksOf(found, channel) };
}

function ownOf(found: readonly HistoryMessage[], channel: string): SlackMessage[] {
  const own = found.flatMap((each): SlackMessage[] => {
    if (each.kind !== 'own') return [];
    const { ts, text, key } = each;
    const message = { channel, ts, text, key };
    return [each.pinnedTo.includes(channel) ? { ...message, pinned: true } : message];
  });
  return own.sort(byTs);
}

/** What was written before the desk came was not written to it. */
function asksOf(found: readonly HistoryMessage[], channel: string): SlackAsk[] {
  const came = found
    .filter((each) => each.kind === 'came')
    .sort(byTs)
    .at(-1);
  const asks = found.flatMap((each) => {
    if (each.kind !== 'ask' || (came !== undefined && byTs(each, came) < 0)) return [];
    return [{ channel, ts: each.ts, answered: each.answered }];
  });
  return asks.sort(byTs);
}

/** A `ts` is seconds and microseconds; as a number it would lose the last digits. */
function byTs(a: { readonly ts: string }, b: { readonly ts: string }): number {
  const [secondsA = '', microA = ''] = a.ts.split('.');
  const [secondsB = '', microB = ''] = b.ts.split('.');
  return Number(secondsA) - Number(secondsB) || Number(microA) - Number(microB);
}
