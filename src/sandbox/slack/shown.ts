import type { SlackCall } from './method.ts';
import type { SlackConversation, SlackStoredMessage, SlackUser, SlackWorld } from './state.ts';

/** A conversation as the methods answer it. */
export function shownConversation(call: SlackCall, it: SlackConversation): Record<string, unknown> {
  const base = { id: it.id, created: it.created, is_archived: it.isArchived };
  if (it.kind === 'im') {
    const other = it.members.find((member) => member !== call.me.id) ?? call.me.id;
    return { ...base, is_im: true, user: other, is_open: true, is_org_shared: false, priority: 0 };
  }
  return {
    ...base,
    name: it.name,
    name_normalized: it.name,
    is_channel: it.kind === 'public',
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: it.kind === 'private',
    is_general: it.isGeneral,
    is_shared: it.shared === 'external',
    is_ext_shared: it.shared === 'external',
    is_org_shared: false,
    is_pending_ext_shared: it.shared === 'pending',
    pending_shared: [],
    is_member: it.members.includes(call.me.id),
    creator: it.creator,
    topic: { value: it.topic, creator: '', last_set: 0 },
    purpose: { value: it.purpose, creator: '', last_set: 0 },
    num_members: it.members.length,
  };
}

/** A message as the methods answer it; `metadata` only where it was asked for. */
export function shownMessage(
  world: SlackWorld,
  message: SlackStoredMessage,
  withMetadata: boolean,
): Record<string, unknown> {
  return {
    type: 'message',
    ...(message.subtype === null ? {} : { subtype: message.subtype }),
    ...(message.inviter === null ? {} : { inviter: message.inviter }),
    user: message.user,
    ...(message.botId === null ? {} : { bot_id: message.botId }),
    team: world.team.id,
    text: message.text,
    ts: message.ts,
    ...(message.blocks === null ? {} : { blocks: message.blocks }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.edited === null ? {} : { edited: message.edited }),
    ...(withMetadata && message.metadata !== null ? { metadata: message.metadata } : {}),
  };
}

/** A user as the methods answer one; the address only with the scope for it. */
export function shownUser(call: SlackCall, user: SlackUser): Record<string, unknown> {
  const seesEmail = call.token.scopes.includes('users:read.email');
  return {
    id: user.id,
    team_id: call.world.team.id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    profile: {
      avatar_hash: 'g000000000000',
      status_text: '',
      status_emoji: '',
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      team: call.world.team.id,
      ...(seesEmail && user.email !== null ? { email: user.email } : {}),
    },
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
  };
}
