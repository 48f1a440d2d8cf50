import type { GitLab } from '../../clients/gitlab/types.ts';
import type { Config } from '../../config/types.ts';
import type { Instant, Snapshot } from '../../domain/snapshot.ts';
import { missingClock, refuseSmallRole, refuseWithoutLabels } from './fit-for-a-run.ts';
import { observePeople } from './observe-people.ts';

/**
 * Who the desk is, where, and when, with labels and members: what a run that looks at no live request needs. It is
 * refused what a run over requests is refused: with too small a role GitLab gives a part of the requests as all.
 */
export async function observeDesk(gitlab: GitLab, config: Config, now: Instant | null): Promise<Snapshot> {
  const me = await gitlab.me();
  const project = await gitlab.project();
  const former = await Promise.all(config.formerDeskUsers.map((username) => gitlab.userByName(username)));
  const labels = await gitlab.labels();
  refuseWithoutLabels(labels);
  const people = await observePeople(gitlab, []);
  refuseSmallRole(people, me.username);
  return {
    now: now ?? gitlab.serverTime() ?? missingClock(),
    desk: { id: me.id, username: me.username, ids: [me.id, ...former.flatMap((user) => user?.id ?? [])] },
    project,
    labels,
    issues: [],
    unread: [],
    people,
    groups: {},
    salesforce: { mode: 'down', reason: 'not read for a report' },
    slack: { mode: 'off' },
  };
}
