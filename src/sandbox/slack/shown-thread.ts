import type { SlackConversation, SlackStoredMessage } from './state.ts';

/** Slack names only so many of those who have replied. */
const mostNamed = 5;

/** What a message tells of its thread; nothing where nobody has replied. */
export function shownThread(
  conversation: SlackConversation,
  { ts: thread }: SlackStoredMessage,
): Record<string, unknown> {
  const replies = conversation.messages.filter(({ ts, threadTs }) => threadTs === thread && ts !== thread);
  const latest = replies.at(-1);
  if (latest === undefined) return {};
  const users = [...new Set(replies.map((each) => each.user))];
  return {
    thread_ts: thread,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users.slice(0, mostNamed),
    latest_reply: latest.ts,
  };
}
