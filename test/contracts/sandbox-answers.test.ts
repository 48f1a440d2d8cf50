import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from './all-routes.ts';
import { describeBreach } from './breach.ts';
import { contractFolder } from './contract-folder.ts';
import { deviations } from './deviations.ts';
import { type SandboxCaller, sandboxCaller } from './sandbox-caller.ts';
import { walkIssues } from './walk/gitlab-issues.ts';
import { walkProject } from './walk/gitlab-project.ts';
import { walkSalesforce } from './walk/salesforce.ts';
import { walkSlack } from './walk/slack.ts';
import { walkStackOverflow } from './walk/stack-overflow.ts';
import { type ContractWatch, watchContracts } from './watch.ts';

const folder = contractFolder(process.cwd(), process.env);

describe('the sandbox answers as the vendors describe it', () => {
  let caller: SandboxCaller;
  let watch: ContractWatch;

  beforeAll(async () => {
    caller = await sandboxCaller();
    watch = watchContracts(caller.sandbox, { requests: 'accepted' });
    await walkIssues(caller);
    await walkProject(caller);
    await walkSlack(caller);
    await walkSalesforce(caller);
    await walkStackOverflow(caller);
  }, 60_000);

  afterAll(() => caller.sandbox.close());

  it('on every route it has', () => {
    const walked = new Set(caller.sandbox.world.journal.map(({ method, route }) => `${method} ${route}`));

    expect(allRoutes().filter((route) => !walked.has(route))).toEqual([]);
    expect(caller.sandbox.offences).toEqual([]);
  });

  it('and leaves the description only where a fact says so', () => {
    expect(watch.breaches().map(describeBreach)).toEqual([]);
  });

  it.runIf(folder.kind === 'found')('which happens in every way that is listed, and in no other', () => {
    const met = watch.deviations();

    expect(deviations.filter((deviation) => !met.has(deviation)).map(({ what }) => what)).toEqual([]);
  });
});
