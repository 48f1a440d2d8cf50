import { z } from 'zod';
import { time } from './time.ts';
import type { GitLabAward, GitLabIssue, GitLabLabelEvent, GitLabNote, GitLabStateEvent } from './types.ts';

const person = z.object({ id: z.int(), username: z.string() });

/** An issue, with the fields the desk uses (docs/gitlab.md#issues). */
export const issueSchema = z
  .object({
    id: z.int(),
    iid: z.int(),
    project_id: z.int(),
    title: z.string(),
    description: z.string().nullish(),
    state: z.enum(['opened', 'closed']),
    confidential: z.boolean(),
    created_at: time,
    updated_at: time,
    closed_at: time.nullish(),
    closed_by: person.nullish(),
    author: person,
    labels: z.array(z.string()),
    assignees: z.array(person),
    web_url: z.string(),
  })
  .transform(
    (issue): GitLabIssue => ({
      id: issue.id,
      iid: issue.iid,
      projectId: issue.project_id,
      title: issue.title,
      description: issue.description ?? '',
      state: issue.state,
      confidential: issue.confidential,
      createdAt: issue.created_at,
      updatedAt: issue.updated_at,
      closedAt: issue.closed_at ?? null,
      closedBy: issue.closed_by ?? null,
      author: issue.author,
      labels: issue.labels,
      assignees: issue.assignees,
      webUrl: issue.web_url,
    }),
  );

/** A comment or system note (docs/gitlab.md#notes). */
export const noteSchema = z
  .object({
    id: z.int(),
    author: person,
    body: z.string(),
    created_at: time,
    updated_at: time,
    system: z.boolean(),
    internal: z.boolean().default(false),
  })
  .transform(
    (note): GitLabNote => ({
      id: note.id,
      author: note.author,
      body: note.body,
      at: note.created_at,
      updatedAt: note.updated_at,
      system: note.system,
      internal: note.internal,
    }),
  );

/** A reaction to a comment (docs/gitlab.md#events). */
export const awardSchema = z
  .object({ id: z.int(), name: z.string(), user: person, created_at: time })
  .transform(({ id, name, user, created_at }): GitLabAward => ({ id, name, user, at: created_at }));

/** `label` is null once the label is deleted, `user` once the account is (docs/gitlab.md#events). */
export const labelEventSchema = z
  .object({
    id: z.int(),
    user: person.nullish(),
    created_at: time,
    label: z.object({ id: z.int(), name: z.string() }).nullish(),
    action: z.enum(['add', 'remove']),
  })
  .transform(
    (event): GitLabLabelEvent => ({
      id: event.id,
      user: event.user ?? null,
      at: event.created_at,
      label: event.label ?? null,
      action: event.action,
    }),
  );

/** Closing and reopening; GitLab keeps no event of the opening (docs/gitlab.md#events). */
export const stateEventSchema = z
  .object({ id: z.int(), user: person.nullish(), created_at: time, state: z.string() })
  .transform((event) => ({
    id: event.id,
    user: event.user ?? null,
    at: event.created_at,
    state: event.state,
  }));

/** The state events the desk knows; others (`opened`, `merged`) mean nothing for an issue's approval. */
export function isStateEvent(event: z.output<typeof stateEventSchema>): event is GitLabStateEvent {
  return event.state === 'closed' || event.state === 'reopened';
}
