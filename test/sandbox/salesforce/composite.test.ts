import { expect, it } from 'vitest';
import { exampleSalesforce, opportunities } from '../../../src/sandbox/example/salesforce.ts';
import { answerComposite } from '../../../src/sandbox/salesforce/composite.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';

const version = 'v64.0';

function query(soql: string, referenceId = 'one') {
  return {
    method: 'GET',
    url: `/services/data/${version}/query/?${new URLSearchParams({ q: soql })}`,
    referenceId,
  };
}

const acme = query(`SELECT Id FROM Opportunity WHERE Id = '${opportunities.acme}'`);

function ask(compositeRequest: readonly unknown[]) {
  return answerComposite(exampleSalesforce(), { compositeRequest }, version, 2);
}

it('each query of a composite call has an answer of its own, refused ones too', () => {
  const answer = ask([acme, query('SELECT Nothing FROM Opportunity', 'two')]);

  expect(JSON.parse(answer.body)).toMatchObject({
    compositeResponse: [
      { referenceId: 'one', httpStatusCode: 200, body: { totalSize: 1, done: true } },
      { referenceId: 'two', httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD' }] },
    ],
  });
});

it('an answer in a composite call that does not fit a page links the next one', () => {
  const answer = ask([query('SELECT Id FROM User')]);

  expect(JSON.parse(answer.body)).toMatchObject({
    compositeResponse: [{ body: { done: false, nextRecordsUrl: expect.stringMatching(/\/query\/\w+-2$/) } }],
  });
});

it.each<[string, unknown]>([
  ['a write', { ...acme, method: 'POST' }],
  ['another resource', { ...acme, url: `/services/data/${version}/sobjects/User` }],
  ['another version', { ...acme, url: acme.url.replace('v64.0', 'v63.0') }],
  ['no name for the answer', { ...acme, referenceId: '' }],
  ['a text', 'query'],
])('a composite call with %s in it is refused as a whole', (_, part) => {
  expect(ask([acme, part]).status).toBe(400);
});

it('a composite call holds five queries at most, and one at least', () => {
  expect(ask([1, 2, 3, 4, 5].map(() => acme)).status).toBe(200);
  expect(ask([1, 2, 3, 4, 5, 6].map(() => acme)).status).toBe(400);
  expect(ask([]).status).toBe(400);
});

it('a composite call counts as one call of the day', async () => {
  const served = await startSandbox();
  const body = JSON.stringify({ compositeRequest: [acme, { ...acme, referenceId: 'two' }] });
  const headers = { authorization: 'Bearer sandbox-sam', 'content-type': 'application/json' };
  const url = `${served.origin}/services/data/${version}/composite`;

  const response = await fetch(url, { method: 'POST', headers, body });

  await served.close();
  expect(response.status).toBe(200);
  expect(served.world.salesforce.apiUsed).toBe(1);
});
