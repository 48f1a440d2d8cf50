import { createGitLab } from '../clients/gitlab/create-gitlab.ts';
import type { GitLab } from '../clients/gitlab/types.ts';
import { createSalesforce } from '../clients/salesforce/create-salesforce.ts';
import type { Salesforce } from '../clients/salesforce/types.ts';
import { createSlack } from '../clients/slack/create-slack.ts';
import type { Slack } from '../clients/slack/types.ts';
import { createStackOverflow } from '../clients/stack-overflow/create-stack-overflow.ts';
import type { StackOverflow } from '../clients/stack-overflow/types.ts';
import { type TransportSettings, transportSettings } from '../clients/transport/settings.ts';
import type { Environment } from './environment.ts';
import { isLoopback } from './loopback.ts';

/** The outside systems of one run; null is the mode *off*. */
export interface Clients {
  readonly gitlab: GitLab;
  readonly salesforce: Salesforce | null;
  readonly slack: Slack | null;
  readonly stackOverflow: StackOverflow | null;
}

/**
 * Makes the clients; they share connections and the patience of one run. Nothing is sent before the first call.
 * A sandbox on this machine needs no spacing of writes.
 */
export function openClients(
  environment: Environment,
  options: {
    readonly slackChannelField: string | null;
    readonly amounts?: boolean;
    /** Full paths; without them no other project is read. */
    readonly productProjects?: readonly string[];
    readonly variables: Readonly<Record<string, string | undefined>>;
    /** Without one, the connections go where the environment's proxies say. */
    readonly transport?: Partial<TransportSettings>;
  },
): Clients {
  const env = options.variables;
  const transport = transportSettings(options.transport, env);
  const spacing = isLoopback(environment.gitlab.url) ? { writeGapMs: 0 } : {};
  const gitlab = createGitLab({
    ...environment.gitlab,
    ...spacing,
    productProjects: options.productProjects ?? [],
    transport,
  });
  const { salesforce, slack, stackOverflow } = environment;
  return {
    gitlab,
    salesforce:
      salesforce === null
        ? null
        : createSalesforce({
            loginUrl: salesforce.loginUrl,
            clientId: salesforce.clientId,
            ...salesforce.login,
            slackChannelField: options.slackChannelField,
            amounts: options.amounts ?? false,
            now: () => gitlab.serverTime() ?? 0,
            transport,
          }),
    slack:
      slack === null
        ? null
        : createSlack({
            token: slack.token,
            ...(slack.apiUrl === null ? {} : { apiUrl: slack.apiUrl }),
            transport,
          }),
    stackOverflow: stackOverflow === null ? null : createStackOverflow({ ...stackOverflow, transport }),
  };
}
