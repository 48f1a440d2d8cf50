import { openedDirectMessage } from './membership-methods.ts';
import { nextTs, noteNotification, notifiedIn, postInto } from './message-store.ts';
import { readMetadata } from './metadata.ts';
import {
  argument,
  fail,
  flag,
  isMember,
  ok,
  type SlackCall,
  type SlackMethod,
  type SlackResult,
  visibleConversation,
} from './method.ts';
import { shownMessage } from './shown.ts';
import type { SlackConversation, SlackStoredMessage } from './state.ts';

/** Messages written, edited and taken away. */
export const messageMethods: readonly SlackMethod[] = [
  { name: 'chat.postMessage', scopes: () => ['chat:write'], run: post },
  { name: 'chat.update', scopes: () => ['chat:write'], run: update },
  { name: 'chat.delete', scopes: () => ['chat:write'], run: remove },
];

/** https://docs.slack.dev/reference/methods/chat.postMessage */
function post(call: SlackCall): SlackResult {
  const conversation = addressed(call);
  if (conversation === null) return fail('channel_not_found');
  if (conversation.isArchived) return fail('is_archived');
  const mayUninvited = conversation.kind === 'public' && call.token.scopes.includes('chat:write.public');
  if (!isMember(call, conversation) && !mayUninvited) return fail('not_in_channel');
  const blocks = readBlocks(argument(call, 'blocks'));
  if (blocks === undefined) return fail('invalid_blocks');
  if (argument(call, 'text') === '' && blocks === null) return fail('no_text');
  const metadata = readMetadata(call.args.get('metadata'));
  if (metadata.kind === 'wrong') return fail('invalid_metadata_format');
  const sent = { text: argument(call, 'text'), blocks, linkNames: linksNames(call) };
  const message = postInto(call, conversation, sent, {
    metadata: metadata.kind === 'given' ? metadata.metadata : null,
    threadTs: argument(call, 'thread_ts') || null,
    unfurls: ['unfurl_links', 'unfurl_media'].some((name) => argument(call, name) !== 'false'),
  });
  const shown = shownMessage(call.world, message, true);
  return ok({ channel: conversation.id, ts: message.ts, message: shown });
}

/** A user's id stands for the direct message with them. Names of channels are not understood: the desk has ids. */
function addressed(call: SlackCall): SlackConversation | null {
  const to = argument(call, 'channel');
  const user = call.world.users.find(({ id, deleted }) => id === to && !deleted);
  return user === undefined ? visibleConversation(call) : openedDirectMessage(call, user.id);
}

/**
 * Metadata that is not sent stays as it was, `{}` takes it away; blocks go when only text is sent.
 * https://docs.slack.dev/reference/methods/chat.update
 */
function update(call: SlackCall): SlackResult {
  const found = ownMessage(call, 'cant_update_message');
  if ('error' in found) return fail(found.error);
  const { conversation, message } = found;
  if (conversation.isArchived) return fail('is_archived');
  const text = argument(call, 'text');
  const blocks = readBlocks(argument(call, 'blocks'));
  if (blocks === undefined) return fail('invalid_blocks');
  if (text === '' && blocks === null) return fail('no_text');
  const metadata = readMetadata(call.args.get('metadata'));
  if (metadata.kind === 'wrong') return fail('invalid_metadata_format');
  message.text = text === '' ? message.text : text;
  message.blocks = blocks;
  if (metadata.kind === 'removed') message.metadata = null;
  if (metadata.kind === 'given') message.metadata = metadata.metadata;
  message.edited = { user: call.me.id, ts: nextTs(call.world, call.now) };
  message.notifies = notifiedIn(call.world, { text: message.text, blocks, linkNames: linksNames(call) });
  noteNotification(call, conversation, message);
  const { ts, thread_ts: _thread, ...shown } = shownMessage(call.world, message, true);
  return ok({ channel: conversation.id, ts, text: message.text, message: shown });
}

/** https://docs.slack.dev/reference/methods/chat.delete */
function remove(call: SlackCall): SlackResult {
  const found = ownMessage(call, 'cant_delete_message');
  if ('error' in found) return fail(found.error);
  const { conversation, message } = found;
  conversation.messages = conversation.messages.filter(({ ts }) => ts !== message.ts);
  return ok({ channel: conversation.id, ts: message.ts });
}

type OwnMessage =
  | { readonly conversation: SlackConversation; readonly message: SlackStoredMessage }
  | { readonly error: string };

/** The message a call names by channel and timestamp, if it is the caller's own. */
function ownMessage(call: SlackCall, notMine: string): OwnMessage {
  const conversation = visibleConversation(call);
  if (conversation === null) return { error: 'channel_not_found' };
  const message = conversation.messages.find(({ ts }) => ts === argument(call, 'ts'));
  if (message === undefined) return { error: 'message_not_found' };
  if (message.user !== call.me.id || message.subtype !== null) return { error: notMine };
  return { conversation, message };
}

/** Slack turns plain `@name` into a mention only when one of these asks for it. */
function linksNames(call: SlackCall): boolean {
  return flag(call, 'link_names') || argument(call, 'parse') === 'full';
}

/** The blocks of a call; null: none were sent; undefined: they are no list. */
function readBlocks(text: string): readonly unknown[] | null | undefined {
  if (text === '') return null;
  try {
    const blocks: unknown = JSON.parse(text);
    if (!Array.isArray(blocks)) return undefined;
    return blocks.length === 0 ? null : blocks;
  } catch {
    return undefined;
  }
}
