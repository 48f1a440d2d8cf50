import type { Problem } from '../../domain/form/request-form.ts';
import { problemsComment } from '../../domain/notifications/problems-comment.ts';
import { tellsOutage } from '../../domain/notifications/record/outage-line.ts';
import { recordText } from '../../domain/notifications/record-text.ts';
import { nothingShown } from '../../domain/record/nothing-shown.ts';
import { openQuestion } from '../../domain/request/open-question.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import { isAskedForDates, waitsForDates } from '../../domain/request/waits-for-dates.ts';
import type { Note } from '../../domain/snapshot.ts';
import { checkRequest } from '../../domain/validation/check-request.ts';
import type { RequestState } from '../../domain/workflow/request-state.ts';
import type { RequestEvent } from '../../domain/workflow/transitions.ts';
import type { IssueAction, WriteRecord } from '../../plan/action.ts';
import { problemListHash } from '../problem-list.ts';
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
      if (waitsForRequester(view)) return outboxDone(input, false);
      return [
        ...show(input, result.shown, { event: 'checked clean', to: 'awaiting-approval' }),
        ...outboxDone(input, true),
      ];
    case 'problems':
      return [
        ...sendBack(input, newToRequester(view, result.problems)),
        ...outboxDone(input, view.state === 'submitted'),
      ];
    case 'held':
      return hold(input);
    default:
      return result satisfies never;
  }
}

/**
 * Whether the form is in order and yet it is the requester's turn: an approver's question is open, or only other
 * dates are wanted and the approval stands (`docs/rules.md#approval`).
 */
function waitsForRequester(view: RequestView): boolean {
  return openQuestion(view) !== null || waitsForDates(view);
}

/** Whoever was asked for other dates knows that the old ones are over. */
function newToRequester(view: RequestView, problems: readonly Problem[]): readonly Problem[] {
  return isAskedForDates(view) ? problems.filter((problem) => problem.code !== 'date-past') : problems;
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

/** The record of a form that cannot be shown any more. */
export function voidShown(view: RequestView, context: RequestContext, to: RequestState): WriteRecord {
  const record = decidedOn(nothingShown(recordOf(view, context)), view, to);
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
export function listProblems({ view, context }: PhaseInput, problems: readonly Problem[]): IssueAction[] {
  if (problems.length === 0) return [];
  const requester = view.issue.author.username;
  const list = problemListHash(problems);
  const lists = [...view.notes].filter(([key]) => isProblemsKey(key));
  const [key, note] = lists.at(-1) ?? ['', null];
  if (note !== null && key === problemsKey(list, lists.length) && !isNewTurn(view, note)) return [];
  // A changed request keeps its SME and its state: nothing ends by waiting.
  const waits = view.state === 'changed' ? null : context.config.requests;
  const body = problemsComment(requester, problems, waits);
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
  if (tellsOutage(view.record.note?.body ?? '')) return [label];
  return [told({ view, context }, 'Salesforce is down'), label];
}

/** Salesforce answers again. What else is written on the request tells that as well; else the record is written anew. */
function outboxDone(input: Pick<PhaseInput, 'view' | 'context'>, isTold: boolean): IssueAction[] {
  const { view, context } = input;
  if (context.snapshot.salesforce.mode === 'down') return [];
  if (!view.issue.labels.includes('salesforce::failed')) return [];
  const why = 'Salesforce answers again';
  const isStale = !isTold && tellsOutage(view.record.note?.body ?? '');
  return [...(isStale ? [told(input, why)] : []), relabel(view, [], ['salesforce::failed'], why)];
}

/** The record with the text of today. */
function told({ view, context }: Pick<PhaseInput, 'view' | 'context'>, why: string): WriteRecord {
  const record = recordOf(view, context);
  const state = view.state === 'needs-info' ? 'needs-info' : 'submitted';
  return writeRecord(view, { record, text: recordText(view, context, record, state), why });
}
