import type {
  ArchiveChannel,
  DeleteMessage,
  DescribeChannel,
  EditMessage,
  InviteToChannel,
  MakeChannel,
  PinMessage,
  PostMessage,
  RemoveFromChannel,
  ReplyToAsk,
  TellPerson,
} from '../action.ts';
import type { Description } from './description.ts';
import type { Ink } from './ink.ts';
import { type PlanNames, slackName } from './plan-names.ts';
import { authorityText, reasonText } from './reasons.ts';

type SlackAction =
  | PostMessage
  | EditMessage
  | DeleteMessage
  | InviteToChannel
  | RemoveFromChannel
  | MakeChannel
  | DescribeChannel
  | ArchiveChannel
  | PinMessage
  | ReplyToAsk
  | TellPerson;

function describeMessage(action: PostMessage | EditMessage, ink: Ink, names: PlanNames): Description {
  const verb = action.kind === 'slack.post' ? 'post to' : 'edit a message in';
  const what = `${verb} ${ink.code(slackName(action.channel, names))}: message ${ink.code(action.key)}`;
  if (action.authority === null) return { what, why: null, body: action.text };
  return { what: `GRANT: ${what}`, why: authorityText(action.authority, ink, names), body: action.text };
}

function describeTelling(action: TellPerson, ink: Ink, names: PlanNames): Description {
  const who = ink.code(slackName(action.user, names));
  return { what: `tell ${who} by direct message: ${ink.code(action.key)}`, why: null, body: action.text };
}

/** Describes an action in Slack. Total over their kinds. */
export function describeSlackAction(action: SlackAction, ink: Ink, names: PlanNames): Description {
  if (action.kind === 'slack.tell') return describeTelling(action, ink, names);
  if (action.kind === 'slack.channel.create') {
    const what = `GRANT: make the private channel ${ink.code(action.name)}`;
    return { what, why: authorityText(action.authority, ink, names), body: null };
  }
  const channel = ink.code(slackName(action.channel, names));
  switch (action.kind) {
    case 'slack.post':
    case 'slack.edit':
      return describeMessage(action, ink, names);
    case 'slack.delete':
      return {
        what: `delete the second message ${ink.code(action.key)} in ${channel}`,
        why: null,
        body: null,
      };
    case 'slack.invite': {
      const what = `GRANT: invite ${ink.code(slackName(action.user, names))} to ${channel}`;
      return { what, why: authorityText(action.authority, ink, names), body: null };
    }
    case 'slack.remove': {
      const what = `remove ${ink.code(slackName(action.user, names))} from ${channel}`;
      return { what, why: reasonText(action.why, ink), body: null };
    }
    case 'slack.channel.set':
      return {
        what: `set the ${action.part === 'topic' ? 'topic' : 'purpose'} of ${channel}`,
        why: null,
        body: action.text,
      };
    case 'slack.channel.archive': {
      const what = `archive the desk's own channel ${ink.code(action.name)}`;
      return { what, why: reasonText(action.why, ink), body: null };
    }
    case 'slack.pin':
      return { what: `pin the message ${ink.code(action.key)} to ${channel}`, why: null, body: null };
    case 'slack.reply':
      return {
        what: `answer ${ink.code(action.thread)} in ${channel}, in its thread`,
        why: null,
        body: action.text,
      };
    default:
      return action satisfies never;
  }
}
