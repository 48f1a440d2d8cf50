import { bodyVersion } from '../../domain/record/find-notes.ts';
import { emptyRecord, type RecordState, withDecided } from '../../domain/record/record-state.ts';
import { decisionLabels, type RequestContext, type RequestView } from '../../domain/request/request-view.ts';
import {
  finalStates,
  type RequestState,
  requestLabel,
  requestScope,
} from '../../domain/workflow/request-state.ts';
import { type RequestEvent, transitionFor } from '../../domain/workflow/transitions.ts';
import { DeskError } from '../../errors.ts';
import type { CreateNote, Expect, SealRecord, SetIssue, WriteRecord } from '../../plan/action.ts';
import { reconcileErrors } from '../error-catalogue.ts';

/** The values an action on this request is decided on. */
export function expectOf(view: RequestView): Expect {
  const { issue, record } = view;
  return {
    scope: requestScope(issue.labels),
    lastEvent: view.lastEvent,
    state: issue.state,
    assignees: issue.assignees.map((user) => user.id).sort((a, b) => a - b),
    record: record.note === null ? null : bodyVersion(record.note.body),
  };
}

/** What a transition changes besides the label of its state. */
export interface MoveExtras {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  readonly assignees?: readonly number[];
  readonly why: string;
}

/**
 * The one `PUT` of a transition: the new label on, every other label of the scope that was read off. A transition
 * the table does not have is a mistake in the desk itself and stops the run.
 */
export function moveTo(
  view: RequestView,
  event: RequestEvent,
  to: RequestState,
  extras: MoveExtras,
): SetIssue {
  const row = transitionFor(view.state, event, to);
  if (row === null) {
    const { cure, exit } = reconcileErrors['transition-unlisted'];
    const message = `no transition from ${view.state} to ${to} by "${event}"`;
    throw new DeskError('transition-unlisted', message, { cure, exit });
  }
  // The clock of the state ends with it, and so does a check that waits: an ended issue is not read again.
  const over = (label: string): boolean =>
    label.startsWith('sla::') || (finalStates.includes(to) && label === 'salesforce::failed');
  const stale = [
    ...requestScope(view.issue.labels).filter((label) => label !== requestLabel(to)),
    ...view.issue.labels.filter(over),
  ];
  return {
    kind: 'issue.set',
    issue: view.issue.iid,
    expect: expectOf(view),
    add: [requestLabel(to), ...(extras.add ?? [])],
    remove: [...stale, ...(extras.remove ?? [])],
    ...(extras.assignees === undefined ? {} : { assignees: extras.assignees }),
    ...(row.closes === true && view.issue.state === 'opened' ? { state: 'close' as const } : {}),
    why: extras.why,
  };
}

/** A change of labels that is no transition. */
export function relabel(
  view: RequestView,
  add: readonly string[],
  remove: readonly string[],
  why: string,
): SetIssue {
  return { kind: 'issue.set', issue: view.issue.iid, expect: expectOf(view), add, remove, why };
}

/** The record of a request as found, or a new one that names the labels of today. */
export function recordOf(view: RequestView, context: RequestContext): RecordState {
  if (view.record.state !== null) return view.record.state;
  return emptyRecord({
    project: view.issue.projectId,
    issue: view.issue.id,
    labels: decisionLabels(context.snapshot),
  });
}

/** The record with a transition noted that is decided on everything read so far. */
export function decidedOn(record: RecordState, view: RequestView, to: RequestState): RecordState {
  return { ...record, decided: withDecided(record.decided, { to, on: view.lastEvent }) };
}

/** What the record is to say, to people and to the machine. */
export interface RecordContent {
  readonly record: RecordState;
  readonly text: string;
  readonly mentions?: readonly string[];
  readonly why: string;
}

/** Writes the record: a new note, or an edit of the one there is. */
export function writeRecord(view: RequestView, content: RecordContent): WriteRecord {
  return {
    kind: 'record.write',
    issue: view.issue.iid,
    expect: expectOf(view),
    note: view.record.note?.id ?? null,
    text: content.text,
    record: content.record,
    mentions: content.mentions ?? [],
    why: content.why,
  };
}

/** Seals the record: what was clicked before is early, what comes after may count. */
export function sealRecord(view: RequestView, content: RecordContent): SealRecord {
  return {
    ...writeRecord(view, content),
    kind: 'record.seal',
    note: view.record.note?.id ?? `record(${view.issue.iid})`,
  };
}

/** A comment that is written once; empty when its key is there already. */
export function commentOnce(
  view: RequestView,
  comment: { key: string; body: string; mentions: readonly string[]; internal?: boolean },
): CreateNote[] {
  if (view.notes.has(comment.key)) return [];
  return [
    {
      kind: 'note.create',
      issue: view.issue.iid,
      expect: expectOf(view),
      key: comment.key,
      body: comment.body,
      internal: comment.internal ?? false,
      mentions: comment.mentions,
    },
  ];
}
