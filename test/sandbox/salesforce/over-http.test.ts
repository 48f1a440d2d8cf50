import { generateKeyPairSync, sign } from 'node:crypto';
import { Connection } from 'jsforce';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deskSalesforceUser,
  exampleSalesforce,
  inactiveSalesforceUser,
  opportunities,
} from '../../../src/sandbox/example/salesforce.ts';
import { toEighteen } from '../../../src/sandbox/salesforce/record-id.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';

const ines = '005AB000001InesYAC';
let served: Sandbox;

beforeEach(async () => {
  served = await startSandbox();
});

afterEach(() => served.close());

/** A connection that never tries twice, so that each test sees the first answer. */
function connection(more: { accessToken?: string } = {}): Connection {
  return new Connection({
    version: '62.0',
    instanceUrl: served.origin,
    maxRequest: 1,
    oauth2: { loginUrl: served.origin, clientId: 'sandbox-client', clientSecret: 'sandbox-secret' },
    ...more,
  });
}

async function desk(): Promise<Connection> {
  const connected = connection();
  await connected.authorize({ grant_type: 'client_credentials' });
  return connected;
}

function insert(connected: Connection, values: Record<string, unknown>) {
  return connected.sobject('OpportunityTeamMember').create(values);
}

function membership(values: Record<string, unknown> = {}): Record<string, unknown> {
  return { OpportunityId: opportunities.acme, UserId: ines, TeamMemberRole: 'SME', ...values };
}

function assertion(
  claims: Record<string, unknown>,
  algorithm = 'RS256',
  key?: Parameters<typeof sign>[2],
): string {
  const parts = [{ alg: algorithm }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const text = parts.join('.');
  const signature =
    key === undefined ? 'c2lnbmVk' : sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');
  return `${text}.${signature}`;
}

const claims = {
  iss: 'sandbox-client',
  sub: 'desk@example.com',
  aud: 'https://login.salesforce.com',
  exp: 1,
};
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

describe('signing in', () => {
  it('with client credentials makes the caller the run-as user', async () => {
    const connected = await desk();

    expect(connected.userInfo?.id).toBe(deskSalesforceUser);
    expect(connected.instanceUrl).toBe(served.origin);
  });

  it.each([
    [
      { grant_type: 'client_credentials', client_id: 'sandbox-client', client_secret: 'guess' },
      'invalid_client',
    ],
    [{ grant_type: 'client_credentials', client_id: 'somebody' }, 'invalid_client_id'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: jwtBearer, assertion: 'x.y' }, 'invalid_grant'],
    [{ grant_type: jwtBearer, assertion: assertion(claims, 'none') }, 'invalid_grant'],
    [{ grant_type: jwtBearer, assertion: assertion({ ...claims, exp: undefined }) }, 'invalid_grant'],
    [{ grant_type: jwtBearer, assertion: assertion({ ...claims, iss: 'somebody' }) }, 'invalid_client_id'],
    [{ grant_type: jwtBearer, assertion: assertion({ ...claims, sub: 'gil@example.com' }) }, 'invalid_grant'],
  ])('with %j fails as %s', async (form, error) => {
    const answer = await fetch(`${served.origin}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error });
  });

  it('with a signed assertion works, checked against the certificate where one is set', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signed = assertion(claims, 'RS256', privateKey);
    const connected = connection();
    await connected.authorize({ grant_type: jwtBearer, assertion: assertion(claims) });
    expect(connected.userInfo?.id).toBe(deskSalesforceUser);

    for (const client of served.world.salesforce.clients) {
      client.jwtPublicKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    }

    await connection().authorize({ grant_type: jwtBearer, assertion: signed });
    const forged = connection().authorize({ grant_type: jwtBearer, assertion: assertion(claims) });
    await expect(forged).rejects.toThrow('invalid assertion');
  });
});

describe('a session', () => {
  it('ends with time, and then every call answers INVALID_SESSION_ID', async () => {
    const connected = await desk();
    served.world.clock.now += served.world.salesforce.switches.sessionLength;

    const answer = await fetch(`${served.origin}/services/data/v62.0/query?q=SELECT+Id+FROM+User`, {
      headers: { Authorization: `Bearer ${connected.accessToken}` },
    });

    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual([expect.objectContaining({ errorCode: 'INVALID_SESSION_ID' })]);
  });

  it('is stopped with REQUEST_LIMIT_EXCEEDED when the day’s calls are used up', async () => {
    const connected = await desk();
    served.world.salesforce.switches.apiLimit = 1;
    await connected.query('SELECT Id FROM User');

    const more = connected.query('SELECT Id FROM User');

    await expect(more).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' });
    expect(connected.limitInfo).toEqual({ apiUsage: { used: 1, limit: 1 } });
  });
});

describe('a query', () => {
  it('comes in pages, each naming the next until done', async () => {
    const connected = await desk();
    served.world.salesforce.switches.batchSize = 6;
    const soql = 'SELECT Id FROM User ORDER BY Id';

    const first = await connected.query(soql);
    const all = await connected.query(soql, { autoFetch: true, maxFetch: 1000 });

    const users = exampleSalesforce().users.map((user) => user.Id);
    expect(first).toMatchObject({ done: false, totalSize: users.length });
    expect(first.records).toHaveLength(6);
    expect(first.nextRecordsUrl).toMatch(/\/services\/data\/v62\.0\/query\/01gAB\d{10}-6$/);
    expect(all.records.map(({ Id }) => Id)).toEqual(users.toSorted());
  });

  it('with a locator nobody gave is refused', async () => {
    const connected = await desk();

    const more = connected.queryMore('/services/data/v62.0/query/01gAB0000000099-2000');

    await expect(more).rejects.toMatchObject({ errorCode: 'INVALID_QUERY_LOCATOR' });
  });

  it('that is malformed is refused with the code of the reason', async () => {
    const connected = await desk();

    await expect(connected.query('SELECT Nothing__c FROM User')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    await expect(connected.query('SELECT')).rejects.toMatchObject({ errorCode: 'MALFORMED_QUERY' });
  });
});

describe('the opportunity team', () => {
  it('gets a row that says who made it and when', async () => {
    const connected = await desk();

    const result = await insert(connected, membership());

    const found = await connected.query(
      'SELECT Id, TeamMemberRole, CreatedById, CreatedDate FROM OpportunityTeamMember',
    );
    expect(result).toMatchObject({ success: true, errors: [] });
    expect(found.records).toEqual([
      expect.objectContaining({
        Id: result.id,
        TeamMemberRole: 'SME',
        CreatedById: deskSalesforceUser,
        CreatedDate: '2026-11-23T08:00:00.000+0000',
      }),
    ]);
    expect(toEighteen(String(result.id))).toBe(result.id);
  });

  it('has one row for a user: an insert over somebody’s row takes over its role', async () => {
    const ofSam = await insert(
      connection({ accessToken: 'sandbox-sam' }),
      membership({ TeamMemberRole: 'Account Manager' }),
    );
    served.world.clock.now += 60_000;

    const again = await insert(await desk(), membership());

    const [row, ...more] = served.world.salesforce.teamMembers;
    expect(more).toEqual([]);
    expect(again.id).toBe(ofSam.id);
    expect(row).toMatchObject({ TeamMemberRole: 'SME', LastModifiedById: deskSalesforceUser });
    expect(row?.CreatedById).not.toBe(deskSalesforceUser);
    expect(row?.LastModifiedDate).toBe(Number(row?.CreatedDate) + 60_000);
  });

  it.each([
    [{ UserId: null }, 'REQUIRED_FIELD_MISSING'],
    [{ OpportunityId: opportunities.umbrella }, 'ENTITY_IS_DELETED'],
    [{ OpportunityId: toEighteen('006AB0000000000') }, 'INVALID_CROSS_REFERENCE_KEY'],
    [{ OpportunityId: 'acme' }, 'MALFORMED_ID'],
    [{ UserId: `${ines.slice(0, 15)}AAA` }, 'MALFORMED_ID'],
    [{ UserId: toEighteen('005AB0000000000') }, 'INVALID_CROSS_REFERENCE_KEY'],
    [{ UserId: inactiveSalesforceUser }, 'INACTIVE_OWNER_OR_USER'],
    [{ TeamMemberRole: 'Sme' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    [{ Shoe_Size__c: 42 }, 'INVALID_FIELD'],
  ])('does not take %j: %s', async (values, errorCode) => {
    served.world.salesforce.switches.teamRoles = ['SME', 'Account Manager'];
    const connected = await desk();

    await expect(insert(connected, membership(values))).rejects.toMatchObject({ errorCode });

    expect(served.world.salesforce.teamMembers).toEqual([]);
  });

  it('loses a row once; the sandbox remembers who took it', async () => {
    const connected = await desk();
    const { id } = await insert(connected, membership());

    await connected.sobject('OpportunityTeamMember').destroy(String(id));

    expect(served.world.salesforce.teamMembers).toEqual([]);
    expect(served.world.salesforce.removedTeamMembers).toMatchObject([
      { row: { Id: id }, by: deskSalesforceUser },
    ]);
    const again = connected.sobject('OpportunityTeamMember').destroy(String(id));
    await expect(again).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
    const unknown = connected.sobject('OpportunityTeamMember').destroy('00qAB0000000099AAA');
    await expect(unknown).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('takes many rows in one call, each with a result of its own', async () => {
    const connected = await desk();
    const rows = [
      membership(),
      membership({ OpportunityId: opportunities.umbrella }),
      membership({ OpportunityId: opportunities.globex }),
    ];

    const results = await connected.sobject('OpportunityTeamMember').create(rows);

    expect(results.map(({ success }) => success)).toEqual([true, false, true]);
    expect(results[1]?.errors).toMatchObject([{ statusCode: 'ENTITY_IS_DELETED' }]);
    expect(served.world.salesforce.teamMembers).toHaveLength(2);
  });

  it('takes all of many rows or none where the caller says so', async () => {
    const connected = await desk();
    const rows = [membership(), membership({ OpportunityId: opportunities.umbrella })];

    const results = await connected.sobject('OpportunityTeamMember').create(rows, { allOrNone: true });

    expect(results[0]?.errors).toMatchObject([{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }]);
    expect(served.world.salesforce.teamMembers).toEqual([]);
  });

  it('takes no more than 200 rows in one call', async () => {
    const connected = await desk();
    const rows = Array.from({ length: 201 }, () => membership());

    const body = { records: rows.map((row) => ({ attributes: { type: 'OpportunityTeamMember' }, ...row })) };
    const sent = connected.requestPost('/composite/sobjects', body);

    await expect(sent).rejects.toMatchObject({ errorCode: 'LIMIT_EXCEEDED' });
    expect(served.world.salesforce.teamMembers).toEqual([]);
  });
});

describe('an organisation that is down', () => {
  it('lets nobody in', async () => {
    const connected = await desk();
    served.world.salesforce.switches.down = true;

    await expect(desk()).rejects.toThrow();
    const answer = await fetch(`${served.origin}/services/data/v62.0/query?q=SELECT+Id+FROM+User`, {
      headers: { Authorization: `Bearer ${connected.accessToken}` },
    });
    expect(answer.status).toBe(503);
  });
});
