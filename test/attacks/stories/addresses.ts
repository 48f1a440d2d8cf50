import assert from 'node:assert/strict';
import { ClientError } from '../../../src/clients/client-error.ts';
import { gitlabRoutes } from '../../../src/clients/gitlab/routes.ts';
import { createSalesforce } from '../../../src/clients/salesforce/create-salesforce.ts';
import { opportunityQueries, teamRowQueries } from '../../../src/clients/salesforce/soql.ts';
import { findRoute } from '../../../src/clients/transport/allow-list.ts';
import { isSafeSegment } from '../../../src/clients/transport/path-segment.ts';
import { transportSettings } from '../../../src/clients/transport/settings.ts';
import { createTransport } from '../../../src/clients/transport/transport.ts';
import { localService } from '../../clients/support/local-service.ts';
import type { Story } from '../story.ts';

const base = 'https://gitlab.example.com/api/v4/';
const routes = gitlabRoutes('7');

/** A request that must not be on the list of GitLab's client. */
function notListed(method: string, url: string): void {
  assert.equal(findRoute(routes, [base], method, url)?.pattern ?? null, null);
}

function underBase(name: string, method: string, path: string): Story {
  return { name, tell: () => notListed(method, base + path) };
}

function segment(name: string, text: string): Story {
  return { name, tell: () => assert.equal(isSafeSegment(text), false) };
}

/** What is not on the list reaches nobody, whoever asks for it. */
async function unlistedCall(): Promise<void> {
  await using service = await localService(() => ({ status: 200, body: {} }));
  const transport = createTransport({
    service: 'gitlab',
    routes,
    bases: [`${service.origin}/`],
    secrets: [],
    settings: transportSettings(),
  });
  const url = `${service.origin}/projects/7`;
  const call = transport.send({ method: 'DELETE', url, headers: {}, body: null });
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  assert.deepEqual(service.seen, []);
  assert.equal(error instanceof ClientError ? error.code : error, 'gitlab-route-not-allowed');
}

/** An id that is none goes into no query. */
function inNoQuery(id: string): void {
  assert.throws(() => opportunityQueries([id], null));
  assert.throws(() => teamRowQueries([id]));
}

/** A row id of the record becomes part of an address, the other two part of a body. */
async function inNoRow(): Promise<void> {
  await using service = await localService(({ headers, url }) => {
    const origin = `http://${headers.host}`;
    const id = `${origin}/id/00DAB0000000001AAA/005AB000001DeskYAC`;
    return url === '/services/oauth2/token'
      ? { status: 200, body: { access_token: 'a session', instance_url: origin, id } }
      : { status: 201, body: { id: '00qAB0000000001AAA', success: true, errors: [] } };
  });
  const salesforce = createSalesforce({
    loginUrl: service.origin,
    clientId: 'client',
    secret: 'a secret',
    slackChannelField: null,
    now: () => 0,
  });
  const added = await salesforce.addToTeam({
    opportunityId: 'not an opportunity',
    userId: '005AB000001InesYAC',
    role: 'SME',
  });
  const removed = await salesforce.removeFromTeam('everyRow');
  assert.deepEqual([added.kind, removed.kind], ['not-applied', 'not-applied']);
}

export const stories: readonly Story[] = [
  underBase('a request to delete the project', 'DELETE', 'projects/7'),
  underBase('a request for the variables with the secrets', 'GET', 'projects/7/variables'),
  underBase('a request into another project', 'PUT', 'projects/8/issues/1'),
  underBase('a word where the number of an issue belongs', 'PUT', 'projects/7/issues/all'),
  underBase('a page of the wiki that walks up', 'PUT', 'projects/7/wikis/..'),
  { name: 'a request to another server', tell: () => notListed('GET', 'https://evil.example/api/v4/user') },
  { name: 'a backslash that some parser turns', tell: () => notListed('GET', `${base}user\\..\\x?a=`) },
  segment('a segment that is one dot', '.'),
  segment('a segment that walks up, encoded', '%2e%2e'),
  segment('a segment that walks up behind a slash', 'a%2F..%2F..%2Fhooks'),
  segment('a segment that is encoded twice', 'a%252F..%252Fb'),
  segment('a segment with a line break', 'a%0d%0ab'),
  segment('a segment with a question mark', 'a?private_token=x'),
  segment('a segment with a broken escape', 'a%ff'),
  { name: 'a call that is not on the list', tell: unlistedCall },
  {
    name: 'an opportunity id that goes on as a query',
    tell: () => inNoQuery("006AB000001Acme' OR Name LIKE '%"),
  },
  {
    name: 'a mistyped opportunity id that is another one',
    tell: () => inNoQuery('006AB000001AcmeYAD'),
  },
  { name: 'the id of an account for one of an opportunity', tell: () => inNoQuery('001AB000001Acme') },
  {
    name: 'a field of Salesforce that goes on as a query',
    tell: () => assert.throws(() => opportunityQueries(['006AB000001AcmeYAC'], 'Id FROM User --')),
  },
  { name: 'ids in the record that are none', tell: inNoRow },
];
