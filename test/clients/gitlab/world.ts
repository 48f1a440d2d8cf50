import { createGitLab, type GitLabOptions } from '../../../src/clients/gitlab/create-gitlab.ts';
import { localService, type Reply, type Seen } from '../support/local-service.ts';
import { quickClock } from '../support/quick-clock.ts';

const token = 'glpat-Sup3rS3cretTok3n';

/** A GitLab client against a local service. */
export async function gitlabAgainst(
  reply: (request: Seen, count: number, origin: string) => Reply,
  options: Partial<GitLabOptions> = {},
) {
  let origin = '';
  const server = await localService((request, count) => reply(request, count, origin));
  origin = server.origin;
  const clock = quickClock();
  const gitlab = createGitLab({
    url: server.origin,
    project: 'acme/sme-desk',
    token,
    transport: { clock, timeoutMs: 500 },
    ...options,
  });
  return { gitlab, clock, seen: server.seen, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

export function issueJson(iid: number) {
  return {
    id: 1000 + iid,
    iid,
    project_id: 7,
    title: `Request ${iid}`,
    description: null,
    state: 'opened',
    confidential: true,
    created_at: '2026-11-23T08:00:00.000Z',
    updated_at: '2026-11-23T08:05:00.000Z',
    closed_at: null,
    author: { id: 21, username: 'sam' },
    labels: ['request::submitted'],
    assignees: [],
    web_url: `https://gitlab.example.com/acme/sme-desk/-/issues/${iid}`,
  };
}

export function noteJson(id: number, body = 'Hello') {
  return {
    id,
    author: { id: 900, username: 'project_7_bot_desk' },
    body,
    created_at: '2026-11-23T08:00:00.000Z',
    updated_at: '2026-11-23T08:00:00.000Z',
    system: false,
    internal: false,
  };
}

export const project = '/api/v4/projects/acme%2Fsme-desk';
