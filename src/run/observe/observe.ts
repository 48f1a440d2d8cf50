import type { Config } from '../../config/types.ts';
import { isRequest, requestContext, viewRequest } from '../../domain/request/request-view.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { requestLabels } from '../../domain/workflow/request-state.ts';
import type { DeskError } from '../../errors.ts';
import { runError } from '../error-catalogue.ts';
import type { Clients } from '../open-clients.ts';
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
  refuseWithoutLabels(labels.map((label) => label.name));
  const at = now ?? gitlab.serverTime() ?? missingClock();
  const former = await Promise.all(config.formerDeskUsers.map((username) => gitlab.userByName(username)));
  const ids = [me.id, ...former.flatMap((user) => (user === null ? [] : [user.id]))];
  const { issues, unread } = await observeIssues(gitlab, ids, at);
  const [people, groups] = await Promise.all([observePeople(gitlab, issues), observeGroups(gitlab, config)]);
  refuseSmallRole(people[me.username]?.accessLevel ?? null);
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

const developer = 30;

/**
 * A Guest is given a part of the confidential requests without a word of it, and a decision on a part of them is
 * wrong; and a person's own token would make that person's clicks the desk's (`docs/security.md#roles`).
 */
function refuseSmallRole(accessLevel: number | null): void {
  if (accessLevel === null || accessLevel < developer) throw runError('desk-role');
}

/** A desk without its labels would have GitLab create them in its own way, or drop them in silence. */
function refuseWithoutLabels(names: readonly string[]): void {
  const missing = requestLabels.filter((label) => !names.includes(label));
  if (missing.length === 0) return;
  throw runError('labels-missing', { what: `The project lacks the labels ${missing.join(', ')}.` });
}

function missingClock(): never {
  throw runError('gitlab-no-clock');
}
