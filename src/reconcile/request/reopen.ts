import { recordText } from '../../domain/notifications/record-text.ts';
import { emptyRecord, type RecordState } from '../../domain/record/record-state.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

const ended: readonly (RequestState | 'none')[] = ['declined', 'cancelled'];

/** Somebody has opened an ended request again: it begins anew, and what was decided before is void. */
export function reopen({ view, context }: PhaseInput): IssueAction[] {
  if (view.state === 'completed' && view.issue.state === 'opened') return closeAgain(view);
  if (!ended.includes(view.state) || view.issue.state === 'closed') return [];
  const record = decidedOn(begunAnew(recordOf(view, context)), view, 'submitted');
  const text = recordText(view, context, record, 'submitted');
  return [
    writeRecord(view, { record, text, why: 'the issue was opened again' }),
    moveTo(view, 'reopened', 'submitted', { why: 'the issue was opened again' }),
  ];
}

/** What is completed stays so: its feedback and its figures are of one engagement. */
function closeAgain(view: PhaseInput['view']): IssueAction[] {
  const requester = view.issue.author.username;
  const body = `@${requester}: this request is completed. For another engagement please open a new request; this one is closed again.`;
  return [
    ...commentOnce(view, { key: 'completed:reopened', body, mentions: [requester] }),
    moveTo(view, 'reopened', 'completed', { why: 'a completed request stays completed' }),
  ];
}

/**
 * Nothing that was shown, approved or decided counts any more. What was granted stays known until it is taken back,
 * and what the request has led to stays linked.
 */
function begunAnew(record: RecordState): RecordState {
  const { project, issue, labels, decided, team, invitations, links, followUps, channelsMade } = record;
  const past = record.approval === null ? [] : [record.approval];
  return {
    ...emptyRecord({ project, issue, labels }),
    decided,
    pastApprovals: [...record.pastApprovals, ...past],
    team,
    invitations,
    links,
    followUps,
    channelsMade: channelsMade.map((each) => ({ ...each, over: true })),
  };
}
