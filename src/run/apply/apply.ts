import { DeskError } from '../../errors.ts';
import type { Action } from '../../plan/action.ts';
import { isIssueAction } from '../../plan/plan.ts';
import type { Applied, Ending } from './applied.ts';
import type { Applier } from './applier.ts';
import { applySetIssue } from './apply-issue.ts';
import { applyCreateNote, applyDeleteNote, applySealRecord, applyWriteRecord } from './apply-note.ts';
import { applyBoard, applyCreateLabel, applySchedule, applyWebhook, applyWikiPage } from './apply-project.ts';
import { applyDeleteMessage, applyEdit, applyInvite, applyPost, applyRemoveMember } from './apply-slack.ts';
import { applyAddToTeam, applyRemoveFromTeam } from './apply-team.ts';

/**
 * Carries out actions, one after the other: the only place where anything is written. An action that finds the
 * world changed halts its issue; so does a failed write to GitLab. Salesforce and Slack delay only themselves.
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
  const halted = isIssueAction(action) ? applier.ledger.haltedBecause(action.issue) : null;
  if (halted !== null) return { kind: 'skipped', why: halted };
  const ending = await interpretSafely(applier, action);
  if (isIssueAction(action) && haltsIssue(action, ending)) {
    applier.ledger.halt(action.issue, `after "${action.kind}" ${ending.kind}`);
  }
  return ending;
}

function haltsIssue(action: Action, ending: Ending): boolean {
  if (ending.kind === 'moved') return true;
  const failed = ending.kind === 'failed' || ending.kind === 'unknown';
  // The record forgets what was taken back; while it is not known to be gone, the record must go on naming it.
  if (failed && (action.kind === 'team.remove' || action.kind === 'slack.remove')) return true;
  return failed && !action.kind.startsWith('team.') && !action.kind.startsWith('slack.');
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
