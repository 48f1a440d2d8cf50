import { readFile } from 'node:fs/promises';
import type { Dispatcher } from 'undici';
import { type LoadedConfig, loadConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/types.ts';
import { type RequestStep, requestSteps } from '../../src/reconcile/plan-requests.ts';
import { guarded } from '../../src/run/enter.ts';
import { runBoard } from '../../src/run/run-board.ts';
import { runPublish } from '../../src/run/run-publish.ts';
import { runRequests } from '../../src/run/run-requests.ts';
import { runSetup } from '../../src/run/run-setup.ts';
import type { Surroundings } from '../../src/run/session.ts';
import { exampleConfigDirectory, exampleTemplate } from '../../src/sandbox/example/example-project.ts';
import { deskStackOverflowToken, stackOverflowAddress } from '../../src/sandbox/example/stack-overflow.ts';

/** Which outside systems the desk is given credentials for. */
export type Mode = 'everything on' | 'Salesforce and Slack off';

/** What a run has said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The variables of a desk that talks to a sandbox. */
export function deskVariables(origin: string, mode: Mode): Record<string, string> {
  const gitlab = {
    GITLAB_URL: origin,
    GITLAB_PROJECT: '7',
    SME_DESK_GITLAB_TOKEN: 'sandbox-desk',
    SME_DESK_SETUP_TOKEN: 'sandbox-olivia',
    SME_DESK_CONFIG: exampleConfigDirectory,
  };
  if (mode === 'Salesforce and Slack off') return gitlab;
  return {
    ...gitlab,
    SALESFORCE_LOGIN_URL: origin,
    SALESFORCE_CLIENT_ID: 'sandbox-client',
    SALESFORCE_CLIENT_SECRET: 'sandbox-secret',
    SLACK_BOT_TOKEN: 'xoxb-sandbox-desk',
    SLACK_API_URL: `${origin}/api/`,
    STACK_OVERFLOW_API_URL: stackOverflowAddress(origin),
    STACK_OVERFLOW_TOKEN: deskStackOverflowToken,
  };
}

const steps: Readonly<Record<string, readonly RequestStep[]>> = {
  reconcile: requestSteps,
  'validate-requests': ['validate'],
  'assign-smes': ['assign'],
  'sync-salesforce': ['salesforce'],
  'sync-slack': ['slack'],
  'follow-up': ['follow-up', 'digest'],
};

function scriptNamed(name: string): (surroundings: Surroundings) => Promise<number> {
  if (name === 'setup') return runSetup;
  if (name === 'publish-metrics') return runPublish;
  if (name === 'maintain-feedback-board') return runBoard;
  return (surroundings) => runRequests(name, steps[name] ?? [], surroundings);
}

/** What a test may put in the place of a run's usual surroundings. */
export interface Instead {
  /** Is told every word of the run first; what it throws ends the run on the spot, as the death of a process does. */
  readonly hear?: (text: string) => void;
  /** Milliseconds. */
  readonly monotonic?: () => number;
  /** Where the run's calls end, instead of at a socket. */
  readonly dispatcher?: Dispatcher;
  /** In place of the configuration that the variables name. */
  readonly config?: Config;
}

let shipped: Promise<LoadedConfig> | null = null;

/** The example configuration is read once for all runs of a test: the laws start hundreds of them. */
function readConfig(dir: string): Promise<LoadedConfig> {
  if (dir !== exampleConfigDirectory) return loadConfig(dir);
  shipped ??= loadConfig(dir);
  return shipped;
}

/** Runs a script of the desk inside this process, with its own words caught. */
export async function runDesk(
  script: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  { hear = () => undefined, monotonic = () => performance.now(), dispatcher, config }: Instead = {},
): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const caught = (words: string[]) => (text: string) => {
    hear(text);
    words.push(text);
  };
  const code = await guarded(scriptNamed(script), {
    args,
    variables,
    print: caught(out),
    complain: caught(err),
    monotonic,
    readConfig:
      config === undefined ? readConfig : () => Promise.resolve({ ok: true, config, revision: 'c0ffee' }),
    transport: dispatcher === undefined ? {} : { dispatcher },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The template that the project of the story offers. */
export function readTemplate(): Promise<string> {
  return readFile(exampleTemplate, 'utf8');
}
