import {
  argument,
  fail,
  flag,
  isMember,
  managingScopes,
  ok,
  type SlackCall,
  type SlackMethod,
  type SlackResult,
  visibleConversation,
} from './method.ts';
import { shownConversation } from './shown.ts';
import type { SlackConversation } from './state.ts';

/** Channels made, described, given a pin and put away. */
export const channelMethods: readonly SlackMethod[] = [
  {
    name: 'conversations.create',
    scopes: (call) => [flag(call, 'is_private') ? 'groups:write' : 'channels:manage'],
    run: create,
  },
  {
    name: 'conversations.setTopic',
    scopes: (call) => managingScopes(call, 'channels:write.topic', 'groups:write.topic'),
    run: (call) => describe(call, 'topic'),
  },
  {
    name: 'conversations.setPurpose',
    scopes: (call) => managingScopes(call, 'channels:write.topic', 'groups:write.topic'),
    run: (call) => describe(call, 'purpose'),
  },
  { name: 'conversations.archive', scopes: (call) => managingScopes(call), run: archive },
  { name: 'pins.add', scopes: () => ['pins:write'], run: pin },
];

/**
 * Whoever makes a channel is in it. A name is taken for good, by archived and by hidden channels too.
 * https://docs.slack.dev/reference/methods/conversations.create
 */
function create(call: SlackCall): SlackResult {
  const name = argument(call, 'name');
  if (name === '') return fail('invalid_name_required');
  if (name.length > 80) return fail('invalid_name_maxlength');
  if (!/^[a-z0-9_-]+$/.test(name)) return fail('invalid_name_specials');
  if (!/[a-z0-9]/.test(name)) return fail('invalid_name_punctuation');
  const { world, me, now } = call;
  if (world.conversations.some((each) => each.name === name)) return fail('name_taken');
  world.counters.conversation += 1;
  const made: SlackConversation = {
    id: `C0${String(world.counters.conversation).padStart(8, '0')}`,
    name,
    kind: flag(call, 'is_private') ? 'private' : 'public',
    isArchived: false,
    isGeneral: false,
    shared: 'no',
    creator: me.id,
    created: Math.floor(now / 1000),
    topic: '',
    purpose: '',
    members: [me.id],
    messages: [],
  };
  world.conversations.push(made);
  return ok({ channel: shownConversation(call, made) });
}

/** The conversation of a call, if the caller may change it; else Slack's word for why not. */
function changeable(call: SlackCall): SlackConversation | string {
  const found = visibleConversation(call);
  if (found === null) return 'channel_not_found';
  if (found.kind === 'im') return 'method_not_supported_for_channel_type';
  if (!isMember(call, found)) return 'not_in_channel';
  return found;
}

/**
 * https://docs.slack.dev/reference/methods/conversations.setTopic
 * https://docs.slack.dev/reference/methods/conversations.setPurpose
 */
function describe(call: SlackCall, what: 'topic' | 'purpose'): SlackResult {
  const found = changeable(call);
  if (typeof found === 'string') return fail(found);
  if (found.isArchived) return fail('is_archived');
  const words = argument(call, what);
  if (words.length > 250) return fail('too_long');
  found[what] = words;
  return ok({ channel: shownConversation(call, found) });
}

/** https://docs.slack.dev/reference/methods/conversations.archive */
function archive(call: SlackCall): SlackResult {
  const found = changeable(call);
  if (typeof found === 'string') return fail(found);
  if (found.isArchived) return fail('already_archived');
  if (found.isGeneral) return fail('cant_archive_general');
  found.isArchived = true;
  return ok();
}

/** https://docs.slack.dev/reference/methods/pins.add */
function pin(call: SlackCall): SlackResult {
  const found = visibleConversation(call);
  if (found === null) return fail('channel_not_found');
  if (found.isArchived || !isMember(call, found)) return fail('permission_denied');
  const ts = argument(call, 'timestamp');
  if (ts === '') return fail('no_item_specified');
  const message = found.messages.find((each) => each.ts === ts);
  if (message === undefined) return fail('message_not_found');
  if (message.pinned) return fail('already_pinned');
  message.pinned = true;
  return ok();
}
