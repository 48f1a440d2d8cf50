import { z } from 'zod';
import { eventType, type identitySchema, messageSchema } from './schema.ts';
import type { Session } from './session.ts';
import type { SlackMessage } from './types.ts';

/**
 * The desk's own messages in a channel since `oldest` (epoch seconds), oldest first. Own is what carries our
 * metadata **and** was written by our user: any app can set metadata, so the key alone proves nothing
 * (docs/security.md#promises).
 */
export async function readDeskMessages(
  session: Session,
  desk: z.output<typeof identitySchema>,
  channel: string,
  oldest: number,
): Promise<SlackMessage[]> {
  const values = { channel, oldest: oldest.toFixed(6), inclusive: true, include_all_metadata: true };
  const found = await session.readAll('conversations.history', historyPage, values);
  const own: SlackMessage[] = [];
  for (const message of found) {
    const byDesk =
      message.user === desk.user_id || (desk.bot_id !== undefined && message.bot_id === desk.bot_id);
    const key = message.metadata?.event_payload.key;
    if (!byDesk || message.metadata?.event_type !== eventType || typeof key !== 'string') continue;
    own.push({ channel, ts: message.ts, text: message.text, key });
  }
  return own.sort((a, b) => compareTs(a.ts, b.ts));
}

const historyPage = z.object({ messages: z.array(messageSchema) }).transform((page) => page.messages);

/** A `ts` is seconds and microseconds; as a number it would lose the last digits. */
function compareTs(a: string, b: string): number {
  const [secondsA = '', microA = ''] = a.split('.');
  const [secondsB = '', microB = ''] = b.split('.');
  return Number(secondsA) - Number(secondsB) || Number(microA) - Number(microB);
}
