import { z } from 'zod';
import { eventType, type identitySchema } from './schema.ts';

type Desk = z.output<typeof identitySchema>;

/** What the desk takes from one message: everything of its own ones, and no word of anybody else's. */
export type HistoryMessage =
  | {
      readonly kind: 'own';
      readonly ts: string;
      readonly key: string;
      readonly text: string;
      readonly pinnedTo: readonly string[];
    }
  /** Written by a person at the top level. */
  | { readonly kind: 'ask'; readonly ts: string; readonly answered: boolean }
  /** The desk itself came into the channel. */
  | { readonly kind: 'came'; readonly ts: string }
  | { readonly kind: 'other' };

/** A message as Slack gives it. */
export const writtenMessage = z.object({
  ts: z.string().regex(/^\d+\.\d+$/),
  text: z.string().default(''),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  thread_ts: z.string().optional(),
  reply_count: z.number().default(0),
  reply_users_count: z.number().optional(),
  reply_users: z.array(z.string()).default([]),
  /** Ids of the channels it is pinned to. */
  pinned_to: z.array(z.string()).default([]),
  metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
});

type WrittenMessage = z.output<typeof writtenMessage>;

/**
 * A message as the desk reads it. Own is what carries our metadata **and** was written by our user: any app can set
 * metadata, so the key alone proves nothing (docs/security.md#promises). What people write stays outside.
 */
export function historyMessage(message: WrittenMessage, desk: Desk): HistoryMessage {
  const { ts } = message;
  if (message.user === desk.user_id || (desk.bot_id !== undefined && message.bot_id === desk.bot_id)) {
    if (isJoin(message)) return { kind: 'came', ts };
    const key = message.metadata?.event_type === eventType ? message.metadata.event_payload.key : null;
    if (typeof key !== 'string') return { kind: 'other' };
    return { kind: 'own', ts, key, text: message.text, pinnedTo: message.pinned_to };
  }
  return isAsk(message) ? { kind: 'ask', ts, answered: isAnswered(message, desk) } : { kind: 'other' };
}

function isJoin({ subtype }: WrittenMessage): boolean {
  return subtype === 'channel_join' || subtype === 'group_join';
}

/** A file and a line in the third person are people's too; everything else with a subtype is Slack's or an app's. */
const subtypesOfPeople: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'me_message']);

function isAsk({ ts, user, bot_id: bot, subtype, thread_ts: thread }: WrittenMessage): boolean {
  const byPerson = user !== undefined && user !== 'USLACKBOT' && bot === undefined;
  return byPerson && subtypesOfPeople.has(subtype) && (thread === undefined || thread === ts);
}

/** Slack names a few of those who have replied, a bot by either of its ids, and says how many they are. */
function isAnswered(message: WrittenMessage, desk: Desk): boolean {
  const { reply_users: named, reply_count: replies } = message;
  if (named.includes(desk.user_id) || (desk.bot_id !== undefined && named.includes(desk.bot_id))) return true;
  return (message.reply_users_count ?? replies) > named.length;
}
