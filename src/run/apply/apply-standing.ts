import type { GitLabIssue } from '../../clients/gitlab/types.ts';
import { commandLines } from '../../domain/markdown/command-lines.ts';
import { bodyVersion } from '../../domain/record/find-notes.ts';
import { standingKeyOf } from '../../domain/record/own-issues.ts';
import { placeStanding } from '../../domain/record/standing-part.ts';
import type { EditStanding, OpenStanding } from '../../plan/standing-action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, failedAs } from './applier.ts';
import { openOnce } from './open-once.ts';
import { refusalOfBody } from './send-body.ts';

/**
 * Opens a standing issue, unless the desk has opened it before, however it stands today; that one of them has lost the
 * label it is found by is told. One that bears its key without
 * being assigned to whom it is for is another one: whoever an issue is assigned to can write that key into it.
 */
export async function applyOpenStanding(applier: Applier, action: OpenStanding): Promise<Ending> {
  const { project, desk } = applier.snapshot;
  const { title, labels, assignees, mentions, key } = action;
  const placed = placeStanding(null, action.description, { project: project.id, key });
  if (placed.kind === 'damaged') return { kind: 'skipped', why: damagedWhy };
  const known: GitLabIssue[] = [];
  const { ending, iid } = await openOnce(applier, {
    wanted: { title, description: placed.content, labels, assigneeIds: assignees },
    mentions,
    isTheSame: (opened) => {
      const isSame = standingKeyOf(opened, desk.ids) === key && isFor(opened, assignees);
      if (isSame) known.push(opened);
      return isSame;
    },
    query: { state: 'all' },
  });
  const there = known.find((issue) => issue.iid === iid && issue.state === 'opened');
  const why = there === undefined ? null : labelsTaken(there, labels);
  return there === undefined || why === null ? ending : left(there.iid, why);
}

function labelsTaken(issue: GitLabIssue, labels: readonly string[]): string | null {
  const missing = labels.filter((label) => !issue.labels.includes(label));
  return missing.length === 0 ? null : `somebody has taken ${missing.join(', ')} off it; set it again`;
}

/** GitLab Free keeps one of several assignees (`docs/gitlab.md#issues`), so one of them is enough to know it by. */
function isFor({ assignees }: GitLabIssue, wanted: readonly number[]): boolean {
  return wanted.length === 0 || assignees.some(({ id }) => wanted.includes(id));
}

/** Writes the desk's part of a standing issue anew, on what stands there right before. */
export async function applyEditStanding(applier: Applier, action: EditStanding): Promise<Ending> {
  const { gitlab } = applier.clients;
  const { project, desk } = applier.snapshot;
  const { on, key } = action;
  const refusal = refusalOfBody(action.description, []);
  if (refusal !== null) return refusal;
  const issue = await gitlab.issue(on);
  if (issue === null) return { kind: 'moved', why: `#${on} is gone` };
  const why = notToBeWritten(issue, action, desk.ids);
  if (why !== null) return left(on, why);
  const placed = placeStanding(issue.description, action.description, { project: project.id, key });
  if (placed.kind === 'damaged') return left(on, damagedWhy);
  if (!placed.changed) return { kind: 'there already' };
  // What the desk sends runs with the desk's rights, also the words that others have put around its part.
  if (commandLines(placed.content).length > 0) return left(on, command);
  const outcome = await gitlab.updateIssue(on, { description: placed.content });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  return compare(placed.content, outcome.value);
}

function left(iid: number, why: string): Ending {
  return { kind: 'moved', why: `#${iid}: ${why}` };
}

const damagedWhy =
  'the two marks around the desk’s part are not one pair any more; delete both, and it is written at the top';

const command =
  'somebody has written a line that begins with a slash, which GitLab could take for a command; put a word before it';

/** Why nothing may be written on the issue, and what to do about it; null: it may. */
function notToBeWritten(
  issue: GitLabIssue,
  { key, labels, assignees }: EditStanding,
  deskIds: readonly number[],
): string | null {
  const borne = standingKeyOf(issue, deskIds);
  if (!deskIds.includes(issue.author.id)) return 'somebody else has opened it';
  if (borne !== null && borne !== key)
    return 'somebody has changed the mark above the desk’s part; delete it and the one below';
  if (issue.state === 'closed') return 'somebody has closed it';
  if (!issue.confidential) return 'somebody has made it public; make it confidential again';
  const taken = labelsTaken(issue, labels);
  if (taken !== null) return taken;
  const others = issue.assignees.some(({ id }) => !assignees.includes(id));
  const same = !others && issue.assignees.length === assignees.length;
  return same
    ? null
    : 'somebody has changed who it is assigned to; it must be whom it is about, and nobody else';
}

/** GitLab answers 200 and may have kept another text, or an issue that was made public meanwhile. */
function compare(description: string, answer: GitLabIssue): Ending {
  if (!answer.confidential) return { kind: 'moved', why: 'somebody has made the issue public meanwhile' };
  if (bodyVersion(answer.description) === bodyVersion(description)) return { kind: 'applied' };
  return failedAs('note-altered', 'GitLab has stored another description than the one that was sent');
}
