import {
  argument,
  fail,
  flag,
  isMember,
  ok,
  type SlackCall,
  type SlackMethod,
  type SlackResult,
  scopeFor,
  visibleConversation,
} from './method.ts';
import { pageOf } from './page.ts';
import { shownConversation, shownMessage } from './shown.ts';
import { shownThread } from './shown-thread.ts';
import type { SlackConversation } from './state.ts';

const kinds = { public_channel: 'public', private_channel: 'private', im: 'im' } as const;
const kindScopes = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
} as const;

/** Reading of conversations: what there is, who is in it, what was said. */
export const readingMethods: readonly SlackMethod[] = [
  {
    name: 'conversations.info',
    scopes: (call) => scopeFor(call, 'read'),
    run: (call) => {
      const found = visibleConversation(call);
      return found === null ? fail('channel_not_found') : ok({ channel: shownConversation(call, found) });
    },
  },
  { name: 'conversations.list', scopes: listScopes, run: list },
  { name: 'conversations.members', scopes: (call) => scopeFor(call, 'read'), run: members },
  { name: 'conversations.history', scopes: (call) => scopeFor(call, 'history'), run: history },
];

function listedTypes(call: SlackCall): readonly string[] {
  return (argument(call, 'types') || 'public_channel').split(',').map((type) => type.trim());
}

function isKind(type: string): type is keyof typeof kinds {
  return Object.hasOwn(kinds, type);
}

/** Unlike elsewhere every one of them is needed: the first that the token lacks is the one Slack names. */
function listScopes(call: SlackCall): readonly string[] {
  const needed = listedTypes(call)
    .filter(isKind)
    .map((type) => kindScopes[type]);
  const lacking = needed.find((scope) => !call.token.scopes.includes(scope));
  return lacking === undefined ? [] : [lacking];
}

function list(call: SlackCall): SlackResult {
  const types = listedTypes(call);
  if (!types.every(isKind)) return fail('invalid_types');
  const wanted = new Set<string>(types.filter(isKind).map((type) => kinds[type]));
  const hideArchived = flag(call, 'exclude_archived');
  const seen = call.world.conversations.filter(
    (one) =>
      wanted.has(one.kind) &&
      (one.kind === 'public' || isMember(call, one)) &&
      !(hideArchived && one.isArchived),
  );
  const page = pageOf(call, seen, ({ id }) => id, 100);
  if (page === null) return fail('invalid_cursor');
  const channels = page.items.map((one) => shownConversation(call, one));
  return ok({ channels, response_metadata: { next_cursor: page.next } });
}

function members(call: SlackCall): SlackResult {
  const found = visibleConversation(call);
  if (found === null) return fail('channel_not_found');
  const page = pageOf(call, found.members, (member) => member, 100);
  if (page === null) return fail('invalid_cursor');
  return ok({ members: page.items, response_metadata: { next_cursor: page.next } });
}

/**
 * Newest first, without replies in threads. `oldest` and `latest` exclude what stands at them unless `inclusive`.
 * https://docs.slack.dev/reference/methods/conversations.history
 */
function history(call: SlackCall): SlackResult {
  const found = visibleConversation(call);
  if (found === null) return fail('channel_not_found');
  if (!isMember(call, found)) return fail('not_in_channel');
  for (const bound of ['oldest', 'latest']) {
    if (!/^(?:\d+(?:\.\d+)?)?$/.test(argument(call, bound))) return fail(`invalid_ts_${bound}`);
  }
  const page = pageOf(call, within(call, found), ({ ts }) => ts, 100);
  if (page === null) return fail('invalid_cursor');
  const withMetadata = flag(call, 'include_all_metadata');
  return ok({
    messages: page.items.map((message) => ({
      ...shownMessage(call.world, message, withMetadata),
      ...shownThread(found, message),
      ...(message.pinned ? { pinned_to: [found.id] } : {}),
    })),
    has_more: page.next !== '',
    pin_count: 0,
    response_metadata: { next_cursor: page.next },
  });
}

function within(call: SlackCall, conversation: SlackConversation): SlackConversation['messages'] {
  const oldest = microseconds(argument(call, 'oldest') || '0');
  const latest = microseconds(argument(call, 'latest') || '9999999999');
  const inclusive = flag(call, 'inclusive');
  return conversation.messages
    .filter(({ threadTs, ts }) => threadTs === null || threadTs === ts)
    .filter(({ ts }) => {
      const at = microseconds(ts);
      return (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest));
    })
    .sort((left, right) => (microseconds(left.ts) < microseconds(right.ts) ? 1 : -1));
}

/** A timestamp as a whole number: sixteen digits would lose their last ones as a fraction. */
function microseconds(ts: string): bigint {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
}
