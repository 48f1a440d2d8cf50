import { isQueryValid } from '@jetstreamapp/soql-parser-js';
import { describe, expect, it } from 'vitest';
import { createSalesforce } from '../../../src/clients/salesforce/create-salesforce.ts';
import {
  historyQueries,
  pipelineQueries,
  pipelineSinceQuery,
  stagesQuery,
  surveyQueries,
} from '../../../src/clients/salesforce/pipeline-soql.ts';
import { failureOf } from '../support/failure.ts';
import { localService, type Reply } from '../support/local-service.ts';
import { quickClock } from '../support/quick-clock.ts';

const acme = '006AB000001AcmeYAC';
const globex = '006AB000001GlobYAC';
const ofOpportunity = { object: 'Opportunity', field: 'NPS__c' } as const;
const ofAccount = { object: 'Account', field: 'NPS__c' } as const;

/** A Salesforce that answers every query with these rows. */
async function answering(records: readonly unknown[], more: Record<string, unknown> = {}) {
  const page: Reply = { status: 200, body: { totalSize: records.length, done: true, records, ...more } };
  const server = await localService((request) => {
    if (request.url !== '/services/oauth2/token') return page;
    const id = `${server.origin}/id/00DAB0000000001AAA/005AB000001DeskYAC`;
    return { status: 200, body: { access_token: '00D!session', instance_url: server.origin, id } };
  });
  const salesforce = createSalesforce({
    loginUrl: server.origin,
    clientId: 'client',
    secret: 'sf-client-s3cret-value',
    slackChannelField: null,
    now: () => 0,
    transport: { clock: quickClock(), timeoutMs: 500 },
  });
  const queries = () =>
    server.seen
      .filter((request) => request.method === 'GET')
      .map((request) => new URL(request.url, server.origin).searchParams.get('q') ?? '');
  return { salesforce, queries, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const historyRow = {
  Id: '008AB0000000001YAA',
  OpportunityId: acme,
  CreatedDate: '2026-10-20T14:30:00.000+0000',
  StageName: '3-Technical Evaluation',
  CloseDate: '2027-01-29',
  Amount: 120_000,
};

describe('the queries of a report', () => {
  const ids = Array.from({ length: 450 }, (_, index) => `006AB000000${String(index).padStart(4, '0')}`);

  it('are valid SOQL of at most 200 ids each', () => {
    const queries = [
      ...pipelineQueries(ids, { amounts: true }),
      ...pipelineQueries(ids, { amounts: false }),
      ...historyQueries(ids, { amounts: true }),
      ...historyQueries(ids, { amounts: false }),
      ...surveyQueries(ids, ofOpportunity),
      ...surveyQueries(ids, ofAccount),
    ];

    expect(queries).toHaveLength(18);
    for (const soql of [...queries, pipelineSinceQuery('2026-01-31'), stagesQuery]) {
      expect(isQueryValid(soql), soql).toBe(true);
      expect(soql.match(/006AB/g)?.length ?? 0).toBeLessThanOrEqual(200);
    }
  });

  it('ask for no name, and for amounts only where they are needed', () => {
    const queries = [
      ...pipelineQueries([acme], { amounts: false }),
      ...historyQueries([acme], { amounts: false }),
      ...surveyQueries([acme], ofAccount),
      pipelineSinceQuery('2026-01-31'),
    ];

    for (const soql of queries) expect(soql).not.toMatch(/(?<!Stage)Name\b|Amount/);
    expect(historyQueries([acme], { amounts: true })).toEqual([expect.stringContaining('Amount')]);
  });

  it.each(['2026-02-30', '2026-1-1', '', "2026-01-01' OR Name != '", '2026-01-01T00:00:00Z'])(
    'refuse %j as a day',
    async (day) => {
      await using world = await answering([]);

      expect((await failureOf(world.salesforce.pipelineSince(day))).code).toBe('salesforce-day-invalid');
      expect(world.queries()).toEqual([]);
    },
  );

  it.each(['NPS__c FROM User', 'Owner.Email', ''])('refuse %j as the field of the survey', async (field) => {
    await using world = await answering([]);

    const failure = await failureOf(world.salesforce.surveyAnswers([acme], { object: 'Opportunity', field }));

    expect(failure.code).toBe('salesforce-field-invalid');
    expect(world.queries()).toEqual([]);
  });

  it('refuse a text as an id, and ask nothing where there are no ids', async () => {
    await using world = await answering([]);
    const hostile = "006AB000001Acme' OR Name != '";

    expect((await failureOf(world.salesforce.opportunityHistory([hostile], { amounts: false }))).code).toBe(
      'salesforce-id-invalid',
    );
    expect(await world.salesforce.opportunityHistory([], { amounts: true })).toEqual([]);
    expect(await world.salesforce.surveyAnswers([], ofOpportunity)).toEqual({
      answers: {},
      accounts: {},
    });
    expect(world.queries()).toEqual([]);
  });
});

describe('the history of opportunities', () => {
  it('tells the values that were in force from a time on', async () => {
    await using world = await answering([historyRow, { ...historyRow, Amount: null, CloseDate: null }]);

    const [first, second] = await world.salesforce.opportunityHistory([acme], { amounts: true });

    expect(first).toEqual({
      id: historyRow.Id,
      opportunityId: acme,
      at: Date.parse('2026-10-20T14:30:00Z'),
      stage: '3-Technical Evaluation',
      amount: 120_000,
      closeDate: '2027-01-29',
    });
    expect(second).toMatchObject({ amount: null, closeDate: '' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['fewer rows came than were counted', { totalSize: 2 }],
    ['more rows are announced and not linked', { done: false }],
  ])('is an error when %s', async (_, more) => {
    await using world = await answering([historyRow], more);

    expect((await failureOf(world.salesforce.opportunityHistory([acme], { amounts: true }))).code).toBe(
      'salesforce-query-incomplete',
    );
  });

  it.each<[string, Record<string, unknown>]>([
    ['a time that is none', { CreatedDate: 'yesterday' }],
    ['no stage', { StageName: null }],
    ['an amount in words', { Amount: 'much' }],
  ])('is an error with %s', async (_, values) => {
    await using world = await answering([{ ...historyRow, ...values }]);

    expect((await failureOf(world.salesforce.opportunityHistory([acme], { amounts: true }))).code).toBe(
      'salesforce-answer-unreadable',
    );
  });
});

describe('the stages', () => {
  it('are called as opportunities name them', async () => {
    await using world = await answering([
      { ApiName: '2-Scoping', MasterLabel: 'Scoping', IsClosed: false, IsWon: false },
      { ApiName: null, MasterLabel: 'Closed Won', IsClosed: true, IsWon: true },
    ]);

    expect(await world.salesforce.stages()).toEqual([
      { name: '2-Scoping', closed: false, won: false },
      { name: 'Closed Won', closed: true, won: true },
    ]);
  });
});

describe('the answers to the survey', () => {
  it.each<[unknown, number | null]>([
    [9, 9],
    [0, 0],
    ['10', 10],
    ['8.5', 8.5],
    [11, null],
    [-1, null],
    ['very satisfied', null],
    ['', null],
    [true, null],
  ])('%j is read as %j', async (value, expected) => {
    await using world = await answering([{ Id: acme, NPS__c: value }]);

    expect(await world.salesforce.surveyAnswers([acme], ofOpportunity)).toEqual({
      answers: expected === null ? {} : { [acme]: expected },
      accounts: {},
    });
  });

  it('may stand on the account, and in another spelling than the configuration has', async () => {
    await using world = await answering([
      { Id: globex, AccountId: '001AB000001GlobYAC', Account: { nps__C: 7 } },
    ]);

    expect(await world.salesforce.surveyAnswers([globex], ofAccount)).toEqual({
      answers: { [globex]: 7 },
      accounts: { [globex]: '001AB000001GlobYAC' },
    });
  });

  it('are an error where the field does not come', async () => {
    await using world = await answering([{ Id: acme }]);

    expect((await failureOf(world.salesforce.surveyAnswers([acme], ofOpportunity))).code).toBe(
      'salesforce-answer-unreadable',
    );
  });
});
