import type { GitLab } from '../../clients/gitlab/types.ts';
import { keyedNotes } from '../../domain/record/find-notes.ts';
import type { IssueFacts, Reaction } from '../../domain/snapshot.ts';
import { requestLabel } from '../../domain/workflow/request-state.ts';

/** In these states people are asked to answer a comment of the desk's by a reaction. */
const asking: ReadonlySet<string> = new Set(
  (['assigned', 'changed', 'engaged', 'awaiting-feedback'] as const).map(requestLabel),
);

/**
 * The reactions to the comments that ask for one: the newest that tells of an assignment, and those that ask for
 * feedback. A reaction leaves no trace in the issue, so they are read in each run (`docs/gitlab.md#events`).
 */
export async function withReactions(
  gitlab: GitLab,
  issue: IssueFacts,
  deskIds: readonly number[],
): Promise<IssueFacts> {
  if (!issue.labels.some((label) => asking.has(label))) return issue;
  const reactions: Reaction[] = [];
  for (const note of askingNotes(issue, deskIds)) {
    const awards = await gitlab.awards(issue.iid, note);
    reactions.push(...awards.map((award) => ({ ...award, note })));
  }
  return { ...issue, reactions };
}

function askingNotes(issue: IssueFacts, deskIds: readonly number[]): number[] {
  const keyed = keyedNotes(issue, deskIds).flatMap(({ key, note }) => {
    const [, kind, number] = /^(assigned|feedback|feedback-reminder):(\d+)(?::\d+)?$/.exec(key) ?? [];
    return typeof note.id === 'number' && kind !== undefined
      ? [{ kind, number: Number(number), id: note.id }]
      : [];
  });
  const newest = Math.max(...keyed.filter((each) => each.kind === 'assigned').map((each) => each.number));
  return keyed.filter((each) => each.kind !== 'assigned' || each.number === newest).map((each) => each.id);
}
