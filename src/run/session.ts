import type { TransportSettings } from '../clients/transport/settings.ts';
import type { LoadedConfig } from '../config/load.ts';
import { problemLine } from '../config/problem.ts';
import type { Config } from '../config/types.ts';
import { type CommandLine, parseCommandLine, usage } from './command-line.ts';
import { type Environment, parseEnvironment } from './environment.ts';
import { runError } from './error-catalogue.ts';
import { isLoopback } from './loopback.ts';
import { type Clients, openClients } from './open-clients.ts';

/** Where a run takes its circumstances from, and where it writes to. Only `enter` fills it from the process. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly monotonic: () => number;
  /** Reads the configuration of a directory. */
  readonly readConfig: (dir: string) => Promise<LoadedConfig>;
  /** How calls leave the process; what is not given is as for every run. */
  readonly transport?: Partial<TransportSettings>;
}

/** A run with everything it needs, before anything was read from outside. */
export interface Session {
  readonly script: string;
  readonly flags: CommandLine;
  readonly environment: Environment;
  readonly config: Config;
  readonly configRevision: string;
  readonly clients: Clients;
  readonly surroundings: Surroundings;
  /** The moment that replaces GitLab's clock, epoch milliseconds, or null. */
  readonly now: number | null;
}

/** Opens a session, or throws what keeps it from opening: all problems of one kind at once. */
export async function openSession(
  script: string,
  surroundings: Surroundings,
  options: { readonly token: 'desk' | 'setup'; readonly nowWithApply: boolean },
): Promise<Session> {
  const flags = parseCommandLine(surroundings.args);
  if (!flags.ok) throw runError('usage', { what: flags.problems.join('\n'), cure: usage(script) });
  if (flags.value.pages !== null && script !== 'publish-metrics') {
    throw runError('usage', { what: '--pages belongs to publish-metrics.', cure: usage(script) });
  }
  const environment = parseEnvironment(surroundings.variables, options.token);
  if (!environment.ok) throw runError('environment', { what: environment.problems.join('\n') });
  const loaded = await surroundings.readConfig(flags.value.config ?? environment.value.config);
  if (!loaded.ok) throw runError('configuration', { what: loaded.problems.map(problemLine).join('\n') });
  const now = flags.value.now ?? environment.value.now;
  if (
    now !== null &&
    flags.value.apply &&
    !options.nowWithApply &&
    !isLoopback(environment.value.gitlab.url)
  ) {
    throw runError('usage', {
      what: '--now together with --apply is only accepted against a loopback address.',
      cure: 'Leave --now out: GitLab says what time it is.',
    });
  }
  const { salesforce, slack, feedback } = loaded.config;
  const clients = openClients(environment.value, {
    slackChannelField: salesforce.slackChannelField,
    amounts: slack.temporaryChannelAbove !== null,
    productProjects: feedback.productProjects,
    variables: surroundings.variables,
    transport: surroundings.transport ?? {},
  });
  return {
    script,
    flags: flags.value,
    environment: environment.value,
    config: loaded.config,
    configRevision: loaded.revision,
    clients,
    surroundings,
    now,
  };
}
