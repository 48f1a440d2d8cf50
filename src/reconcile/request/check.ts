import { createHash } from 'node:crypto';
import type { Problem } from '../../domain/form/request-form.ts';
import { decidedText } from '../../domain/notifications/decided-text.ts';
import { problemsComment } from '../../domain/notifications/problems-comment.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, relabel, writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';
import { show } from './show.ts';

/** Validates a request that is submitted or was sent back: shown to the approvers, or back to the requester. */
export function check(input: PhaseInput): IssueAction[] {
  const { view } = input;
  if (view.state !== 'submitted' && view.state !== 'needs-info') return [];
  if (view.issue.state === 'closed') return [];
  const result = checkRequest(view, input.context, input);
  switch (result.kind) {
    case 'clean':
      return [
        ...show(input, result.shown, { event: 'checked clean', to: 'awaiting-approval' }),
        ...outboxDone(input),
      ];
    case 'problems':
      return sendBack(input, result.problems);
    case 'held':
      return hold(input);
    default:
      return result satisfies never;
  }
}

/** One comment with all problems; a new one only when the list has changed (`docs/rules.md#validation`). */
export function sendBack(input: PhaseInput, problems: readonly Problem[]): IssueAction[] {
  const { view } = input;
  const requester = view.issue.author.username;
  const list = createHash('sha256').update(JSON.stringify(problems)).digest('hex').slice(0, 12);
  const lists = [...view.notes.keys()].filter((key) => key.startsWith('problems:'));
  const repeated = lists.at(-1)?.startsWith(`problems:${list}:`) ?? false;
  const key = repeated ? (lists.at(-1) ?? '') : `problems:${list}:${lists.length + 1}`;
  const comment = commentOnce(view, {
    key,
    body: problemsComment(requester, problems),
    mentions: [requester],
  });
  const event = view.state === 'awaiting-approval' ? 'binding field edited' : 'problems found';
  const move =
    view.state === 'needs-info' ? [] : [moveTo(view, event, 'needs-info', { why: 'the form has problems' })];
  return [...comment, ...move];
}

/** Salesforce cannot be asked: the request waits where it is, and the label says so. */
function hold(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const record = recordOf(view, context);
  const text = `${decidedText(view, context, record, 'submitted')}\n- Salesforce does not answer at the moment; the check goes on by itself when it does.`;
  const written =
    view.record.note === null
      ? [writeRecord(view, { record: decidedOn(record, view, 'submitted'), text, why: 'Salesforce is down' })]
      : [];
  const label = view.issue.labels.includes('salesforce::failed')
    ? []
    : [relabel(view, ['salesforce::failed'], [], 'Salesforce is down')];
  return [...written, ...label];
}

function outboxDone({ view }: PhaseInput): IssueAction[] {
  if (!view.issue.labels.includes('salesforce::failed')) return [];
  return [relabel(view, [], ['salesforce::failed'], 'Salesforce answers again')];
}
