import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../src/clients/error-catalogue.ts';
import { createGitLab } from '../../src/clients/gitlab/create-gitlab.ts';
import type { Outcome } from '../../src/clients/outcome.ts';
import { createSalesforce } from '../../src/clients/salesforce/create-salesforce.ts';
import { createSlack } from '../../src/clients/slack/create-slack.ts';
import { createStackOverflow } from '../../src/clients/stack-overflow/create-stack-overflow.ts';
import { localService, type Reply, type Seen } from './support/local-service.ts';
import { quickClock } from './support/quick-clock.ts';

const secrets = {
  gitlab: 'glpat-l3ak-gitlab-token',
  salesforce: 'l3ak-salesforce-secret',
  session: '00D!l3ak-session-token',
  slack: 'xoxb-l3ak-slack-token',
  stackOverflow: 'l3ak-stack-overflow-token',
};
const address = 'ines.leak@example.com';

/** Everything a request held, as a careless service would repeat it. */
function echo(request: Seen): string {
  const everything = JSON.stringify(request.headers) + request.body + address;
  return `${everything} ${Buffer.from(everything).toString('base64')} ${[...everything].reverse().join('')}`;
}

const replies: [string, (request: Seen) => Reply][] = [
  ...[301, 400, 401, 403, 404, 405, 409, 422, 429, 500, 502, 503].map(
    (status): [string, (r: Seen) => Reply] => [
      `${status} with JSON`,
      (request) => ({
        status,
        body: { ok: false, error: echo(request), message: echo(request), errorCode: echo(request) },
      }),
    ],
  ),
  ['400 with text', (request) => ({ status: 400, body: echo(request) })],
  ['400 with an object', (request) => ({ status: 400, body: { message: { title: [echo(request)] } } })],
  ['400 of Salesforce', (request) => ({ status: 400, body: [{ errorCode: 'X_Y', message: echo(request) }] })],
  ['200 with something else', (request) => ({ status: 200, body: { ok: true, hello: echo(request) } })],
  ['200 with a page', (request) => ({ status: 200, body: `<html>${echo(request)}` })],
  ['a reset', () => 'reset'],
  ['silence', () => 'silence'],
];

function clients(origin: string) {
  const transport = { clock: quickClock(), timeoutMs: 150 };
  return {
    gitlab: createGitLab({ url: origin, project: '7', token: secrets.gitlab, transport }),
    salesforce: createSalesforce({
      loginUrl: origin,
      clientId: 'client',
      secret: secrets.salesforce,
      slackChannelField: null,
      now: () => 0,
      transport,
    }),
    slack: createSlack({ token: secrets.slack, apiUrl: `${origin}/api/`, transport }),
    stackOverflow: createStackOverflow({
      url: `${origin}/v3/teams/acme`,
      token: secrets.stackOverflow,
      transport,
    }),
  };
}

function service(reply: (request: Seen) => Reply) {
  return localService((request) => {
    if (request.url !== '/services/oauth2/token') return reply(request);
    const origin = `http://${request.headers.host}`;
    const id = `${origin}/id/00DAB0000000001AAA/005AB000001DeskYAC`;
    return { status: 200, body: { access_token: secrets.session, instance_url: origin, id } };
  });
}

async function failuresOf(all: ReturnType<typeof clients>): Promise<unknown[]> {
  const { gitlab, salesforce, slack, stackOverflow } = all;
  const writes: Promise<Outcome<unknown>>[] = [
    gitlab.createNote(1, { body: 'x', internal: false }),
    gitlab.updateIssue(1, { confidential: true }),
    gitlab.deleteNote(1, 2),
    salesforce.addToTeam({ opportunityId: '006AB000001Acme', userId: '005AB000001Ines', role: 'SME' }),
    salesforce.removeFromTeam('a0BAB000001Row1'),
    slack.post({ channel: 'C1', key: 'k', text: 'x' }),
    slack.invite('C1', 'U1'),
  ];
  const reads = [
    gitlab.issues({}),
    gitlab.me(),
    salesforce.activeUsers(),
    slack.userByEmail(address),
    slack.channels(),
    stackOverflow.tagId('ai'),
    stackOverflow.questions(1, 0, 1),
    stackOverflow.answers(1),
  ];
  const [written, read] = await Promise.all([Promise.all(writes), Promise.allSettled(reads)]);
  const failedReads = read.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  return [...written.filter((outcome) => outcome.kind !== 'applied'), ...failedReads];
}

/** A secret in any form in which a text of this test can hold it. */
function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').slice(4, 16);
  return [secret, [...secret].reverse().join(''), base64, encodeURIComponent(secret)];
}

describe('a failure of any client', () => {
  it.each(replies)('(%s) holds no token, secret or address, however it is printed', async (_, reply) => {
    await using server = await service(reply);

    const failures = await failuresOf(clients(server.origin));

    expect(failures.length).toBeGreaterThan(5);
    for (const failure of failures) {
      const printed = [
        inspect(failure, { depth: null, showHidden: true, getters: true }),
        JSON.stringify(failure),
        String(failure),
      ].join('\n');
      for (const secret of [...Object.values(secrets), address]) {
        for (const form of formsOf(secret)) expect(printed).not.toContain(form);
      }
    }
  });
});

describe('the error catalogue', () => {
  it.each(Object.entries(errorCatalogue))('%s says what happened and what to do', (code, { what, cure }) => {
    expect(code).toMatch(/^(?:(?:gitlab|salesforce|slack|stack-overflow)-[a-z-]+|group-unreadable)$/);
    expect(what).toMatch(/^[A-Z].*\.$/);
    expect(cure).toMatch(/^[A-Z].*\.$/);
  });
});
