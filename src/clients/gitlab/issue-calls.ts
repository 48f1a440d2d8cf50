import { ClientError } from '../client-error.ts';
import { outcomeOf } from '../write-outcome.ts';
import { isStateEvent, issueSchema, labelEventSchema, stateEventSchema } from './schema-issue.ts';
import { readAs, type Session, writtenAs } from './session.ts';
import type { GitLab, IssueChange, IssueQuery } from './types.ts';

type IssueCalls = Pick<
  GitLab,
  'issues' | 'issue' | 'labelEvents' | 'stateEvents' | 'updateIssue' | 'createIssue' | 'linkIssues'
>;

/** Issues and their events (docs/gitlab.md#issues, docs/gitlab.md#events). */
export function issueCalls(session: Session): IssueCalls {
  const { project, segment, resources } = session;
  const issues = `projects/${segment}/issues`;
  return {
    async issues(query) {
      const found = await session.list(issueSchema, issues, issueFilter(query));
      return byKey(found, (issue) => issue.iid);
    },
    async issue(iid) {
      return await orNull(async () => {
        return readAs(issueSchema, await resources.issues.show(iid, { projectId: project }));
      });
    },
    async labelEvents(iid) {
      const events = await session.list(labelEventSchema, `${issues}/${iid}/resource_label_events`);
      return byKey(events, (event) => event.id);
    },
    async stateEvents(iid) {
      const events = await session.list(stateEventSchema, `${issues}/${iid}/resource_state_events`);
      return byKey(events.filter(isStateEvent), (event) => event.id);
    },
    async updateIssue(iid, change) {
      return await outcomeOf('gitlab', async () => {
        return writtenAs(issueSchema, await resources.issues.edit(project, iid, changeBody(change)));
      });
    },
    async createIssue({ title, description, labels, assigneeIds }) {
      return await outcomeOf('gitlab', async () => {
        const body = {
          description,
          labels: labels.join(','),
          assigneeIds: [...assigneeIds],
          confidential: true,
        };
        return writtenAs(issueSchema, await resources.issues.create(project, title, body));
      });
    },
    async linkIssues(iid, target) {
      return await outcomeOf('gitlab', async () => {
        return await linked(() => resources.links.create(project, iid, project, target));
      });
    },
  };
}

/** Oldest first: what is added while the list is read comes at its end, where it disturbs no page. */
function issueFilter(query: IssueQuery): Record<string, unknown> {
  const notLabels = query.notLabels ?? [];
  return {
    state: query.state ?? 'all',
    order_by: 'created_at',
    sort: 'asc',
    ...(query.labels?.length ? { labels: query.labels.join(',') } : {}),
    ...(notLabels.length > 0 ? { not: { labels: notLabels.join(',') } } : {}),
    ...(query.author === undefined ? {} : { author_id: query.author }),
    ...(query.createdAfter === undefined
      ? {}
      : { created_after: new Date(query.createdAfter).toISOString() }),
    ...(query.updatedAfter === undefined
      ? {}
      : { updated_after: new Date(query.updatedAfter).toISOString() }),
  };
}

/**
 * One PUT. Labels are only ever added and removed, never replaced: a person's click in the same second would be
 * lost (docs/gitlab.md#labels). `0` is GitLab's word for "nobody".
 */
function changeBody(change: IssueChange) {
  const { addLabels = [], removeLabels = [], assigneeIds } = change;
  return {
    ...(change.description === undefined ? {} : { description: change.description }),
    ...(addLabels.length > 0 ? { addLabels: addLabels.join(',') } : {}),
    ...(removeLabels.length > 0 ? { removeLabels: removeLabels.join(',') } : {}),
    ...(assigneeIds === undefined ? {} : { assigneeIds: assigneeIds.length > 0 ? [...assigneeIds] : [0] }),
    ...(change.confidential === undefined ? {} : { confidential: true }),
    ...(change.stateEvent === undefined ? {} : { stateEvent: change.stateEvent }),
  };
}

/** GitLab answers 409 for two issues that are linked already: that is what was wanted. */
async function linked(link: () => Promise<unknown>): Promise<{ linked: boolean }> {
  try {
    await link();
    return { linked: true };
  } catch (error) {
    if (error instanceof ClientError && error.status === 409) return { linked: false };
    throw error;
  }
}

/** What GitLab does not show is null; a project it does not show stays an error. */
export async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ClientError && error.code === 'gitlab-not-found') return null;
    throw error;
  }
}

/** Sorted by a number that names the item; of two with the same number (a page that moved) the later read stays. */
export function byKey<T>(items: readonly T[], key: (item: T) => number): T[] {
  const unique = new Map(items.map((item) => [key(item), item]));
  return [...unique.values()].sort((a, b) => key(a) - key(b));
}
