import type { SlackCall } from './method.ts';
import { notifiedBy, type Sent } from './notified.ts';
import type { Notified, SlackConversation, SlackMetadata, SlackStoredMessage, SlackWorld } from './state.ts';

/** Whom a message would notify among the people of this workspace. */
export function notifiedIn(world: SlackWorld, sent: Sent): Notified {
  return notifiedBy(sent, new Map(world.users.map((user) => [user.name, user.id])));
}

/** The next timestamp: seconds of the sandbox clock and a running number, so that no two are the same. */
export function nextTs(world: SlackWorld, now: number): string {
  world.counters.message += 1;
  return `${Math.floor(now / 1000)}.${String(world.counters.message % 1_000_000).padStart(6, '0')}`;
}

/** Puts a message into a conversation and remembers whom it notified. */
export function postInto(
  call: SlackCall,
  conversation: SlackConversation,
  sent: Sent,
  more: { metadata: SlackMetadata | null; threadTs: string | null; unfurls: boolean },
): SlackStoredMessage {
  const message: SlackStoredMessage = {
    ts: nextTs(call.world, call.now),
    user: call.me.id,
    botId: call.token.botId,
    text: sent.text,
    blocks: sent.blocks,
    edited: null,
    notifies: notifiedIn(call.world, sent),
    subtype: null,
    inviter: null,
    pinned: false,
    ...more,
  };
  conversation.messages.push(message);
  noteNotification(call, conversation, message);
  return message;
}

/**
 * Remembers what went out. An edit counts too: whom it newly names may be told, so the oracle holds edits to the
 * same rule as posts.
 */
export function noteNotification(
  { world, me }: SlackCall,
  conversation: SlackConversation,
  { ts, notifies }: SlackStoredMessage,
): void {
  const { users, groups, broadcasts } = notifies;
  if (users.length + groups.length + broadcasts.length === 0) return;
  world.notifications.push({ channel: conversation.id, ts, by: me.id, notified: notifies });
}

/** Lets somebody into a conversation, with the line Slack writes about it. `inviter` null: came by themselves. */
export function letIn(
  { world, now }: SlackCall,
  conversation: SlackConversation,
  user: string,
  inviter: string | null,
): void {
  conversation.members.push(user);
  conversation.messages.push({
    ts: nextTs(world, now),
    user,
    botId: null,
    text: `<@${user}> has joined the ${conversation.kind === 'private' ? 'group' : 'channel'}`,
    blocks: null,
    metadata: null,
    threadTs: null,
    edited: null,
    notifies: { users: [], groups: [], broadcasts: [] },
    unfurls: false,
    pinned: false,
    subtype: conversation.kind === 'private' ? 'group_join' : 'channel_join',
    inviter,
  });
}
