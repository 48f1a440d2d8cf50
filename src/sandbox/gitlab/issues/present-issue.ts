import type { GitLabCall } from '../call.ts';
import { compareTitles, labelBasic, labelTitles } from '../labels.ts';
import { timestamp, userBasic } from '../present-user.ts';
import type { GitLabWorld, IssueState } from '../state.ts';

/** An issue as a link between two shows either: without addresses and origin. */
export function issueBasic(call: GitLabCall, issue: IssueState, withLabelDetails = false) {
  const { gitlab } = call;
  const { origin } = call.url;
  const assignees = issue.assigneeIds.map((id) => userBasic(gitlab, origin, id));
  return {
    id: issue.id,
    iid: issue.iid,
    project_id: issue.projectId,
    title: issue.title,
    description: issue.description,
    state: issue.state,
    created_at: timestamp(issue.createdAt),
    updated_at: timestamp(issue.updatedAt),
    closed_at: timestamp(issue.closedAt),
    closed_by: userBasic(gitlab, origin, issue.closedById),
    labels: withLabelDetails ? detailedLabels(gitlab, issue) : labelTitles(gitlab, issue),
    milestone: null,
    assignees,
    author: userBasic(gitlab, origin, issue.authorId),
    type: issue.issueType.toUpperCase(),
    assignee: assignees[0] ?? null,
    user_notes_count: issue.notes.filter((note) => !note.system).length,
    merge_requests_count: 0,
    upvotes: votes(issue, 'thumbsup'),
    downvotes: votes(issue, 'thumbsdown'),
    start_date: null,
    due_date: issue.dueDate,
    confidential: issue.confidential,
    discussion_locked: issue.discussionLocked,
    issue_type: issue.issueType,
    web_url: issueWebUrl(gitlab, origin, issue),
    time_stats: {
      time_estimate: 0,
      total_time_spent: 0,
      human_time_estimate: null,
      human_total_time_spent: null,
    },
    task_completion_status: taskCompletion(issue.description ?? ''),
    blocking_issues_count: 0,
  };
}

/** An issue as lists answer it (`docs/gitlab.md#issues`). */
export function presentIssue(call: GitLabCall, issue: IssueState, withLabelDetails = false) {
  return {
    ...issueBasic(call, issue, withLabelDetails),
    has_tasks: /^\s*[-*] \[[ x]\]/im.test(issue.description ?? ''),
    _links: links(call, issue),
    references: references(call.gitlab, issue),
    severity: 'UNKNOWN',
    moved_to_id: issue.movedToId,
    imported: false,
    imported_from: 'none',
    service_desk_reply_to: null,
  };
}

/** An issue alone: `subscribed` is answered here and never in lists. */
export function presentSingleIssue(call: GitLabCall, issue: IssueState) {
  return { ...presentIssue(call, issue), subscribed: isSubscribed(issue, call.user.id) };
}

/** Whoever had a hand in an issue is subscribed unless they said otherwise. */
export function isSubscribed(issue: IssueState, userId: number): boolean {
  const chosen = issue.subscribers[userId];
  if (chosen !== undefined) return chosen;
  if (issue.authorId === userId || issue.assigneeIds.includes(userId)) return true;
  return issue.notes.some((note) => note.authorId === userId && !note.system);
}

function detailedLabels(gitlab: GitLabWorld, issue: IssueState) {
  const labels = issue.labelIds.flatMap((id) => gitlab.labels[id] ?? []);
  return labels.toSorted((a, b) => compareTitles(a.name, b.name)).map(labelBasic);
}

function votes(issue: IssueState, name: string): number {
  return issue.awards.filter((award) => award.name === name).length;
}

function issueWebUrl(gitlab: GitLabWorld, origin: string, issue: IssueState): string {
  return `${origin}/${gitlab.projects[issue.projectId]?.path}/-/issues/${issue.iid}`;
}

function taskCompletion(description: string): { count: number; completed_count: number } {
  const tasks = description.match(/^\s*[-*] \[[ x]\]/gim) ?? [];
  return { count: tasks.length, completed_count: tasks.filter((task) => /\[x\]/i.test(task)).length };
}

function links(call: GitLabCall, issue: IssueState) {
  const project = `${call.url.origin}/api/v4/projects/${issue.projectId}`;
  const self = `${project}/issues/${issue.iid}`;
  return {
    self,
    notes: `${self}/notes`,
    award_emoji: `${self}/award_emoji`,
    project,
    closed_as_duplicate_of: null,
  };
}

function references(gitlab: GitLabWorld, issue: IssueState) {
  const short = `#${issue.iid}`;
  return { short, relative: short, full: `${gitlab.projects[issue.projectId]?.path}${short}` };
}
