import type { IssueState, NoteState } from '../gitlab/state.ts';
import type { World } from '../world.ts';
import { type NoteText, noteText } from './note-text.ts';
import { deskNote, deskUserId, issuesOf, labelsOf, nameOf, projectOf } from './place.ts';

/** What is different on an issue after a run. */
export type IssueChange =
  | { readonly kind: 'opened'; readonly issue: number; readonly title: string; readonly text: NoteText }
  /** The records of SMEs are opened all at once. */
  | { readonly kind: 'records'; readonly issues: readonly number[]; readonly names: readonly string[] }
  | {
      readonly kind: 'labels';
      readonly issue: number;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'assigned'; readonly issue: number; readonly names: readonly string[] }
  | { readonly kind: 'unassigned'; readonly issue: number; readonly names: readonly string[] }
  | { readonly kind: 'closed'; readonly issue: number }
  | { readonly kind: 'reopened'; readonly issue: number }
  | { readonly kind: 'made confidential'; readonly issue: number }
  | { readonly kind: 'linked'; readonly issue: number; readonly others: readonly number[] }
  | {
      readonly kind: 'note';
      readonly issue: number;
      /** `record`, or the key of a comment such as `assigned:1`. */
      readonly key: string;
      readonly isNew: boolean;
      readonly text: NoteText;
    };

/** What is different on the issues of the project between two states of the world. */
export function issueChanges(before: World, after: World): IssueChange[] {
  const opened = recordsOpened(before, after);
  const known = new Set(opened.map(({ iid }) => iid));
  const changes = issuesOf(after).flatMap((issue) => {
    const was = projectOf(before).issues[issue.iid];
    if (known.has(issue.iid)) return [];
    return [
      ...openedChange(was, issue),
      ...stateChanges(was, issue),
      ...labelChange(before, after, was, issue),
      ...assigneeChanges(after, was, issue),
      ...linkChange(after, was, issue),
      ...issue.notes.flatMap((note) => noteChange(was, issue.iid, note)),
      ...endChange(was, issue),
    ];
  });
  if (opened.length === 0) return changes;
  const names = opened.flatMap(({ assigneeIds }) => assigneeIds.map((id) => nameOf(after, id)));
  return [...changes, { kind: 'records', issues: [...known], names }];
}

/** What the desk has opened for each SME. */
function recordsOpened(before: World, after: World): IssueState[] {
  return issuesOf(after).filter(
    (issue) =>
      projectOf(before).issues[issue.iid] === undefined &&
      issue.authorId === deskUserId &&
      labelsOf(after, issue).includes('type::sme-record'),
  );
}

/** What the desk itself has opened; people open theirs before its run. */
function openedChange(was: IssueState | undefined, issue: IssueState): IssueChange[] {
  if (was !== undefined || issue.authorId !== deskUserId) return [];
  const text = noteText(issue.description ?? '');
  return [{ kind: 'opened', issue: issue.iid, title: issue.title, text }];
}

function stateChanges(was: IssueState | undefined, { iid, confidential, state }: IssueState): IssueChange[] {
  return [
    ...(confidential && was?.confidential === false
      ? [{ kind: 'made confidential' as const, issue: iid }]
      : []),
    ...(state === 'opened' && was?.state === 'closed' ? [{ kind: 'reopened' as const, issue: iid }] : []),
  ];
}

function labelChange(
  before: World,
  after: World,
  was: IssueState | undefined,
  issue: IssueState,
): IssueChange[] {
  const labels = { was: was === undefined ? [] : labelsOf(before, was), is: labelsOf(after, issue) };
  const added = labels.is.filter((each) => !labels.was.includes(each));
  const removed = labels.was.filter((each) => !labels.is.includes(each));
  return added.length + removed.length === 0 ? [] : [{ kind: 'labels', issue: issue.iid, added, removed }];
}

function assigneeChanges(after: World, was: IssueState | undefined, issue: IssueState): IssueChange[] {
  const old = was?.assigneeIds ?? [];
  const namesOf = (ids: readonly number[]): string[] => ids.map((id) => nameOf(after, id));
  const come = namesOf(issue.assigneeIds.filter((id) => !old.includes(id)));
  const gone = namesOf(old.filter((id) => !issue.assigneeIds.includes(id)));
  return [
    ...(gone.length === 0 ? [] : [{ kind: 'unassigned' as const, issue: issue.iid, names: gone }]),
    ...(come.length === 0 ? [] : [{ kind: 'assigned' as const, issue: issue.iid, names: come }]),
  ];
}

/** A link is told once, on the newer of the two. */
function linkChange(after: World, was: IssueState | undefined, issue: IssueState): IssueChange[] {
  const known = (was?.links ?? []).map(({ issueId }) => issueId);
  const fresh = issue.links.filter(({ issueId }) => !known.includes(issueId));
  const others = issuesOf(after)
    .filter(({ id, iid }) => iid < issue.iid && fresh.some((link) => link.issueId === id))
    .map(({ iid }) => iid);
  return others.length === 0 ? [] : [{ kind: 'linked', issue: issue.iid, others }];
}

function noteChange(was: IssueState | undefined, issue: number, note: NoteState): IssueChange[] {
  const ours = deskNote(note);
  const old = was?.notes.find((each) => each.id === note.id);
  if (ours === null || old?.body === note.body) return [];
  const isNew = old === undefined;
  return [{ kind: 'note', issue, key: ours.key, isNew, text: noteText(note.body) }];
}

function endChange(was: IssueState | undefined, { iid, state }: IssueState): IssueChange[] {
  return state === 'closed' && was?.state === 'opened' ? [{ kind: 'closed', issue: iid }] : [];
}
