import { generateKeyPairSync, verify } from 'node:crypto';
import { isQueryValid } from '@jetstreamapp/soql-parser-js';
import { describe, expect, it } from 'vitest';
import {
  createSalesforce,
  type SalesforceOptions,
} from '../../../src/clients/salesforce/create-salesforce.ts';
import { salesforceId } from '../../../src/clients/salesforce/salesforce-id.ts';
import {
  activeUsersQuery,
  opportunityQueries,
  teamRowQueries,
} from '../../../src/clients/salesforce/soql.ts';
import { failureOf } from '../support/failure.ts';
import { localService, type Reply, type Seen } from '../support/local-service.ts';
import { quickClock } from '../support/quick-clock.ts';

const opportunity = '006AB000001AcmeYAC';
const ines = '005AB000001InesYAC';
const desk = '005AB000001DeskYAC';
const secret = 'sf-client-s3cret-value';
const data = '/services/data/v64.0';

const opportunityRow = {
  attributes: { type: 'Opportunity' },
  Id: opportunity,
  Name: 'Acme renewal',
  AccountId: null,
  Account: null,
  OwnerId: ines,
  StageName: 'Proposal',
  IsClosed: false,
  IsWon: false,
  CloseDate: '2026-12-31',
  Slack__c: 'C0OPPACME1',
};

async function salesforceAgainst(
  reply: (request: Seen, count: number) => Reply,
  credentials: { secret: string } | { username: string; privateKey: string } = { secret },
  options: Partial<Pick<SalesforceOptions, 'slackChannelField' | 'loginUrl'>> & { instance?: string } = {},
) {
  let tokens = 0;
  let calls = 0;
  const server = await localService((request) => {
    if (request.url !== '/services/oauth2/token') {
      calls += 1;
      return reply(request, calls);
    }
    tokens += 1;
    const instance = options.instance ?? server.origin;
    const id = `${server.origin}/id/00DAB0000000001AAA/${desk}`;
    return { status: 200, body: { access_token: `00D!session-t0ken-${tokens}`, instance_url: instance, id } };
  });
  const salesforce = createSalesforce({
    loginUrl: server.origin,
    clientId: 'client',
    slackChannelField: 'Slack__c',
    now: () => Date.UTC(2026, 10, 23, 8),
    transport: { clock: quickClock(), timeoutMs: 500 },
    ...options,
    ...credentials,
  });
  const tokenCalls = () => server.seen.filter((request) => request.url === '/services/oauth2/token');
  return {
    salesforce,
    seen: server.seen,
    tokenCalls,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function rows(records: unknown[], more: Record<string, unknown> = {}): Reply {
  return { status: 200, body: { totalSize: records.length, done: true, records, ...more } };
}

describe('the login', () => {
  it('asks for a token once, however many calls there are', async () => {
    await using world = await salesforceAgainst(() => rows([]));

    const [user] = await Promise.all([world.salesforce.integrationUser(), world.salesforce.activeUsers()]);
    await world.salesforce.teamRows([opportunity]);

    expect(user).toBe(desk);
    expect(world.tokenCalls()).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(world.tokenCalls()[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client',
      client_secret: secret,
    });
  });

  it('by key signs an assertion with the time it is given', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await using world = await salesforceAgainst(() => rows([]), {
      username: 'desk@example.com',
      privateKey: pem,
    });

    await world.salesforce.integrationUser();

    const assertion = new URLSearchParams(world.tokenCalls()[0]?.body).get('assertion') ?? '';
    const [header = '', claims = '', signature = ''] = assertion.split('.');
    const signed = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      publicKey,
      Buffer.from(signature, 'base64url'),
    );
    expect(signed).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: 'client',
      sub: 'desk@example.com',
      exp: Date.UTC(2026, 10, 23, 8) / 1000 + 180,
    });
  });

  it('with something that is no key says so and sends nothing', async () => {
    await using world = await salesforceAgainst(() => rows([]), {
      username: 'desk@example.com',
      privateKey: 'x',
    });

    const failure = await failureOf(world.salesforce.integrationUser());

    expect(failure.code).toBe('salesforce-key-unreadable');
    expect(world.seen).toEqual([]);
  });

  it('is renewed after 401, and the write is then made once', async () => {
    await using world = await salesforceAgainst((_request, count) =>
      count === 1
        ? { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }] }
        : { status: 201, body: { id: 'a0BAB000001Row1', success: true, errors: [] } },
    );

    const outcome = await world.salesforce.addToTeam({
      opportunityId: opportunity,
      userId: ines,
      role: 'SME',
    });

    expect(outcome.kind).toBe('applied');
    expect(world.tokenCalls()).toHaveLength(2);
  });

  it('is not renewed for ever', async () => {
    await using world = await salesforceAgainst(() => ({
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }],
    }));

    const failure = await failureOf(world.salesforce.activeUsers());
    const later = await failureOf(world.salesforce.activeUsers());

    expect([failure.code, later.code]).toEqual(['salesforce-session-refused', 'salesforce-stopped']);
    expect(world.seen.length).toBeLessThan(8);
  });

  it('does not send the session to a host that is not of Salesforce', async () => {
    await using world = await salesforceAgainst(
      () => rows([]),
      { secret },
      { instance: 'https://evil.example.com' },
    );

    const failure = await failureOf(world.salesforce.activeUsers());

    expect(failure.code).toBe('salesforce-url-invalid');
    expect(world.seen).toHaveLength(1);
  });
});

describe('queries', () => {
  it('read opportunities with the channel field', async () => {
    await using world = await salesforceAgainst(() => rows([opportunityRow]));

    expect(await world.salesforce.opportunities([opportunity.slice(0, 15)])).toEqual([
      {
        id: opportunity,
        name: 'Acme renewal',
        accountId: null,
        accountName: null,
        ownerId: ines,
        stage: 'Proposal',
        closed: false,
        won: false,
        closeDate: '2026-12-31',
        slackChannel: 'C0OPPACME1',
        amount: null,
      },
    ]);
  });

  it('are read to the last page', async () => {
    const user = { Id: ines, Email: 'ines@example.com', Name: 'Ines' };
    await using world = await salesforceAgainst((_request, count) =>
      count === 1
        ? rows([user], { done: false, totalSize: 2, nextRecordsUrl: `${data}/query/01gAB-2000` })
        : rows([{ ...user, Email: null }], { totalSize: 2 }),
    );

    const users = await world.salesforce.activeUsers();

    expect(users.map((one) => one.email)).toEqual(['ines@example.com', '']);
  });

  it.each<[string, Record<string, unknown>]>([
    ['more rows are announced and not linked', { done: false }],
    ['fewer rows come than were counted', { totalSize: 3 }],
    ['the next page is the same', { done: false, nextRecordsUrl: `${data}/query/01gAB-2000` }],
    ['the next page is elsewhere', { done: false, nextRecordsUrl: '/services/data/v64.0/../apexrest/x' }],
  ])('are an error when %s', async (_, more) => {
    await using world = await salesforceAgainst(() => rows([], more));

    expect((await failureOf(world.salesforce.activeUsers())).code).toBe('salesforce-query-incomplete');
  });

  it('without ids ask nothing', async () => {
    await using world = await salesforceAgainst(() => rows([]));

    expect(await world.salesforce.opportunities([])).toEqual([]);
    expect(world.seen).toEqual([]);
  });

  it('are valid SOQL of at most 200 ids each', () => {
    const ids = Array.from({ length: 450 }, (_, index) => `006AB000000${String(index).padStart(4, '0')}`);
    const queries = [
      ...opportunityQueries(ids, 'Slack__c'),
      ...opportunityQueries(ids, null, true),
      ...teamRowQueries(ids),
    ];

    expect(queries).toHaveLength(9);
    for (const soql of [...queries, activeUsersQuery]) {
      expect(isQueryValid(soql), soql).toBe(true);
      expect(soql.match(/006AB/g)?.length ?? 0).toBeLessThanOrEqual(200);
    }
  });

  it.each(["006AB000001Acme' OR Name != '", '005AB000001InesYAC', '006AB000001AcmeYAB', '', "'"])(
    'refuse %j as the id of an opportunity',
    async (id) => {
      await using world = await salesforceAgainst(() => rows([]));

      expect((await failureOf(world.salesforce.opportunities([id]))).code).toBe('salesforce-id-invalid');
      expect(world.seen).toEqual([]);
    },
  );

  it.each(['Slack__c FROM User', 'Owner.Email', '', "x'"])('refuse %j as a field', (slackChannelField) => {
    const options = { loginUrl: 'https://example.my.salesforce.com', clientId: 'c', secret, now: () => 0 };

    expect(() => createSalesforce({ ...options, slackChannelField })).toThrow(
      expect.objectContaining({ code: 'salesforce-field-invalid', exit: 1 }),
    );
  });
});

describe('team rows', () => {
  it('are created with exactly three fields', async () => {
    const body = { id: 'a0BAB000001Row1', success: true, errors: [] };
    await using world = await salesforceAgainst(() => ({ status: 201, body }));

    await world.salesforce.addToTeam({ opportunityId: opportunity, userId: ines, role: 'SME' });

    expect(world.seen.at(-1)).toMatchObject({
      method: 'POST',
      url: `${data}/sobjects/OpportunityTeamMember`,
    });
    expect(JSON.parse(world.seen.at(-1)?.body ?? '')).toEqual({
      OpportunityId: opportunity,
      UserId: ines,
      TeamMemberRole: 'SME',
    });
  });

  it.each<[string, Reply, string, string]>([
    [
      '503',
      { status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'x' }] },
      'unknown',
      'salesforce-failed',
    ],
    ['a reset', 'reset', 'unknown', 'salesforce-answer-lost'],
    ['a page', { status: 200, body: '<html>' }, 'unknown', 'salesforce-answer-unreadable'],
    [
      'no right',
      { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'x' }] },
      'not-applied',
      'salesforce-right-missing',
    ],
    [
      'no Team Selling',
      { status: 404, body: [{ errorCode: 'INVALID_TYPE', message: 'x' }] },
      'not-applied',
      'salesforce-object-missing',
    ],
    [
      'a validation rule',
      { status: 400, body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Acme secret' }] },
      'not-applied',
      'salesforce-refused',
    ],
    [
      'the daily limit',
      { status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'x' }] },
      'not-applied',
      'salesforce-rate-limited',
    ],
  ])('after %s are written once and told truly', async (_, reply, kind, code) => {
    await using world = await salesforceAgainst(() => reply);

    const outcome = await world.salesforce.addToTeam({
      opportunityId: opportunity,
      userId: ines,
      role: 'SME',
    });

    expect(outcome).toMatchObject({ kind, error: { code } });
    expect(JSON.stringify(outcome)).not.toContain('Acme secret');
    expect(world.seen.filter((request) => request.url.startsWith(data))).toHaveLength(1);
  });

  it('that are gone count as removed', async () => {
    await using world = await salesforceAgainst((_request, count) =>
      count === 1
        ? { status: 204 }
        : { status: 404, body: [{ errorCode: 'ENTITY_IS_DELETED', message: 'x' }] },
    );

    expect(await world.salesforce.removeFromTeam('a0BAB000001Row1')).toEqual({
      kind: 'applied',
      value: null,
    });
    expect(await world.salesforce.removeFromTeam('a0BAB000001Row1')).toEqual({
      kind: 'applied',
      value: null,
    });
  });

  it('are not removed by anything that is no id', async () => {
    await using world = await salesforceAgainst(() => ({ status: 204 }));

    const outcome = await world.salesforce.removeFromTeam('../Opportunity/006AB000001AcmeYAC');

    expect(outcome).toMatchObject({ kind: 'not-applied', error: { code: 'salesforce-id-invalid' } });
    expect(world.seen).toEqual([]);
  });
});

describe('ids', () => {
  it('are brought to 18 characters and checked', () => {
    expect(salesforceId('005AB000001Desk', '005')).toBe(desk);
    expect(salesforceId(desk, '005')).toBe(desk);
    expect(salesforceId('005AB000001DeskYAB', '005')).toBeNull();
    expect(salesforceId(desk, '006')).toBeNull();
  });
});
