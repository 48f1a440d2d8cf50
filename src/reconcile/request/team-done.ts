import { commentsOfPeople } from '../../domain/commands/comments-of-people.ts';
import { readCommand } from '../../domain/commands/read-command.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { IssueAction } from '../../plan/action.ts';
import { writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';

const withSme: readonly (RequestState | 'none')[] = ['assigned', 'engaged', 'awaiting-feedback'];

/**
 * While Salesforce is off the requester adds the SME to the opportunity team and answers `team: done`: the record then
 * says so (`docs/rules.md#off-or-down`). An answer to an earlier decision is about somebody else.
 */
export function teamDone({ view, context }: PhaseInput): IssueAction[] {
  const record = view.record.state;
  const decision = record?.decision ?? null;
  if (context.snapshot.salesforce.mode !== 'off' || record === null || decision === null) return [];
  if (decision.onTeam || view.state === 'none' || !withSme.includes(view.state)) return [];
  const asked = view.notes.get(`assigned:${decision.number}`)?.id;
  if (typeof asked !== 'number') return [];
  const answered = commentsOfPeople(view.issue, context.snapshot.desk.ids).some(
    (comment) =>
      comment.author.id === view.issue.author.id &&
      comment.id > asked &&
      readCommand(comment.body)?.kind === 'team done',
  );
  if (!answered) return [];
  const done = { ...record, decision: { ...decision, onTeam: true } };
  const text = recordText(view, context, done, view.state);
  return [writeRecord(view, { record: done, text, why: 'the requester has added the SME to the team' })];
}
