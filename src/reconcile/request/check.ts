import { createHash } from 'node:crypto';
import { formatInstant } from '../../domain/calendar/format-instant.ts';
import type { Problem } from '../../domain/form/request-form.ts';
import { problemsComment } from '../../domain/notifications/problems-comment.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { type RequestContext, type RequestView, requesterZone } from '../../domain/request/request-view.ts';
import type { Note } from '../../domain/snapshot.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { RequestEvent } from '../../domain/workflow/transitions.ts';
import type { IssueAction, WriteRecord } from '../../plan/action.ts';
import { commentOnce, decidedOn, moveTo, recordOf, relabel, writeRecord } from './actions-on.ts';
import type { PhaseInput } from './phase.ts';
import { isProblemsKey, problemsKey } from './problems-key.ts';
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
      return [...sendBack(input, result.problems), ...outboxDone(input)];
    case 'held':
      return hold(input);
    default:
      return result satisfies never;
  }
}

/**
 * Back to the requester: what was shown before is void, one comment lists the problems, the label moves last. The
 * problems may have been found because the authority was lost.
 */
export function sendBack(
  input: PhaseInput,
  problems: readonly Problem[],
  event: RequestEvent = 'problems found',
): IssueAction[] {
  const { view, context } = input;
  if (view.state === 'needs-info') return listProblems(input, problems);
  return [
    ...(view.record.note === null ? [] : [voidShown(view, context, 'needs-info')]),
    ...listProblems(input, problems),
    moveTo(view, event, 'needs-info', { why: 'the form has problems' }),
  ];
}

/** The record of a form that cannot be shown any more: no click on it counts until it is shown again. */
export function voidShown(view: RequestView, context: RequestContext, to: RequestState): WriteRecord {
  const record = decidedOn({ ...recordOf(view, context), digest: null, shownAfter: null }, view, to);
  return writeRecord(view, {
    record,
    text: recordText(view, context, record, to),
    why: 'the form has problems',
  });
}

/**
 * One comment with all problems: a new one when the list has changed (`docs/rules.md#validation`), or when the
 * request has been in order since and it is the requester's turn again.
 */
export function listProblems({ view }: PhaseInput, problems: readonly Problem[]): IssueAction[] {
  const requester = view.issue.author.username;
  const list = createHash('sha256').update(JSON.stringify(problems)).digest('hex').slice(0, 12);
  const lists = [...view.notes].filter(([key]) => isProblemsKey(key));
  const [key, note] = lists.at(-1) ?? ['', null];
  if (note !== null && key === problemsKey(list, lists.length) && !isNewTurn(view, note)) return [];
  const body = problemsComment(requester, problems);
  return commentOnce(view, { key: problemsKey(list, lists.length + 1), body, mentions: [requester] });
}

/** Whether the desk has moved the request on since a list of problems was written. */
function isNewTurn({ state, issue, reading }: RequestView, told: Note): boolean {
  if (state === 'needs-info' || state === 'changed') return false;
  const own = issue.labelEvents.find((event) => event.id === reading.ownEvent);
  return own !== undefined && own.at > told.at;
}

/** Salesforce cannot be asked: the request waits where it is; the record says since when, the label that it does. */
function hold({ view, context }: PhaseInput): IssueAction[] {
  if (view.issue.labels.includes('salesforce::failed')) return [];
  const label = relabel(view, ['salesforce::failed'], [], 'Salesforce is down');
  if (view.record.note?.body.includes(noAnswerSince) === true) return [label];
  const zone = requesterZone(context, view.issue.author.username);
  const since = formatInstant(context.snapshot.now, zone);
  const record = recordOf(view, context);
  const state = view.state === 'needs-info' ? 'needs-info' : 'submitted';
  const text = `${recordText(view, context, record, state)}\n- ${noAnswerSince} ${since}; the check goes on by itself when it answers.`;
  return [writeRecord(view, { record, text, why: 'Salesforce is down' }), label];
}

const noAnswerSince = 'Salesforce has not answered since';

function outboxDone({ view, context }: PhaseInput): IssueAction[] {
  if (context.snapshot.salesforce.mode === 'down') return [];
  if (!view.issue.labels.includes('salesforce::failed')) return [];
  return [relabel(view, [], ['salesforce::failed'], 'Salesforce answers again')];
}
