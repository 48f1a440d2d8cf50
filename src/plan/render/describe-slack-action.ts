import type {
  DeleteMessage,
  EditMessage,
  InviteToChannel,
  PostMessage,
  RemoveFromChannel,
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
    default:
      return action satisfies never;
  }
}
