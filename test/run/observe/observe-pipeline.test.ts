import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSalesforce } from '../../../src/clients/salesforce/create-salesforce.ts';
import type { Salesforce } from '../../../src/clients/salesforce/types.ts';
import type { Config } from '../../../src/config/types.ts';
import type { PipelineFacts } from '../../../src/domain/metrics/facts.ts';
import { observePipeline } from '../../../src/run/observe/observe-pipeline.ts';
import { deskSalesforceUser, opportunities } from '../../../src/sandbox/example/salesforce.ts';
import { changeOpportunity } from '../../../src/sandbox/salesforce/opportunity-changes.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { exampleConfig } from '../../builders/config.ts';
import { quickClock } from '../../clients/support/quick-clock.ts';

const { acme, globex, hooli, initech, umbrella } = opportunities;
const since = '2026-11-01';

let sandbox: Sandbox;
let fresh: ReturnType<Sandbox['save']>;
let salesforce: Salesforce;

function client(): Salesforce {
  return createSalesforce({
    loginUrl: sandbox.origin,
    clientId: 'sandbox-client',
    secret: 'sandbox-secret',
    slackChannelField: null,
    now: () => sandbox.world.clock.now,
    transport: { clock: quickClock() },
  });
}

beforeAll(async () => {
  sandbox = await startSandbox();
  salesforce = client();
  await salesforce.integrationUser();
  fresh = sandbox.save();
});
beforeEach(() => sandbox.restore(fresh));
afterAll(() => sandbox.close());

function queries(): string {
  const paths = sandbox.world.journal.map(({ path }) => new URL(path, sandbox.origin));
  return paths.map(({ searchParams }) => searchParams.get('q') ?? '').join('\n');
}

function withSalesforce(changes: Partial<Config['salesforce']>): Config {
  const config = exampleConfig();
  return { ...config, salesforce: { ...config.salesforce, ...changes } };
}

async function read(ids: readonly string[], config = exampleConfig(), day = since): Promise<PipelineFacts> {
  const { pipeline, problem } = await observePipeline(salesforce, config, ids, day);
  if (pipeline.kind !== 'read') throw problem ?? new Error(pipeline.reason);
  return pipeline.value;
}

function idsOf({ opportunities: found }: PipelineFacts): string[] {
  return found.map(({ id }) => id).sort();
}

function change(id: string, at: string, values: Parameters<typeof changeOpportunity>[2]): void {
  changeOpportunity(sandbox.world.salesforce, id, values, { by: deskSalesforceUser, now: Date.parse(at) });
}

describe('the pipeline', () => {
  it('has the history of each opportunity that a request names, with amounts', async () => {
    const { changes } = await read([acme]);

    expect(changes.filter((each) => each.opportunityId === acme).sort((a, b) => a.at - b.at)).toMatchObject([
      { at: Date.parse('2026-10-05T09:00:00Z'), stage: '2-Scoping', amount: 120_000 },
      { at: Date.parse('2026-10-20T14:30:00Z'), stage: '3-Technical Evaluation', amount: 120_000 },
    ]);
  });

  it('has every other opportunity that was open at any time since a day, without amounts', async () => {
    const facts = await read([acme], exampleConfig(), '2026-11-09');

    expect(idsOf(facts)).toEqual([acme, globex, initech].sort());
    expect(facts.changes.filter((each) => each.opportunityId !== acme && each.amount !== null)).toEqual([]);
  });

  it('has one that was closed since, however early the close date that people wrote', async () => {
    change(initech, '2026-11-12T12:00:00Z', { stage: 'Closed Lost', closeDate: '2026-01-01' });

    expect(idsOf(await read([], exampleConfig(), '2026-11-09'))).toEqual([acme, globex, initech].sort());
  });

  it('has one closed on the day before, since a day begins earlier in some time zones', async () => {
    expect(idsOf(await read([], exampleConfig(), '2026-11-07'))).toContain(hooli);
    expect(idsOf(await read([], exampleConfig(), '2026-11-08'))).not.toContain(hooli);
  });

  it('is read without the rest where no stages are configured', async () => {
    expect(idsOf(await read([acme, hooli], withSalesforce({ stages: {} })))).toEqual([acme, hooli].sort());
  });

  it('leaves out what is deleted, what does not exist, and what can be no id', async () => {
    const ids = [
      acme,
      acme,
      umbrella,
      '006AB000001NonePAC',
      'D-4711',
      "006' OR Id != '",
      '006AB000001AcmeYAB',
    ];

    expect(idsOf(await read(ids, withSalesforce({ stages: {} })))).toEqual([acme]);
  });

  it('knows what an opportunity without any change has been since it was made', async () => {
    sandbox.world.salesforce.history = [];

    const { changes } = await read([acme], withSalesforce({ stages: {} }));

    expect(changes).toEqual([
      {
        id: acme,
        opportunityId: acme,
        at: Date.parse('2026-10-05T09:00:00Z'),
        stage: '3-Technical Evaluation',
        amount: 120_000,
        closeDate: '2027-01-29',
      },
    ]);
  });

  it('is whole, however small the pages are', async () => {
    const whole = await read([acme, hooli]);
    sandbox.world.salesforce.switches.batchSize = 1;

    expect(await read([acme, hooli])).toEqual(whole);
  });

  it('says which stages are closed and won, retired ones too', async () => {
    expect((await read([])).stages).toMatchObject({
      '2-Scoping': { closed: false, won: false },
      'Closed Won': { closed: true, won: true },
      'Closed Duplicate': { closed: true, won: false },
    });
  });

  it('is asked for by id, without a name of a customer', async () => {
    await read([acme, hooli]);

    expect(queries()).not.toMatch(/\bName\b|AccountId|Account\.Name|OwnerId/);
  });
});

describe('the answers to the customer survey', () => {
  it.each([
    ['the opportunity', { object: 'Opportunity', field: 'NPS__c' }],
    ['the account', { object: 'Account', field: 'NPS__c' }],
  ] as const)('are found on %s', async (_, nps) => {
    expect((await read([acme, hooli], withSalesforce({ nps }))).nps).toEqual({ [hooli]: 9 });
  });

  it('are not asked for where none are configured', async () => {
    expect((await read([hooli], withSalesforce({ nps: null }))).nps).toEqual({});
    expect(queries()).not.toContain('NPS__c');
  });
});

describe('without Salesforce', () => {
  it('that is off there is no pipeline, and that is no problem', async () => {
    expect(await observePipeline(null, exampleConfig(), [acme], since)).toEqual({
      pipeline: { kind: 'not available', reason: 'Salesforce is off' },
      problem: null,
    });
  });

  it('that is down there is none, and the run is told why', async () => {
    sandbox.world.salesforce.switches.down = true;

    const { pipeline, problem } = await observePipeline(client(), exampleConfig(), [acme], since);

    expect(pipeline).toEqual({ kind: 'not available', reason: 'Salesforce is down' });
    expect(problem?.code).toMatch(/^salesforce-/);
  });

  it('that breaks off in the middle there is none, rather than half of one', async () => {
    sandbox.world.salesforce.switches.apiLimit = 3;

    const { pipeline, problem } = await observePipeline(client(), exampleConfig(), [acme], since);

    expect(pipeline.kind).toBe('not available');
    expect(problem?.code).toBe('salesforce-rate-limited');
  });
});
