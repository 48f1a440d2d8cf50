import type { GitLabWorld, GroupState, IssueState, MemberState, ProjectState } from './state.ts';

/** GitLab's access levels by name. Their order is not an order of capability (`docs/gitlab.md#members`). */
export const access = {
  guest: 10,
  planner: 15,
  reporter: 20,
  developer: 30,
  maintainer: 40,
  owner: 50,
} as const;

/** The groups above a project or group, nearest first. */
export function ancestors(gitlab: GitLabWorld, groupId: number | null): GroupState[] {
  const found: GroupState[] = [];
  let id = groupId;
  while (id !== null) {
    const group: GroupState | undefined = gitlab.groups[id];
    if (group === undefined) break;
    found.push(group);
    id = group.parentId;
  }
  return found;
}

/** Members of a project including inherited ones: one row per user, the highest level. */
export function allMembers(gitlab: GitLabWorld, project: ProjectState): MemberState[] {
  const inherited = ancestors(gitlab, project.groupId).flatMap((group) => group.members);
  return highestPerUser([...project.members, ...inherited]);
}

/** One row per user: the one with the highest level. */
export function highestPerUser(members: readonly MemberState[]): MemberState[] {
  const best = new Map<number, MemberState>();
  for (const member of members) {
    const known = best.get(member.userId);
    if (known === undefined || known.accessLevel < member.accessLevel) best.set(member.userId, member);
  }
  return [...best.values()];
}

/** Access level of a user in a project, inherited membership included; 0: no member. */
export function accessLevel(gitlab: GitLabWorld, project: ProjectState, userId: number): number {
  let level = 0;
  for (const member of project.members) {
    if (member.userId === userId) level = Math.max(level, member.accessLevel);
  }
  for (const group of ancestors(gitlab, project.groupId)) {
    for (const member of group.members) {
      if (member.userId === userId) level = Math.max(level, member.accessLevel);
    }
  }
  return level;
}

/** Planner and above manage issues and labels: they see confidential issues and set metadata. */
export function managesIssues(level: number): boolean {
  return level >= access.planner;
}

/** Who may see an issue: of a confidential one, a Guest only what they wrote or are assigned to. */
export function canReadIssue(issue: IssueState, userId: number, level: number): boolean {
  return !issue.confidential || managesIssues(level) || isInvolved(issue, userId);
}

/** Title, description and state: managers of issues, the author and the assignees. */
export function canUpdateIssue(issue: IssueState, userId: number, level: number): boolean {
  return managesIssues(level) || (level >= access.guest && isInvolved(issue, userId));
}

function isInvolved(issue: IssueState, userId: number): boolean {
  return issue.authorId === userId || issue.assigneeIds.includes(userId);
}
