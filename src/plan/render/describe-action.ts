import type { Action, AddToTeam, RemoveFromTeam } from '../action.ts';
import { describeCard, describeTellAsker } from './describe-card.ts';
import { describeDigest } from './describe-digest.ts';
import { describeFollowUp } from './describe-follow-up.ts';
import { describeProjectAction } from './describe-project-action.ts';
import { describeSetIssue } from './describe-set-issue.ts';
import { describeSlackAction } from './describe-slack-action.ts';
import { describeStanding } from './describe-standing.ts';
import type { Description } from './description.ts';
import type { Ink } from './ink.ts';
import { type PlanNames, salesforceName } from './plan-names.ts';
import { authorityText, reasonText } from './reasons.ts';

function mentioning(mentions: readonly string[], ink: Ink): string {
  return mentions.length === 0 ? '' : `, mentioning ${mentions.map(ink.code).join(', ')}`;
}

function describeTeam(action: AddToTeam | RemoveFromTeam, ink: Ink, names: PlanNames): Description {
  const user = ink.code(salesforceName(action.user, names));
  const team = `the opportunity team of ${ink.code(action.opportunity)}`;
  if (action.kind === 'team.add') {
    const what = `GRANT: add ${user} to ${team} as ${ink.code(action.role)}`;
    return { what, why: authorityText(action.authority, ink, names), body: null };
  }
  const what = `remove ${user} from ${team} (row ${ink.code(action.row)})`;
  return { what, why: reasonText(action.why, ink), body: null };
}

/** Describes an action in words that an operator can check against the issue. Total over the kinds of action. */
export function describeAction(action: Action, ink: Ink, names: PlanNames): Description {
  switch (action.kind) {
    case 'issue.set':
      return { what: describeSetIssue(action, ink, names), why: reasonText(action.why, ink), body: null };
    case 'record.write': {
      const what = `${action.note === null ? 'write' : 'edit'} the record${mentioning(action.mentions, ink)}`;
      return { what, why: reasonText(action.why, ink), body: action.text };
    }
    case 'record.seal': {
      const what = `read the label events again and note in the record from which one on an approval counts${mentioning(action.mentions, ink)}`;
      return { what, why: reasonText(action.why, ink), body: action.text };
    }
    case 'note.create': {
      const verb = action.internal ? 'write an internal comment' : 'write a comment';
      const what = `${verb} ${ink.code(action.key)}${mentioning(action.mentions, ink)}`;
      return { what, why: null, body: action.body };
    }
    case 'note.delete': {
      const what = `delete the desk's own comment ${action.note}`;
      return { what, why: reasonText(action.why, ink), body: null };
    }
    case 'team.add':
    case 'team.remove':
      return describeTeam(action, ink, names);
    case 'slack.post':
    case 'slack.edit':
    case 'slack.delete':
    case 'slack.invite':
    case 'slack.remove':
    case 'slack.tell':
    case 'slack.reply':
    case 'slack.channel.create':
    case 'slack.channel.set':
    case 'slack.channel.archive':
    case 'slack.pin':
      return describeSlackAction(action, ink, names);
    case 'issue.create':
    case 'issue.link':
    case 'file.upload':
      return describeFollowUp(action, ink, names);
    case 'card.set':
    case 'card.record':
    case 'card.comment':
    case 'card.note.delete':
    case 'card.link':
      return describeCard(action, ink);
    case 'asker.tell':
      return describeTellAsker(action, ink, names);
    case 'digest.tell':
    case 'digest.open':
    case 'digest.comment':
      return describeDigest(action, ink, names);
    case 'standing.open':
    case 'standing.edit':
      return describeStanding(action, ink, names);
    case 'program.post':
    case 'wiki.write':
    case 'label.create':
    case 'board.ensure':
    case 'schedule.ensure':
    case 'webhook.ensure':
      return describeProjectAction(action, ink);
    default:
      return action satisfies never;
  }
}
