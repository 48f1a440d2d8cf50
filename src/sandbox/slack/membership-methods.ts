import { letIn } from './message-store.ts';
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

/** Who comes into a conversation and who leaves it. */
export const membershipMethods: readonly SlackMethod[] = [
  {
    name: 'conversations.invite',
    scopes: (call) => managingScopes(call, 'channels:write.invites', 'groups:write.invites'),
    run: invite,
  },
  { name: 'conversations.kick', scopes: (call) => managingScopes(call), run: kick },
  { name: 'conversations.join', scopes: () => ['channels:join'], run: join },
  { name: 'conversations.open', scopes: () => ['im:write'], run: open },
];

/**
 * Without `force` one wrong user stops all of them.
 * https://docs.slack.dev/reference/methods/conversations.invite
 */
function invite(call: SlackCall): SlackResult {
  const found = visibleConversation(call);
  if (found === null) return fail('channel_not_found');
  if (found.kind === 'im') return fail('method_not_supported_for_channel_type');
  if (found.isArchived) return fail('is_archived');
  if (!isMember(call, found)) return fail('not_in_channel');
  const users = argument(call, 'users')
    .split(',')
    .map((user) => user.trim());
  if (users.every((user) => user === '')) return fail('no_user');
  const errors = users.flatMap((user) => {
    const error = inviteProblem(call, found, user);
    return error === null ? [] : [{ user, ok: false, error }];
  });
  const wrong = new Set(errors.map(({ user }) => user));
  const welcome = users.filter((user) => !wrong.has(user));
  const [first] = errors;
  if (first !== undefined && (!flag(call, 'force') || welcome.length === 0)) {
    return fail(first.error, { errors });
  }
  for (const user of welcome) letIn(call, found, user, call.me.id);
  return ok({ channel: shownConversation(call, found), ...(errors.length === 0 ? {} : { errors }) });
}

function inviteProblem({ world, me }: SlackCall, conversation: SlackConversation, id: string): string | null {
  if (id === me.id) return 'cant_invite_self';
  const user = world.users.find((one) => one.id === id);
  if (user === undefined) return 'user_not_found';
  if (conversation.members.includes(id)) return 'already_in_channel';
  return user.deleted ? 'cant_invite' : null;
}

/** https://docs.slack.dev/reference/methods/conversations.kick */
function kick(call: SlackCall): SlackResult {
  const found = visibleConversation(call);
  const user = argument(call, 'user');
  if (found === null) return fail('channel_not_found');
  if (found.kind === 'im') return fail('method_not_supported_for_channel_type');
  if (found.isArchived) return fail('is_archived');
  if (found.isGeneral) return fail('cant_kick_from_general');
  if (user === call.me.id) return fail('cant_kick_self');
  if (!call.world.users.some(({ id }) => id === user)) return fail('user_not_found');
  if (!isMember(call, found) || !found.members.includes(user)) return fail('not_in_channel');
  if (found.shared !== 'no') return fail('not_supported');
  found.members = found.members.filter((member) => member !== user);
  return ok({ errors: {} });
}

/** https://docs.slack.dev/reference/methods/conversations.join */
function join(call: SlackCall): SlackResult {
  const found = visibleConversation(call);
  if (found === null) return fail('channel_not_found');
  if (found.kind !== 'public') return fail('method_not_supported_for_channel_type');
  if (found.isArchived) return fail('is_archived');
  if (!isMember(call, found)) {
    letIn(call, found, call.me.id, null);
    return ok({ channel: shownConversation(call, found) });
  }
  const warning = 'already_in_channel';
  return ok({ channel: shownConversation(call, found), warning, response_metadata: { warnings: [warning] } });
}

/**
 * The direct message with one user, made when there is none. Group messages are not modelled.
 * https://docs.slack.dev/reference/methods/conversations.open
 */
function open(call: SlackCall): SlackResult {
  const users = argument(call, 'users')
    .split(',')
    .filter((user) => user !== '');
  const [user] = users;
  if (user === undefined) return fail('users_list_not_supplied');
  if (users.length > 1) return fail('too_many_users');
  const person = call.world.users.find(({ id }) => id === user);
  if (person === undefined) return fail('user_not_found');
  if (person.deleted) return fail('user_disabled');
  const existing = directMessage(call, user);
  const channel = existing ?? openedDirectMessage(call, user);
  const shown = flag(call, 'return_im') ? shownConversation(call, channel) : { id: channel.id };
  return ok({ channel: shown, ...(existing === undefined ? {} : { no_op: true, already_open: true }) });
}

function directMessage({ world, me }: SlackCall, user: string): SlackConversation | undefined {
  return world.conversations.find(
    ({ kind, members }) => kind === 'im' && members.includes(me.id) && members.includes(user),
  );
}

/** The direct message of the caller with a user, found or made. */
export function openedDirectMessage(call: SlackCall, user: string): SlackConversation {
  const existing = directMessage(call, user);
  if (existing !== undefined) return existing;
  call.world.counters.conversation += 1;
  const made: SlackConversation = {
    id: `D0${String(call.world.counters.conversation).padStart(8, '0')}`,
    name: '',
    kind: 'im',
    isArchived: false,
    isGeneral: false,
    shared: 'no',
    creator: call.me.id,
    created: Math.floor(call.now / 1000),
    topic: '',
    purpose: '',
    members: [call.me.id, user],
    messages: [],
  };
  call.world.conversations.push(made);
  return made;
}
