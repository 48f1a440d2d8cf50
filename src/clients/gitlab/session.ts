import type { RequesterType } from '@gitbeaker/requester-utils';
import {
  IssueLinks,
  IssueNotes,
  Issues,
  PipelineSchedules,
  PipelineScheduleVariables,
  PipelineTriggerTokens,
  ProjectHooks,
  ProjectIssueBoards,
  ProjectLabels,
  ProjectMarkdownUploads,
  Projects,
  ProjectWikis,
  Users,
} from '@gitbeaker/rest';
import type { z } from 'zod';
import type { Transport } from '../transport/transport.ts';
import { readPages } from './pages.ts';
import { createRequester, unreadable } from './requester.ts';

/** What the parts of the GitLab client work with. */
export interface Session {
  /** Id or full path, as the resources of the library want it: they encode it. */
  readonly project: string;
  /** The same as one path segment. */
  readonly segment: string;
  readonly resources: ReturnType<typeof createResources>;
  /** For the routes the library gets wrong or has not. */
  readonly requester: RequesterType;
  readonly addSecret: (secret: string) => void;
  serverTime(): number | null;
  /** A whole list, each item read by the schema. */
  list<T>(schema: z.ZodType<T>, endpoint: string, query?: Readonly<Record<string, unknown>>): Promise<T[]>;
}

export interface SessionOptions {
  /** Address of GitLab without a trailing slash. */
  readonly host: string;
  readonly token: string;
  readonly project: string;
  readonly segment: string;
  readonly transport: Transport;
}

export function createSession(options: SessionOptions): Session {
  const { requesterFn, serverTime } = createRequester(options.transport);
  // Its own limits never match a route, so they only cost time (docs/gitlab.md#client).
  const resources = createResources({
    host: options.host,
    token: options.token,
    requesterFn,
    rateLimits: {},
    queryTimeout: null,
  });
  const { requester } = resources.projects;
  return {
    project: options.project,
    segment: options.segment,
    resources,
    requester,
    addSecret: options.transport.addSecret,
    serverTime,
    async list(schema, endpoint, query) {
      const items = await readPages(requester, endpoint, query);
      return items.map((item) => readAs(schema, item));
    },
  };
}

function createResources(options: ConstructorParameters<typeof Issues>[0]) {
  return {
    issues: new Issues(options),
    links: new IssueLinks(options),
    notes: new IssueNotes(options),
    users: new Users(options),
    projects: new Projects(options),
    labels: new ProjectLabels(options),
    uploads: new ProjectMarkdownUploads(options),
    wikis: new ProjectWikis(options),
    boards: new ProjectIssueBoards(options),
    schedules: new PipelineSchedules(options),
    scheduleVariables: new PipelineScheduleVariables(options),
    triggers: new PipelineTriggerTokens(options),
    hooks: new ProjectHooks(options),
  };
}

/** The answer of a read, checked by its schema. */
export function readAs<T>(schema: z.ZodType<T>, body: unknown): T {
  return checked(schema, body, false);
}

/** The answer of a write. If it is strange the outcome is unknown: GitLab said yes to something. */
export function writtenAs<T>(schema: z.ZodType<T>, body: unknown): T {
  return checked(schema, body, true);
}

function checked<T>(schema: z.ZodType<T>, body: unknown, write: boolean): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const paths = result.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the whole answer');
  throw unreadable(write, `unexpected: ${paths.join(', ')}`);
}
