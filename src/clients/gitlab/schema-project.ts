import { z } from 'zod';
import type {
  GitLabBoard,
  GitLabLabel,
  GitLabProject,
  GitLabSchedule,
  GitLabWebhook,
  GitLabWikiPage,
} from './types.ts';

export const projectSchema = z
  .object({
    id: z.int(),
    path_with_namespace: z.string(),
    web_url: z.string(),
    default_branch: z.string().nullish(),
    visibility: z.string(),
  })
  .transform(
    (project): GitLabProject => ({
      id: project.id,
      path: project.path_with_namespace,
      webUrl: project.web_url,
      defaultBranch: project.default_branch ?? '',
      visibility: project.visibility,
    }),
  );

/** docs/gitlab.md#labels */
export const labelSchema = z
  .object({ id: z.int(), name: z.string(), color: z.string(), description: z.string().nullish() })
  .transform((label): GitLabLabel => ({ ...label, description: label.description ?? null }));

/** docs/gitlab.md#wiki */
export const wikiPageSchema = z
  .object({ slug: z.string(), title: z.string(), content: z.string() })
  .transform((page): GitLabWikiPage => page);

/** Lists by assignee or milestone have no label. The Open and Closed lists are not given (docs/gitlab.md#boards). */
export const boardSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    lists: z
      .array(
        z.object({
          id: z.int(),
          label: z.object({ name: z.string() }).nullish(),
          position: z.int().nullish(),
        }),
      )
      .default([]),
  })
  .transform(
    (board): GitLabBoard => ({
      id: board.id,
      name: board.name,
      lists: board.lists
        .map((list, index) => ({
          id: list.id,
          label: list.label?.name ?? null,
          position: list.position ?? index,
        }))
        .sort((a, b) => a.position - b.position),
    }),
  );

/**
 * One schedule, as its own route gives it: only there are the variables. `ref` loses `refs/heads/`, which newer
 * versions of GitLab put in front of what was written (docs/gitlab.md#ci).
 */
export const scheduleSchema = z
  .object({
    id: z.int(),
    description: z.string(),
    ref: z.string(),
    cron: z.string(),
    cron_timezone: z.string(),
    active: z.boolean(),
    owner: z.object({ username: z.string() }).nullish(),
    variables: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
  })
  .transform(
    (schedule): GitLabSchedule => ({
      id: schedule.id,
      description: schedule.description,
      ref: schedule.ref.replace(/^refs\/heads\//, ''),
      cron: schedule.cron,
      timezone: schedule.cron_timezone,
      active: schedule.active,
      owner: schedule.owner?.username ?? null,
      variables: Object.fromEntries(schedule.variables.map(({ key, value }) => [key, value])),
    }),
  );

/** A file beside the texts of the project, as its Markdown links it. */
export const uploadSchema = z.object({ url: z.string() });

/** docs/gitlab.md#webhooks */
export const webhookSchema = z
  .object({
    id: z.int(),
    url: z.string(),
    issues_events: z.boolean(),
    confidential_issues_events: z.boolean().nullish(),
    note_events: z.boolean(),
    confidential_note_events: z.boolean().nullish(),
    emoji_events: z.boolean().nullish(),
    push_events: z.boolean(),
  })
  .transform(
    (hook): GitLabWebhook => ({
      id: hook.id,
      url: hook.url,
      issuesEvents: hook.issues_events,
      confidentialIssuesEvents: hook.confidential_issues_events ?? false,
      noteEvents: hook.note_events,
      confidentialNoteEvents: hook.confidential_note_events ?? false,
      emojiEvents: hook.emoji_events ?? null,
      pushEvents: hook.push_events,
    }),
  );

/** An answer of which only the id matters. */
export const createdSchema = z.object({ id: z.int() });

export const triggerSchema = z.object({ id: z.int(), token: z.string().min(1) });
