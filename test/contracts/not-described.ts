import { z } from 'zod';
import type { NotDescribed } from './not-described-route.ts';
import { salesforceRoutes } from './not-described-salesforce.ts';
import { stackOverflowRoutes } from './not-described-stack-overflow.ts';

/** The shapes in which GitLab refuses: text or lists under `message`, or text under `error`. */
const refusal = z.union([
  z.strictObject({
    message: z.union([z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))]),
  }),
  z.strictObject({
    error: z.string(),
    error_description: z.string().optional(),
    scope: z.string().optional(),
  }),
]);
const limited = z.union([refusal, z.string()]);
const refusals = { 400: refusal, 401: refusal, 403: refusal, 404: refusal, 429: limited };

const time = z.iso.datetime();
const pageNames = ['page', 'per_page'];

const person = {
  id: z.int().positive(),
  username: z.string(),
  public_email: z.string().nullable(),
  name: z.string(),
  state: z.string(),
  locked: z.boolean(),
  avatar_url: z.string().nullable(),
  web_url: z.string(),
};

const groupMember = z.strictObject({
  ...person,
  access_level: z.int(),
  created_at: time,
  created_by: z.strictObject(person).nullable(),
  expires_at: z.iso.date().nullable(),
  membership_state: z.enum(['active', 'awaiting']),
});

const accessLevel = z.strictObject({ access_level: z.int(), notification_level: z.int() }).nullable();

/** Open: a project has some hundred settings, of which only these matter to the desk. */
const project = z.looseObject({
  id: z.int().positive(),
  path_with_namespace: z.string(),
  web_url: z.string(),
  default_branch: z.string().nullable().optional(),
  visibility: z.enum(['private', 'internal', 'public']),
  permissions: z.strictObject({ project_access: accessLevel, group_access: accessLevel }),
});

const pipeline = z.strictObject({
  id: z.int().positive(),
  iid: z.int().positive(),
  project_id: z.int().positive(),
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  ref: z.string(),
  status: z.string(),
  source: z.string(),
  created_at: time,
  updated_at: time,
  web_url: z.string(),
});

/** What the description of issues leaves out: an issue answered after a subscription changed. */
const issue = z.looseObject({ id: z.int(), iid: z.int(), subscribed: z.boolean() });

const upload = z.strictObject({
  id: z.int().positive(),
  alt: z.string(),
  url: z.string().regex(/^\/uploads\/[0-9a-f]{32}\/[A-Za-z0-9._+-]+$/),
  full_path: z.string(),
  markdown: z.string(),
});

const gitlabRoutes: readonly NotDescribed[] = [
  {
    route: 'POST /api/v4/projects/{id}/uploads',
    query: [],
    body: z.string().regex(/name="file"; filename="[^"]+"/),
    answers: { 201: upload, ...refusals },
    because: 'https://docs.gitlab.com/api/project_markdown_uploads/#upload-a-file',
  },
  {
    route: 'GET /api/v4/projects/{id}',
    query: [],
    body: null,
    answers: { 200: project, ...refusals },
    because: 'https://docs.gitlab.com/api/projects/#retrieve-a-project',
  },
  {
    route: 'GET /api/v4/groups/{id}/members/all',
    query: [...pageNames, 'query'],
    body: null,
    answers: { 200: z.array(groupMember), ...refusals },
    because: 'docs/gitlab.md#members',
  },
  {
    route: 'GET /api/v4/projects/{id}/pipelines',
    query: [...pageNames, 'source', 'status', 'ref', 'order_by', 'sort', 'updated_after'],
    body: null,
    answers: { 200: z.array(pipeline), ...refusals },
    because: 'https://docs.gitlab.com/api/pipelines/#list-project-pipelines',
  },
  ...['subscribe', 'unsubscribe'].map((verb) => ({
    route: `POST /api/v4/projects/{id}/issues/{iid}/${verb}`,
    query: [],
    body: null,
    answers: { 201: issue, 304: z.literal(''), ...refusals },
    because: 'docs/gitlab.md#issues',
  })),
];

const slackRoutes: readonly NotDescribed[] = [
  {
    route: 'POST /api/conversations.kick',
    query: [],
    body: z.strictObject({
      channel: z.string().min(1),
      user: z.string().min(1),
      token: z.string().optional(),
    }),
    answers: {
      200: z.union([
        z.strictObject({ ok: z.literal(true), errors: z.record(z.string(), z.unknown()).optional() }),
        z.looseObject({ ok: z.literal(false), error: z.string() }),
      ]),
      429: z.looseObject({ ok: z.literal(false), error: z.literal('ratelimited') }),
    },
    because: 'https://docs.slack.dev/reference/methods/conversations.kick',
  },
];

/** Every route of the sandbox that no vendor's description has. */
export const notDescribed: readonly NotDescribed[] = [
  ...gitlabRoutes,
  ...slackRoutes,
  ...salesforceRoutes,
  ...stackOverflowRoutes,
];
