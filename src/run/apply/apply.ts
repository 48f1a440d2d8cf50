import { DeskError } from '../../errors.ts';
import type { Action, IssueAction } from '../../plan/action.ts';
import type { CardAction } from '../../plan/card-action.ts';
import { isIssueAction, issueOf } from '../../plan/plan.ts';
import type { Applied, Ending } from './applied.ts';
import type { Applier } from './applier.ts';
import { applyCard } from './apply-card.ts';
import { applyArchive, applyDescribe, applyMakeChannel, applyPin } from './apply-channel.ts';
import { applyCommentDigest, applyOpenDigest } from './apply-digest.ts';
import { applyLink, applyOpenFollowUp, applyUpload } from './apply-follow-up.ts';
import { applySetIssue } from './apply-issue.ts';
import { applyCreateNote, applyDeleteNote, applySealRecord, applyWriteRecord } from './apply-note.ts';
import { applyBoard, applyCreateLabel, applySchedule, applyWebhook, applyWikiPage } from './apply-project.ts';
import { applyReply } from './apply-reply.ts';
import { applyDeleteMessage, applyEdit, applyInvite, applyPost, applyRemoveMember } from './apply-slack.ts';
import { applyEditStanding, applyOpenStanding } from './apply-standing.ts';
import { applyAddToTeam, applyRemoveFromTeam } from './apply-team.ts';
import { applyPostToProgram, applyTell, applyTellAsker, applyTellDigest } from './apply-tell.ts';

/**
 * Carries out actions, one after the other: the only place where anything is written. An action that finds the
 * world changed halts its issue; so does a failed write that others of the issue rest on.
 */
export async function apply(
  applier: Applier,
  actions: readonly Action[],
  tell: (applied: Applied) => void,
): Promise<Applied[]> {
  const results: Applied[] = [];
  for (const action of actions) {
    const result = { action, ending: await applyOne(applier, action) };
    results.push(result);
    tell(result);
  }
  return results;
}

async function applyOne(applier: Applier, action: Action): Promise<Ending> {
  const issue = issueOf(action);
  const halted = issue === null ? null : applier.ledger.haltedBecause(issue);
  if (halted !== null) return { kind: 'skipped', why: halted };
  const lost = applier.ledger.lostPage('after' in action ? (action.after ?? []) : []);
  if (lost !== null) return { kind: 'skipped', why: `the page ${lost} was not written before it` };
  const ending = await interpretSafely(applier, action);
  if (issue !== null && isOnIssue(action) && haltsIssue(action, ending)) {
    applier.ledger.halt(issue, `after "${action.kind}" ${ending.kind}`);
  }
  if (action.kind === 'wiki.write' && ending.kind !== 'applied') applier.ledger.losePage(action.slug);
  return ending;
}

function isOnIssue(action: Action): action is IssueAction | CardAction {
  return isIssueAction(action) || 'card' in action;
}

/**
 * What halts an issue: a world that has changed, and a failed write that later actions of the issue may rest on.
 * What is added in Salesforce or Slack, a link and a refused file delay only themselves; what is taken back does not.
 */
function haltsIssue(action: IssueAction | CardAction, ending: Ending): boolean {
  if (ending.kind === 'moved') return true;
  if (ending.kind !== 'failed' && ending.kind !== 'unknown') return false;
  switch (action.kind) {
    case 'team.add':
    case 'slack.post':
    case 'slack.edit':
    case 'slack.delete':
    case 'slack.invite':
    case 'slack.tell':
    case 'slack.channel.create':
    case 'slack.channel.set':
    case 'slack.channel.archive':
    case 'slack.pin':
    case 'issue.link':
    case 'card.link':
      return false;
    // A comment says the same without its file; one that may be there is linked by the next run.
    case 'file.upload':
      return ending.kind === 'unknown';
    // The record forgets what was taken back; while it is not known to be gone, the record must go on naming it.
    case 'team.remove':
    case 'slack.remove':
    case 'issue.set':
    case 'record.write':
    case 'record.seal':
    case 'note.create':
    case 'note.delete':
    case 'issue.create':
    case 'card.set':
    case 'card.record':
    case 'card.comment':
    case 'card.note.delete':
      return true;
    default:
      return action satisfies never;
  }
}

/** A read that fails while an action is carried out is that action's failure, not the run's. */
async function interpretSafely(applier: Applier, action: Action): Promise<Ending> {
  try {
    return await interpret(applier, action);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { kind: 'failed', code: error.code, why: error.message, cure: error.cure };
  }
}

function interpret(applier: Applier, action: Action): Promise<Ending> {
  switch (action.kind) {
    case 'issue.set':
      return applySetIssue(applier, action);
    case 'record.write':
      return applyWriteRecord(applier, action);
    case 'record.seal':
      return applySealRecord(applier, action);
    case 'note.create':
      return applyCreateNote(applier, action);
    case 'note.delete':
      return applyDeleteNote(applier, action);
    case 'team.add':
      return applyAddToTeam(applier, action);
    case 'team.remove':
      return applyRemoveFromTeam(applier, action);
    case 'slack.post':
      return applyPost(applier, action);
    case 'slack.edit':
      return applyEdit(applier, action);
    case 'slack.delete':
      return applyDeleteMessage(applier, action);
    case 'slack.invite':
      return applyInvite(applier, action);
    case 'slack.remove':
      return applyRemoveMember(applier, action);
    case 'slack.channel.create':
      return applyMakeChannel(applier, action);
    case 'slack.channel.set':
      return applyDescribe(applier, action);
    case 'slack.channel.archive':
      return applyArchive(applier, action);
    case 'slack.pin':
      return applyPin(applier, action);
    case 'slack.tell':
      return applyTell(applier, action);
    case 'slack.reply':
      return applyReply(applier, action);
    case 'issue.create':
      return applyOpenFollowUp(applier, action);
    case 'issue.link':
      return applyLink(applier, action);
    case 'file.upload':
      return applyUpload(applier, action);
    case 'card.set':
    case 'card.record':
    case 'card.comment':
    case 'card.note.delete':
    case 'card.link':
      return applyCard(applier, action);
    case 'asker.tell':
      return applyTellAsker(applier, action);
    case 'digest.tell':
      return applyTellDigest(applier, action);
    case 'digest.open':
      return applyOpenDigest(applier, action);
    case 'digest.comment':
      return applyCommentDigest(applier, action);
    case 'standing.open':
      return applyOpenStanding(applier, action);
    case 'standing.edit':
      return applyEditStanding(applier, action);
    case 'program.post':
      return applyPostToProgram(applier, action);
    case 'wiki.write':
      return applyWikiPage(applier, action);
    case 'label.create':
      return applyCreateLabel(applier, action);
    case 'board.ensure':
      return applyBoard(applier, action);
    case 'schedule.ensure':
      return applySchedule(applier, action);
    case 'webhook.ensure':
      return applyWebhook(applier, action);
    default:
      return action satisfies never;
  }
}
