import { z } from 'zod';
import { tokenFor } from './example/gitlab.ts';

const user = z.object({ id: z.number(), username: z.string() });

const seenIssue = z.object({
  id: z.number(),
  iid: z.number(),
  title: z.string(),
  description: z.string().nullable(),
  state: z.enum(['opened', 'closed']),
  confidential: z.boolean(),
  labels: z.array(z.string()),
  assignees: z.array(user),
  author: user,
  web_url: z.string(),
});

const seenNote = z.object({
  id: z.number(),
  body: z.string(),
  author: user,
  system: z.boolean(),
  internal: z.boolean(),
  created_at: z.string(),
});

/** An issue as a person of the story sees it; field names are GitLab's. */
export type SeenIssue = z.infer<typeof seenIssue>;

/** A comment as a person of the story sees it; field names are GitLab's. */
export type SeenNote = z.infer<typeof seenNote>;

/**
 * What somebody can do in GitLab. Every method is a real call with that person's token and throws on a
 * refusal.
 */
export interface Person {
  readonly username: string;
  /** Opens an issue and gives its iid. Labels, as a template's `/label` would set them, are optional. */
  openIssue(issue: {
    title: string;
    description: string;
    confidential?: boolean;
    labels?: readonly string[];
  }): Promise<number>;
  readIssue(iid: number): Promise<SeenIssue>;
  /** Issues this person may see, by state and labels. */
  listIssues(query?: { state?: 'opened' | 'closed'; labels?: readonly string[] }): Promise<SeenIssue[]>;
  editIssue(
    iid: number,
    change: { title?: string; description?: string; confidential?: boolean },
  ): Promise<SeenIssue>;
  setLabels(iid: number, change: { add?: readonly string[]; remove?: readonly string[] }): Promise<SeenIssue>;
  /** Makes these people the assignees. */
  assign(iid: number, ...userIds: readonly number[]): Promise<SeenIssue>;
  close(iid: number): Promise<SeenIssue>;
  reopen(iid: number): Promise<SeenIssue>;
  /** Comments and gives the note's id; null when the body was quick actions only and left no note. */
  comment(iid: number, body: string, options?: { internal?: boolean }): Promise<number | null>;
  editComment(iid: number, noteId: number, body: string): Promise<void>;
  /** All comments this person may read, oldest first. */
  notes(iid: number): Promise<SeenNote[]>;
  /** Reacts to a comment, such as with `thumbsup` or `four`. */
  react(iid: number, noteId: number, emoji: string): Promise<void>;
  /**
   * Any other call below `/api/v4`, such as `GET`, `/projects/7/labels`. Gives the parsed body, null without
   * one.
   */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
}

const desk = '/projects/7';

/** A person of the cast at work in the sandbox at `origin`. */
export function person(origin: string, username: string): Person {
  const ask: Ask = (method, path, body) => send(origin, username, { method, path, body });
  const call = async (method: string, path: string, body?: unknown) => (await ask(method, path, body)).body;
  const update = async (iid: number, change: unknown) =>
    seenIssue.parse(await call('PUT', `${desk}/issues/${iid}`, change));
  return {
    username,
    call,
    openIssue: async ({ labels, ...issue }) => {
      const opened = await call('POST', `${desk}/issues`, { ...issue, labels: labels?.join(',') });
      return seenIssue.parse(opened).iid;
    },
    readIssue: async (iid) => seenIssue.parse(await call('GET', `${desk}/issues/${iid}`)),
    listIssues: (query = {}) => {
      const labels = encodeURIComponent((query.labels ?? []).join(','));
      const filter = `state=${query.state ?? 'all'}${labels === '' ? '' : `&labels=${labels}`}`;
      return readAll(ask, `${desk}/issues?sort=asc&${filter}`, seenIssue);
    },
    editIssue: update,
    setLabels: (iid, { add = [], remove = [] }) =>
      update(iid, { add_labels: add.join(','), remove_labels: remove.join(',') }),
    assign: (iid, ...userIds) => update(iid, { assignee_ids: userIds }),
    close: (iid) => update(iid, { state_event: 'close' }),
    reopen: (iid) => update(iid, { state_event: 'reopen' }),
    ...commenting(ask),
  };
}

type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>;

interface Answer {
  readonly body: unknown;
  /** Number of the next page; null on the last. */
  readonly nextPage: string | null;
}

function commenting(ask: Ask): Pick<Person, 'comment' | 'editComment' | 'notes' | 'react'> {
  const notesOf = (iid: number) => `${desk}/issues/${iid}/notes`;
  return {
    comment: async (iid, body, options = {}) => {
      const answer = await ask('POST', notesOf(iid), { body, ...options });
      return z.object({ id: z.number().nullable().default(null) }).parse(answer.body).id;
    },
    editComment: async (iid, id, body) => {
      await ask('PUT', `${notesOf(iid)}/${id}`, { body });
    },
    notes: (iid) => readAll(ask, `${notesOf(iid)}?sort=asc`, seenNote),
    react: async (iid, id, name) => {
      await ask('POST', `${notesOf(iid)}/${id}/award_emoji`, { name });
    },
  };
}

/** Sends one call; a refusal throws with the status and what GitLab said. */
async function send(
  origin: string,
  username: string,
  { method, path, body }: { method: string; path: string; body: unknown },
): Promise<Answer> {
  const headers: Record<string, string> = { 'PRIVATE-TOKEN': tokenFor(username) };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(`${origin}/api/v4${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok && response.status !== 304) {
    throw new Error(`${username}: ${method} ${path} answered ${response.status}: ${text}`);
  }
  const nextPage = response.headers.get('x-next-page') || null;
  return { body: text === '' ? null : JSON.parse(text), nextPage };
}

/** All pages of a list, as far as GitLab names a next one: a short page need not be the last. */
async function readAll<Item>(ask: Ask, path: string, schema: z.ZodType<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for (let page: string | null = '1'; page !== null; ) {
    const answer: Answer = await ask('GET', `${path}&per_page=100&page=${page}`);
    items.push(...z.array(schema).parse(answer.body));
    page = answer.nextPage;
  }
  return items;
}
