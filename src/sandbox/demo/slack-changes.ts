import type { SlackConversation, SlackStoredMessage } from '../slack/state.ts';
import type { World } from '../world.ts';
import { deskSlackUser, slackName } from './place.ts';

/** What is different in Slack after a run. */
export type SlackChange =
  | {
      readonly kind: 'message';
      /** `#name` of a channel, or whom a conversation is with. */
      readonly place: string;
      readonly text: string;
      readonly isNew: boolean;
    }
  | { readonly kind: 'message removed'; readonly place: string; readonly text: string }
  | { readonly kind: 'invited'; readonly place: string; readonly name: string }
  | { readonly kind: 'removed'; readonly place: string; readonly name: string };

/** What the desk has written in Slack, and whom it has let in or taken out, between two states of the world. */
export function slackChanges(before: World, after: World): SlackChange[] {
  return after.slack.conversations.flatMap((conversation) => {
    const was = before.slack.conversations.find((each) => each.id === conversation.id);
    const place = placeOf(after, conversation);
    return [
      ...conversation.messages.flatMap((message) => changeOf(after, place, message, was)),
      ...goneMessages(after, place, conversation, was),
      ...goneMembers(after, place, conversation, was),
    ];
  });
}

/** A channel by its name, a conversation by whom the desk has it with. */
function placeOf(world: World, { kind, name, members }: SlackConversation): string {
  if (kind !== 'im') return `#${name}`;
  const others = members.filter((id) => id !== deskSlackUser);
  return `to ${others.map((id) => slackName(world, id)).join(' and ')}`;
}

function isDesks(message: SlackStoredMessage): boolean {
  return message.user === deskSlackUser && message.subtype === null;
}

function changeOf(
  world: World,
  place: string,
  message: SlackStoredMessage,
  was: SlackConversation | undefined,
): SlackChange[] {
  const old = was?.messages.find((each) => each.ts === message.ts);
  if (message.inviter === deskSlackUser && old === undefined) {
    return [{ kind: 'invited', place, name: slackName(world, message.user) }];
  }
  if (!isDesks(message) || old?.text === message.text) return [];
  return [{ kind: 'message', place, text: readable(world, message.text), isNew: old === undefined }];
}

function goneMessages(
  world: World,
  place: string,
  { messages }: SlackConversation,
  was: SlackConversation | undefined,
): SlackChange[] {
  const kept = new Set(messages.map(({ ts }) => ts));
  const gone = (was?.messages ?? []).filter((each) => isDesks(each) && !kept.has(each.ts));
  return gone.map(({ text }) => ({ kind: 'message removed', place, text: readable(world, text) }));
}

function goneMembers(
  world: World,
  place: string,
  { members }: SlackConversation,
  was: SlackConversation | undefined,
): SlackChange[] {
  const gone = (was?.members ?? []).filter((id) => !members.includes(id));
  return gone.map((id) => ({ kind: 'removed', place, name: slackName(world, id) }));
}

/** A Slack text as people see it, on one line: names in place of ids, characters in place of their escapes. */
function readable(world: World, text: string): string {
  return text
    .replace(/<@(\w+)>/g, (_, id: string) => `@${slackName(world, id)}`)
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
