import { withMarker } from '../../src/domain/record/marker.ts';
import { digestKeyOf, digestLine, followUpLine, isFollowUp } from '../../src/domain/record/own-issues.ts';
import { settleWords } from '../../src/domain/record/reference-words.ts';
import type { IssueFacts, Snapshot } from '../../src/domain/snapshot.ts';
import type { OpenFollowUp } from '../../src/plan/action.ts';
import type { OpenDigest } from '../../src/plan/digest-action.ts';
import { issue as issueOf } from './snapshot.ts';

/** The world with an issue that the desk opens once, and its number; the words of the plan are settled. */
export function openOnPaper(
  world: Snapshot,
  action: OpenFollowUp | OpenDigest,
  became: (reference: string) => string | number | null,
): { readonly world: Snapshot; readonly iid: number } {
  const there = world.issues.find((each) => isTheSame(each, action, world));
  if (there !== undefined) return { world, iid: there.iid };
  const iid = world.issues.length + 1;
  const opened = issueOf({
    iid,
    title: action.title,
    description: withMarker(settleWords(action.description, became), lineOf(action, world)),
    author: { id: world.desk.id, username: world.desk.username },
    labels: [...action.labels].sort(),
    assignees: assigneesOf(action, world),
    createdAt: world.now,
    updatedAt: world.now,
  });
  return { world: { ...world, issues: [...world.issues, opened] }, iid };
}

function assigneesOf(action: OpenFollowUp | OpenDigest, world: Snapshot): IssueFacts['assignees'] {
  if (action.kind === 'digest.open') return [];
  const people = Object.values(world.people).filter((each) => action.assignees.includes(each.id));
  return people.map(({ id, username }) => ({ id, username }));
}

function nameOf(action: OpenFollowUp, world: Snapshot) {
  const request = world.issues.find((each) => each.iid === action.issue);
  return { project: world.project.id, issue: request?.id ?? 0, key: action.key };
}

function lineOf(action: OpenFollowUp | OpenDigest, world: Snapshot): string {
  if (action.kind === 'issue.create') return followUpLine(nameOf(action, world));
  return digestLine({ project: world.project.id, key: action.key });
}

function isTheSame(issue: IssueFacts, action: OpenFollowUp | OpenDigest, world: Snapshot): boolean {
  const { ids } = world.desk;
  if (action.kind === 'issue.create') return isFollowUp(issue, ids, nameOf(action, world));
  return issue.state === 'opened' && digestKeyOf(issue, ids) !== null;
}
