import type { Config } from '../../config/types.ts';
import { isRequest, requestContext, viewRequest } from '../../domain/request/request-view.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { DeskError } from '../../errors.ts';
import type { Clients } from '../open-clients.ts';
import { missingClock, refuseSmallRole, refuseWithoutLabels } from './fit-for-a-run.ts';
import { observeIssues } from './observe-issues.ts';
import { observeGroups, observePeople } from './observe-people.ts';
import { observeSalesforce } from './observe-salesforce.ts';
import { observeSlack } from './observe-slack.ts';

/** What a run has read, and what it could not read. */
export interface Observation {
  readonly snapshot: Snapshot;
  readonly problems: readonly DeskError[];
}

/** Reads the world once. GitLab has to answer whole; Salesforce and Slack may each be down by themselves. */
export async function observe(clients: Clients, config: Config, now: number | null): Promise<Observation> {
  const { gitlab } = clients;
  const me = await gitlab.me();
  const [project, labels] = await Promise.all([gitlab.project(), gitlab.labels()]);
  refuseWithoutLabels(labels);
  const at = now ?? gitlab.serverTime() ?? missingClock();
  const former = await Promise.all(config.formerDeskUsers.map((username) => gitlab.userByName(username)));
  const ids = [me.id, ...former.flatMap((user) => (user === null ? [] : [user.id]))];
  const { issues, unread } = await observeIssues(gitlab, ids, at);
  const [people, groups] = await Promise.all([observePeople(gitlab, issues), observeGroups(gitlab, config)]);
  refuseSmallRole(people, me.username);
  const gitlabOnly: Snapshot = {
    now: at,
    desk: { id: me.id, username: me.username, ids },
    project: { id: project.id, path: project.path, webUrl: project.webUrl },
    labels,
    issues,
    unread: unread.map((each) => each.iid),
    people,
    groups,
    salesforce: clients.salesforce === null ? { mode: 'off' } : emptySalesforce,
    slack: { mode: 'off' },
  };
  const context = requestContext(config, gitlabOnly);
  const views = issues.filter(isRequest).map((issue) => viewRequest(context, issue));
  const salesforce = await observeSalesforce(clients.salesforce, views);
  const withSalesforce = requestContext(config, { ...gitlabOnly, salesforce: salesforce.facts });
  const slack = await observeSlack(clients.slack, { context: withSalesforce, views });
  const problems = [...unread.map((each) => each.error), salesforce.problem, ...slack.problems];
  return {
    snapshot: { ...gitlabOnly, salesforce: salesforce.facts, slack: slack.facts },
    problems: problems.filter((problem) => problem !== null),
  };
}

const emptySalesforce: Snapshot['salesforce'] = {
  mode: 'on',
  integrationUserId: '',
  opportunities: {},
  teamRows: [],
  users: [],
};
