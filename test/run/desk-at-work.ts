import type { Config } from '../../src/config/types.ts';
import { lastEventId } from '../../src/domain/timeline/fold-labels.ts';
import { requestScope } from '../../src/domain/workflow/request-state.ts';
import type { Action, Expect } from '../../src/plan/action.ts';
import type { Applied, Ending } from '../../src/run/apply/applied.ts';
import { apply } from '../../src/run/apply/apply.ts';
import { Ledger } from '../../src/run/apply/ledger.ts';
import { parseEnvironment } from '../../src/run/environment.ts';
import { type Observation, observe } from '../../src/run/observe/observe.ts';
import { type Clients, openClients } from '../../src/run/open-clients.ts';
import { exampleConfigDirectory } from '../../src/sandbox/example/example-project.ts';
import { type Person, person } from '../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import type { World } from '../../src/sandbox/world.ts';
import { exampleConfig } from '../builders/config.ts';
import { requestText } from '../builders/request-text.ts';
import { deskVariables, runDesk } from '../story/run-desk.ts';

/** The edge of the desk with real clients on a sandbox where one request was opened and set up, and no step of a run. */
export interface DeskAtWork extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly config: Config;
  /** GitLab as the desk sees it. */
  readonly gitlab: Clients['gitlab'];
  as(username: string): Person;
  /** What a run would be told by the outside now. */
  observe(config?: Config): Promise<Observation>;
  /** Carries out actions over a fresh look, as a run of its own does; gives how each ended. */
  apply(...actions: readonly Action[]): Promise<Ending[]>;
  /** What an action on the request expects, as it is now. */
  onRequest(): Promise<{ issue: number; expect: Expect }>;
}

let prepared: Promise<World> | null = null;

/** Setting up takes longer than everything that is tested here: once is enough for all tests of a file. */
async function prepare(): Promise<World> {
  const sandbox = await startSandbox();
  await runDesk('setup', ['--apply'], deskVariables(sandbox.origin, 'everything on'));
  const request = { title: 'SME for AI', description: requestText(), confidential: true };
  await person(sandbox.origin, 'sam').openIssue(request);
  const world = sandbox.save();
  await sandbox.close();
  return world;
}

/** Starts it; request 1 is sam's. */
export async function deskAtWork(): Promise<DeskAtWork> {
  prepared ??= prepare();
  const sandbox = await startSandbox({ world: await prepared });
  const variables = deskVariables(sandbox.origin, 'everything on');
  const as = (username: string) => person(sandbox.origin, username);
  const config = exampleConfig();
  // A run has clients of its own: they remember what time it was when it began.
  const clients = () => clientsOf({ ...variables, SME_DESK_CONFIG: exampleConfigDirectory });
  const look = (other: Config = config) => observe(clients(), other, null);
  return {
    sandbox,
    config,
    gitlab: clients().gitlab,
    as,
    observe: look,
    async apply(...actions) {
      const { snapshot } = await look();
      const applier = { clients: clients(), config, snapshot, ledger: new Ledger(), monotonic: () => 0 };
      const results: Applied[] = await apply(applier, actions, () => undefined);
      return results.map((each) => each.ending);
    },
    async onRequest() {
      const issue = (await look()).snapshot.issues.find((each) => each.iid === 1);
      if (issue === undefined) throw new Error('the request is gone');
      return {
        issue: 1,
        expect: {
          scope: requestScope(issue.labels),
          lastEvent: lastEventId(issue.labelEvents),
          state: issue.state,
          assignees: issue.assignees.map((each) => each.id),
          record: null,
        },
      };
    },
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      if (sandbox.offences.length > 0) throw new Error(sandbox.offences.join('\n'));
    },
  };
}

function clientsOf(variables: Readonly<Record<string, string>>): Clients {
  const environment = parseEnvironment(variables, 'desk');
  if (!environment.ok) throw new Error(environment.problems.join('\n'));
  return openClients(environment.value, { slackChannelField: 'Slack_Channel__c', variables });
}

/** Runs of the whole desk, a minute apart, until one has nothing to write; gives their exit codes. */
export async function runUntilQuiet({ sandbox }: DeskAtWork): Promise<number[]> {
  const codes: number[] = [];
  for (let runs = 0; runs < 4; runs += 1) {
    sandbox.advance(60_000);
    sandbox.clearJournal();
    const said = await runDesk('reconcile', ['--apply'], deskVariables(sandbox.origin, 'everything on'));
    codes.push(said.code);
    if (sandbox.world.counted.deskWrites === 0) return codes;
  }
  throw new Error('the desk does not come to rest');
}
