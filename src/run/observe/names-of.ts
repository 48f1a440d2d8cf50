import type { GitLab } from '../../clients/gitlab/types.ts';
import type { Snapshot, UserRef } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';
import { eachOf } from './each-of.ts';
import type { Names } from './history-cache-entry.ts';

const connections = 8;

/**
 * The names that labels and users have today. Members are known; everybody else whom the history names is looked up,
 * once. An account that is gone has none.
 */
export async function namesOf(
  gitlab: GitLab,
  { labels, people }: Pick<Snapshot, 'labels' | 'people'>,
  userIds: ReadonlySet<number>,
): Promise<Names> {
  const users = new Map<number, UserRef>();
  for (const { id, username } of Object.values(people)) users.set(id, { id, username });
  const unknown = [...userIds].filter((id) => !users.has(id));
  await eachOf(unknown, connections, async (id) => {
    const username = await usernameOf(gitlab, id);
    if (username !== null) users.set(id, { id, username });
  });
  const labelsById = new Map(labels.map(({ id, name }) => [id, { id, name }]));
  return { label: (id) => labelsById.get(id) ?? null, user: (id) => users.get(id) ?? null };
}

async function usernameOf(gitlab: GitLab, id: number): Promise<string | null> {
  try {
    return (await gitlab.user(id)).username;
  } catch (error) {
    if (error instanceof DeskError && error.code === 'gitlab-not-found') return null;
    throw error;
  }
}
