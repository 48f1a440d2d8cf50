import { z } from 'zod';

const user = z.object({
  id: z.number(),
  username: z.string(),
  state: z.string(),
  bot: z.boolean(),
  email: z.string(),
});

const note = z.object({
  id: z.number(),
  authorId: z.number(),
  body: z.string(),
  createdAt: z.number(),
  system: z.boolean(),
  internal: z.boolean(),
  awards: z.array(z.object({ name: z.string(), userId: z.number() })),
});

const labelEvent = z.object({
  id: z.number(),
  userId: z.number().nullable(),
  createdAt: z.number(),
  labelId: z.number(),
  action: z.enum(['add', 'remove']),
});

const stateEvent = z.object({
  id: z.number(),
  userId: z.number().nullable(),
  createdAt: z.number(),
  state: z.enum(['closed', 'reopened']),
});

const issue = z.object({
  id: z.number(),
  iid: z.number(),
  projectId: z.number(),
  title: z.string(),
  description: z.string().nullable(),
  state: z.enum(['opened', 'closed']),
  confidential: z.boolean(),
  createdAt: z.number(),
  authorId: z.number(),
  labelIds: z.array(z.number()),
  assigneeIds: z.array(z.number()),
  notes: z.array(note),
  labelEvents: z.array(labelEvent),
  stateEvents: z.array(stateEvent),
  /** Global ids of the issues it is linked with. */
  links: z.array(z.object({ issueId: z.number() })),
});

const project = z.object({
  id: z.number(),
  path: z.string(),
  members: z.array(z.object({ userId: z.number(), accessLevel: z.number() })),
  issues: z.record(z.string(), issue),
  wiki: z.array(z.object({ slug: z.string(), title: z.string(), content: z.string() })),
  boards: z.array(
    z.object({ name: z.string(), lists: z.array(z.object({ labelId: z.number().nullable() })) }),
  ),
  schedules: z.array(
    z.object({ description: z.string(), cron: z.string(), cronTimezone: z.string(), active: z.boolean() }),
  ),
  triggers: z.array(z.object({ token: z.string() })),
  webhooks: z.array(z.object({ url: z.string() })),
});

const teamRow = z.object({
  Id: z.string(),
  OpportunityId: z.string(),
  UserId: z.string(),
  TeamMemberRole: z.string().nullable(),
  CreatedById: z.string(),
  CreatedDate: z.number(),
  LastModifiedById: z.string(),
});

const message = z.object({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  threadTs: z.string().nullable(),
  subtype: z.string().nullable(),
  metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).nullable(),
});

/** The state of the sandbox as far as the oracle looks; the shapes are the oracle's own. */
export const outsideState = z.object({
  clock: z.object({ now: z.number() }),
  gitlab: z.object({
    users: z.record(z.string(), user),
    tokens: z.record(z.string(), z.object({ userId: z.number() })),
    groups: z.record(z.string(), z.object({ path: z.string() })),
    projects: z.record(z.string(), project),
    labels: z.record(
      z.string(),
      z.object({
        id: z.number(),
        name: z.string(),
        description: z.string().nullable(),
        projectId: z.number().nullable(),
      }),
    ),
    executed: z.array(
      z.object({ userId: z.number(), projectId: z.number(), issueIid: z.number(), command: z.string() }),
    ),
  }),
  salesforce: z.object({
    clients: z.array(z.object({ secret: z.string(), runAs: z.string() })),
    sessions: z.record(z.string(), z.unknown()),
    users: z.array(z.object({ Id: z.string(), Email: z.string(), IsActive: z.boolean() })),
    accounts: z.array(z.object({ Id: z.string(), Name: z.string() })),
    opportunities: z.array(
      z.object({
        Id: z.string(),
        Name: z.string(),
        AccountId: z.string().nullable(),
        custom: z.record(z.string(), z.unknown()),
      }),
    ),
    teamMembers: z.array(teamRow),
    removedTeamMembers: z.array(z.object({ row: teamRow, by: z.string() })),
  }),
  slack: z.object({
    tokens: z.record(z.string(), z.object({ userId: z.string() })),
    users: z.array(z.object({ id: z.string(), name: z.string(), email: z.string().nullable() })),
    conversations: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        members: z.array(z.string()),
        messages: z.array(message),
      }),
    ),
    notifications: z.array(
      z.object({
        channel: z.string(),
        by: z.string(),
        notified: z.object({
          users: z.array(z.string()),
          groups: z.array(z.string()),
          broadcasts: z.array(z.string()),
        }),
      }),
    ),
  }),
});

/** One call of the journal. */
export const outsideCall = z.object({
  seq: z.number(),
  at: z.number(),
  system: z.enum(['gitlab', 'salesforce', 'slack', 'stack-overflow']),
  method: z.string(),
  path: z.string(),
  actor: z.string(),
  write: z.boolean(),
  status: z.number(),
  applied: z.boolean(),
  body: z.unknown(),
});

export type OutsideState = z.infer<typeof outsideState>;
export type OutsideIssue = z.infer<typeof issue>;
export type OutsideNote = z.infer<typeof note>;
export type OutsideUser = z.infer<typeof user>;
export type OutsideProject = z.infer<typeof project>;
export type Call = z.infer<typeof outsideCall>;
