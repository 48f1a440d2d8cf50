import type { SetIssue } from '../action.ts';
import type { Ink } from './ink.ts';
import { type PlanNames, userName } from './plan-names.ts';

function assigneeChanges(action: SetIssue, ink: Ink, names: PlanNames): string[] {
  const wanted = action.assignees;
  if (wanted === undefined) return [];
  const before = action.expect.assignees;
  const added = wanted.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !wanted.includes(id));
  if (added.length + removed.length === 0) return ['keep the assignees'];
  return [
    ...added.map((id) => `assign ${ink.code(userName(id, names))}`),
    ...removed.map((id) => `unassign ${ink.code(userName(id, names))}`),
  ];
}

/** The change of one issue: what it gets, who it gets, what it loses. */
export function describeSetIssue(action: SetIssue, ink: Ink, names: PlanNames): string {
  const parts: string[] = [];
  if (action.confidential) parts.push('make it confidential');
  for (const label of action.add) parts.push(`set ${ink.code(label)}`);
  parts.push(...assigneeChanges(action, ink, names));
  for (const label of action.remove) parts.push(`remove ${ink.code(label)}`);
  if (action.state !== undefined) parts.push(`${action.state} the issue`);
  return parts.length === 0 ? 'change nothing' : parts.join(', ');
}
