import { timestamp } from '../present-user.ts';
import type { GitLabWorld, IssueState, NoteState, ProjectState } from '../state.ts';
import { projectUrl } from './present-project.ts';
import type { EmojiHookEvent, IssueHookEvent, NoteHookEvent } from './webhook-deliveries.ts';

/** Where and when an event happens; every GitLab call of the sandbox is one. */
export interface HookPlace {
  readonly gitlab: GitLabWorld;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Any address of this GitLab; its origin is used. */
  readonly url: URL;
}

/** The body of an issue webhook; incidents and tasks are of the kind `work_item` (`docs/gitlab.md#webhooks`). */
export function issuePayload(place: HookPlace, event: IssueHookEvent): Record<string, unknown> {
  const { issue, before, project } = event;
  const kind = issue.issueType === 'issue' ? 'issue' : 'work_item';
  return {
    object_kind: kind,
    event_type: issue.confidential ? `confidential_${kind}` : kind,
    ...surroundings(place, project, event.userId),
    object_attributes: { ...issueAttributes(place, project, issue), action: event.action },
    labels: labelsOf(place.gitlab, issue),
    changes: changesOf(place.gitlab, before, issue),
    assignees: issue.assigneeIds.map((id) => hookUser(place.gitlab, id)),
  };
}

/** The body of a note webhook, which carries the whole issue as well. */
export function notePayload(place: HookPlace, event: NoteHookEvent): Record<string, unknown> {
  const { issue, note, project } = event;
  const isConfidential = issue.confidential || note.internal;
  return {
    object_kind: 'note',
    event_type: isConfidential ? 'confidential_note' : 'note',
    ...surroundings(place, project, event.userId),
    project_id: project.id,
    object_attributes: { ...noteAttributes(place, event, note), action: event.action },
    issue: issueAttributes(place, project, issue),
  };
}

/**
 * The body of an emoji webhook: who reacted to what, with the comment and the issue.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#emoji-events
 */
export function emojiPayload(place: HookPlace, event: EmojiHookEvent): Record<string, unknown> {
  const { issue, note, project, award } = event;
  const url = issueUrl(place, project, issue);
  return {
    object_kind: 'emoji',
    event_type: event.action,
    ...surroundings(place, project, event.userId),
    project_id: project.id,
    object_attributes: {
      id: award.id,
      user_id: award.userId,
      name: award.name,
      awardable_type: note === null ? 'Issue' : 'Note',
      awardable_id: note?.id ?? issue.id,
      created_at: timestamp(award.createdAt),
      updated_at: timestamp(award.createdAt),
      action: event.action,
      awarded_on_url: note === null ? url : `${url}#note_${note.id}`,
    },
    ...(note === null ? {} : { note: noteAttributes(place, event, note) }),
    issue: issueAttributes(place, project, issue),
  };
}

function noteAttributes(
  place: HookPlace,
  { issue, project }: { readonly issue: IssueState; readonly project: ProjectState },
  note: NoteState,
) {
  return {
    id: note.id,
    note: note.body,
    description: note.body,
    noteable_type: 'Issue',
    noteable_id: issue.id,
    author_id: note.authorId,
    project_id: project.id,
    system: note.system,
    internal: note.internal,
    created_at: timestamp(note.createdAt),
    updated_at: timestamp(note.updatedAt),
    url: `${issueUrl(place, project, issue)}#note_${note.id}`,
  };
}

function surroundings(place: HookPlace, project: ProjectState, userId: number) {
  const homepage = projectUrl(project, place.url.origin);
  const { description } = project.settings;
  return {
    user: hookUser(place.gitlab, userId),
    project: {
      id: project.id,
      name: project.name,
      description,
      web_url: homepage,
      visibility_level: 0,
      path_with_namespace: project.path,
      default_branch: project.defaultBranch,
      homepage,
    },
    repository: { name: project.name, url: homepage, description, homepage },
  };
}

/** Webhooks never carry an address. */
function hookUser(gitlab: GitLabWorld, id: number) {
  const user = gitlab.users[id];
  const name = { name: user?.name ?? 'Ghost User', username: user?.username ?? 'ghost' };
  return { id, ...name, avatar_url: null, email: '[REDACTED]' };
}

function issueAttributes(place: HookPlace, project: ProjectState, issue: IssueState) {
  return {
    id: issue.id,
    iid: issue.iid,
    project_id: project.id,
    title: issue.title,
    description: issue.description,
    state: issue.state,
    confidential: issue.confidential,
    type: issue.issueType === 'issue' ? 'Issue' : issue.issueType,
    author_id: issue.authorId,
    assignee_ids: issue.assigneeIds,
    assignee_id: issue.assigneeIds[0] ?? null,
    labels: labelsOf(place.gitlab, issue),
    due_date: issue.dueDate,
    moved_to_id: issue.movedToId,
    closed_at: timestamp(issue.closedAt),
    created_at: timestamp(issue.createdAt),
    updated_at: timestamp(issue.updatedAt),
    url: issueUrl(place, project, issue),
  };
}

function issueUrl(place: HookPlace, project: ProjectState, issue: IssueState): string {
  return `${projectUrl(project, place.url.origin)}/-/issues/${issue.iid}`;
}

function labelsOf(gitlab: GitLabWorld, issue: IssueState) {
  return issue.labelIds.flatMap((id) => {
    const label = gitlab.labels[id];
    if (label === undefined) return [];
    const { name, color, description, projectId, groupId } = label;
    return [{ id, title: name, color, description, project_id: projectId, group_id: groupId }];
  });
}

/** What differs, as `previous` and `current`; a new issue differs from nothing. */
function changesOf(gitlab: GitLabWorld, before: IssueState | null, after: IssueState) {
  const previous = before === null ? {} : watched(gitlab, before);
  const changes: Record<string, { previous: unknown; current: unknown }> = {};
  for (const [key, current] of Object.entries(watched(gitlab, after))) {
    const old = previous[key] ?? null;
    if (JSON.stringify(old) !== JSON.stringify(current)) changes[key] = { previous: old, current };
  }
  return changes;
}

function watched(gitlab: GitLabWorld, issue: IssueState): Record<string, unknown> {
  return {
    title: issue.title,
    description: issue.description,
    state_id: issue.state === 'opened' ? 1 : 2,
    confidential: issue.confidential,
    due_date: issue.dueDate,
    closed_at: timestamp(issue.closedAt),
    updated_at: timestamp(issue.updatedAt),
    labels: labelsOf(gitlab, issue),
    assignees: issue.assigneeIds.map((id) => hookUser(gitlab, id)),
  };
}
