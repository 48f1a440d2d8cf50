import type { Route } from '../transport/allow-list.ts';

/**
 * Every request the desk may send to GitLab. The project stands in the patterns as it is configured, so that no
 * id from anywhere can lead a write into another project (docs/security.md#sinks).
 *
 * @param project The project as one encoded path segment.
 * @param products Projects whose issues may be read, in the same way; nothing else of them may be, and nothing written.
 */
export function gitlabRoutes(project: string, products: readonly string[] = []): readonly Route[] {
  const own = `projects/${project}`;
  const issue = `${own}/issues/:int`;
  const schedule = `${own}/pipeline_schedules`;
  return [
    read('user'),
    read('users'),
    read('users/:int'),
    read('groups/:any/members/all'),
    read(own),
    ...products.map((product) => read(`projects/${product}/issues`)),
    ...['members/all', 'labels', 'issues', 'wikis', 'boards', 'hooks'].map((list) => read(`${own}/${list}`)),
    read(schedule),
    read(`${schedule}/:int`),
    read(issue),
    read(`${issue}/notes`),
    read(`${issue}/notes/:int`),
    read(`${issue}/notes/:int/award_emoji`),
    read(`${issue}/resource_label_events`),
    read(`${issue}/resource_state_events`),
    write('PUT', issue),
    write('POST', `${issue}/links`),
    { ...write('POST', `${issue}/notes`), note: true },
    write('PUT', `${issue}/notes/:int`),
    write('DELETE', `${issue}/notes/:int`),
    ...['issues', 'uploads', 'labels', 'wikis', 'boards', 'hooks', 'triggers', 'pipeline_schedules'].map(
      (list) => write('POST', `${own}/${list}`),
    ),
    write('PUT', `${own}/wikis/:any`),
    write('POST', `${own}/boards/:int/lists`),
    write('PUT', `${own}/boards/:int/lists/:int`),
    write('PUT', `${schedule}/:int`),
    write('POST', `${schedule}/:int/variables`),
    write('PUT', `${schedule}/:int/variables/:any`),
    write('PUT', `${own}/hooks/:int`),
  ];
}

function read(pattern: string): Route {
  return { method: 'GET', pattern, write: false };
}

function write(method: 'POST' | 'PUT' | 'DELETE', pattern: string): Route {
  return { method, pattern, write: true };
}
