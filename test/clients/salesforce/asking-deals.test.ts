import { isQueryValid } from '@jetstreamapp/soql-parser-js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askingQueries } from '../../../src/clients/salesforce/asking-soql.ts';
import { createSalesforce } from '../../../src/clients/salesforce/create-salesforce.ts';
import { toEighteen } from '../../../src/sandbox/salesforce/record-id.ts';
import { failureOf } from '../support/failure.ts';
import { localService, type Reply, type Seen } from '../support/local-service.ts';
import { quickClock } from '../support/quick-clock.ts';

const acme = '006AB000001AcmeYAC';
const acmeAccount = '001AB000001AcmeYAC';
const composite = '/services/data/v64.0/composite';

const ids = (prefix: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => toEighteen(`${prefix}AB${String(index).padStart(10, '0')}`) ?? '',
  );

const row = {
  attributes: { type: 'Opportunity' },
  Id: acme,
  AccountId: acmeAccount,
  Amount: 120_000.5,
  IsClosed: false,
  IsWon: false,
  CloseDate: '2027-01-29',
  Probability: 20,
};

const sent = z.object({
  compositeRequest: z.array(z.object({ method: z.string(), url: z.string(), referenceId: z.string() })),
});

function page(records: readonly unknown[], more: Record<string, unknown> = {}) {
  return { totalSize: records.length, done: true, records, ...more };
}

/** A composite answer: these bodies, in the order of the queries. */
function together(bodies: readonly unknown[], status = 200): Reply {
  const compositeResponse = bodies.map((body, index) => ({
    body,
    httpHeaders: {},
    httpStatusCode: status,
    referenceId: `query${index}`,
  }));
  return { status: 200, body: { compositeResponse } };
}

async function salesforceAgainst(reply: (request: Seen) => Reply) {
  const server = await localService((request) => {
    if (request.url !== '/services/oauth2/token') return reply(request);
    const id = `${server.origin}/id/00DAB0000000001AAA/005AB000001DeskYAC`;
    return { status: 200, body: { access_token: '00D!session', instance_url: server.origin, id } };
  });
  const salesforce = createSalesforce({
    loginUrl: server.origin,
    clientId: 'client',
    secret: 'sf-client-s3cret-value',
    slackChannelField: null,
    now: () => 0,
    transport: { clock: quickClock(), timeoutMs: 10_000 },
  });
  const queries = () =>
    server.seen
      .filter(({ url }) => url === composite)
      .flatMap(({ body }) => sent.parse(JSON.parse(body)).compositeRequest);
  return {
    salesforce,
    queries,
    seen: server.seen,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const empty = (request: Seen): Reply =>
  together(sent.parse(JSON.parse(request.body)).compositeRequest.map(() => page([])));

describe('the queries for the deals behind customer feedback', () => {
  it.each([
    [1, 0],
    [0, 1],
    [120, 180],
    [1500, 1000],
    [2000, 2000],
  ])('name each of %i opportunities and %i accounts once, in valid SOQL', (opportunities, accounts) => {
    const asked = { opportunityIds: ids('006', opportunities), accountIds: ids('001', accounts) };

    const queries = askingQueries(asked, 5);

    const named = queries.flatMap((soql) => soql.match(/'\w{18}'/g) ?? []);
    expect(named.toSorted()).toEqual(
      [...asked.opportunityIds, ...asked.accountIds].map((id) => `'${id}'`).toSorted(),
    );
    for (const soql of queries) {
      expect(isQueryValid(soql)).toBe(true);
      expect(new URLSearchParams({ q: soql }).toString().length).toBeLessThan(16_000);
    }
  });

  it('ask for no name', () => {
    for (const soql of askingQueries({ opportunityIds: [acme], accountIds: [acmeAccount] }, 5)) {
      expect(soql).not.toMatch(/Name\b/);
    }
  });

  it('want lost and won opportunities where they are named, and open ones only of an account', () => {
    const [soql] = askingQueries({ opportunityIds: [acme], accountIds: [acmeAccount] }, 5);

    expect(soql).toMatch(/WHERE Id IN \('006\w+'\) OR \(IsClosed = false AND AccountId IN \('001\w+'\)\)$/);
  });
});

describe('the deals behind customer feedback', () => {
  it('of 2,000 cards cost one call and the token', async () => {
    await using world = await salesforceAgainst(empty);

    await world.salesforce.askingDeals({ opportunityIds: ids('006', 1200), accountIds: ids('001', 800) });

    expect(world.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /services/oauth2/token',
      `POST ${composite}`,
    ]);
    expect(world.queries()).toHaveLength(5);
    expect(new Set(world.queries().map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('of more cards than one call holds cost a second one', async () => {
    await using world = await salesforceAgainst(empty);

    await world.salesforce.askingDeals({ opportunityIds: ids('006', 2501), accountIds: [] });

    expect(world.seen.filter(({ url }) => url === composite)).toHaveLength(2);
  });

  it('are not asked for where no card names one', async () => {
    await using world = await salesforceAgainst(empty);

    expect(await world.salesforce.askingDeals({ opportunityIds: [], accountIds: [] })).toEqual([]);
    expect(world.seen).toEqual([]);
  });

  it('are told without names, each once', async () => {
    const bare = { ...row, Id: '006AB000001Glob', AccountId: null, Amount: null, Probability: null };
    await using world = await salesforceAgainst((request) => {
      const { compositeRequest } = sent.parse(JSON.parse(request.body));
      return together(compositeRequest.map(() => page([row, bare])));
    });

    const deals = await world.salesforce.askingDeals({
      opportunityIds: ids('006', 200),
      accountIds: [acmeAccount],
    });

    expect(deals).toEqual([
      {
        id: acme,
        accountId: acmeAccount,
        amount: 120_000.5,
        closed: false,
        won: false,
        closeDate: '2027-01-29',
        probability: 20,
      },
      expect.objectContaining({ id: '006AB000001GlobYAC', accountId: null, amount: null, probability: null }),
    ]);
  });

  it('that do not fit one page are read to the end', async () => {
    const next = '/services/data/v64.0/query/01gAB-1';
    const globex = { ...row, Id: '006AB000001Glob' };
    await using world = await salesforceAgainst(({ url }) =>
      url === composite
        ? together([page([row], { totalSize: 2, done: false, nextRecordsUrl: next })])
        : { status: 200, body: page([globex], { totalSize: 2 }) },
    );

    const deals = await world.salesforce.askingDeals({ opportunityIds: [acme], accountIds: [] });

    expect(deals.map(({ id }) => id)).toEqual([acme, '006AB000001GlobYAC']);
    expect(world.seen.at(-1)).toMatchObject({ method: 'GET', url: next });
  });

  it.each<[string, Reply, string]>([
    ['a query has no answer', together([]), 'salesforce-query-incomplete'],
    [
      'a query has two answers',
      {
        status: 200,
        body: {
          compositeResponse: [1, 2].map(() => ({
            body: page([row]),
            httpStatusCode: 200,
            referenceId: 'query0',
          })),
        },
      },
      'salesforce-query-incomplete',
    ],
    [
      'fewer rows came than were counted',
      together([page([row], { totalSize: 2 })]),
      'salesforce-query-incomplete',
    ],
    [
      'more rows are announced and not linked',
      together([page([row], { done: false })]),
      'salesforce-query-incomplete',
    ],
    [
      'a query is refused',
      together([[{ errorCode: 'INVALID_FIELD', message: 'x' }]], 400),
      'salesforce-object-missing',
    ],
    ['it is refused without a code', together([[]], 400), 'salesforce-answer-unreadable'],
    ['an amount is in words', together([page([{ ...row, Amount: 'much' }])]), 'salesforce-answer-unreadable'],
    ['it is no composite answer', { status: 200, body: page([row]) }, 'salesforce-answer-unreadable'],
    [
      'it is a page of a proxy',
      { status: 200, body: '<html>Please log in</html>' },
      'salesforce-answer-unreadable',
    ],
    [
      'the limit is used up',
      { status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'x' }] },
      'salesforce-rate-limited',
    ],
  ])('are an error, and nothing in doubt, when %s', async (_, reply, code) => {
    await using world = await salesforceAgainst(() => reply);

    const failure = await failureOf(world.salesforce.askingDeals({ opportunityIds: [acme], accountIds: [] }));

    expect(failure).toMatchObject({ code, outcome: 'not-applied' });
  });

  it.each<[string, { opportunityIds: string[]; accountIds: string[] }]>([
    ['a text', { opportunityIds: ["006AB000001Acme' OR Name != '"], accountIds: [] }],
    ['an account as an opportunity', { opportunityIds: [acmeAccount], accountIds: [] }],
    ['an opportunity as an account', { opportunityIds: [], accountIds: [acme] }],
  ])('are never asked for by %s', async (_, asked) => {
    await using world = await salesforceAgainst(empty);

    expect((await failureOf(world.salesforce.askingDeals(asked))).code).toBe('salesforce-id-invalid');
    expect(world.seen).toEqual([]);
  });
});
