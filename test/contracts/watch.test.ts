import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { describeBreach } from './breach.ts';
import { contractFolder } from './contract-folder.ts';
import { type Watchable, watchContracts } from './watch.ts';

const isHere = contractFolder(process.cwd(), process.env).kind === 'found';
const json = { 'content-type': 'application/json; charset=utf-8' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const labelEvent = {
  id: 142,
  user: null,
  created_at: '2026-11-23T08:00:00.000Z',
  resource_type: 'Issue',
  resource_id: 253,
  label: null,
  action: 'add',
};
const events = '/api/v4/projects/acme%2Fsme-desk/issues/3/resource_label_events';

function exchange(own: {
  method?: string;
  url: string;
  body?: string;
  status?: number;
  answer?: unknown;
}): Exchange {
  const { method = 'GET', url, body = '', status = 200, answer = [] } = own;
  const headers = url.startsWith('/api/v4') ? json : form;
  const text = status === 204 ? '' : JSON.stringify(answer);
  return { method, url, request: { headers, body }, status, answer: { headers: json, body: text } };
}

function breachesOf(...exchanges: readonly Exchange[]): readonly string[] {
  const sandbox: Watchable = { onExchange: null };
  const watch = watchContracts(sandbox);
  for (const one of exchanges) sandbox.onExchange?.(one);
  return watch.breaches().map(describeBreach);
}

describe.runIf(isHere)('a watched exchange', () => {
  it('that fits its description is no breach', () => {
    expect(breachesOf(exchange({ url: `${events}?per_page=100`, answer: [labelEvent] }))).toEqual([]);
  });

  it.each([
    ['a route nobody knows', { url: '/api/v4/projects/7/nonsense' }, 'route: in no description'],
    ['a described route that is not served', { url: events, status: 501 }, 'route: described by the vendor'],
    [
      'a path value of the wrong kind',
      { url: '/api/v4/projects/7/issues/three' },
      'path: /issue_iid must be integer',
    ],
    [
      'a query name nobody knows',
      { url: `${events}?perpage=1` },
      'query:  must NOT have additional properties ("perpage")',
    ],
    [
      'a query value of the wrong kind',
      { url: `${events}?per_page=many` },
      'query: /per_page must be integer',
    ],
    ['a status nobody described', { url: events, status: 418 }, 'status: 418 is not described'],
    [
      'a field of the wrong value',
      { url: events, answer: [{ ...labelEvent, action: 'moved' }] },
      '/0/action must be',
    ],
    ['a field too few', { url: events, answer: [{ id: 1 }] }, "/0 must have required property 'user'"],
    [
      'a field that the sandbox invented',
      { url: events, answer: [{ ...labelEvent, reason: 'x' }] },
      '("reason")',
    ],
    ['an error of a shape nobody knows', { url: events, status: 404, answer: {} }, 'answer:'],
    [
      'a body where none is described',
      { method: 'DELETE', url: '/api/v4/projects/7/labels/x', body: '{"a":1}', status: 204 },
      'body: a body where no body is described',
    ],
    [
      'a parameter nobody knows',
      {
        method: 'POST',
        url: '/api/v4/projects/7/boards',
        body: '{"name":"x","colour":"red"}',
        status: 404,
        answer: { message: 'x' },
      },
      'body:  must NOT have additional properties ("colour")',
    ],
    [
      'a form field of the wrong kind',
      {
        method: 'POST',
        url: '/api/conversations.history',
        body: 'channel=C0123456789&limit=all',
        answer: { ok: false, error: 'x' },
      },
      'body: /limit must be integer',
    ],
    [
      'a route of ours with a wrong answer',
      { url: '/api/v4/projects/7/pipelines', answer: [{ id: 1 }] },
      'answer: /0/iid',
    ],
    [
      'a route of ours with an unknown name',
      { url: '/api/v4/projects/7?x=1', status: 404, answer: { error: 'x' } },
      'query: /x',
    ],
  ])('with %s is a breach', (_, own, detail) => {
    expect(breachesOf(exchange(own)).join('\n')).toContain(detail.replace('  ', ' '));
  });

  it('counts once, however often it is repeated', () => {
    const wrong = exchange({ url: `${events}?perpage=1` });

    expect(breachesOf(wrong, wrong, wrong)).toHaveLength(1);
  });

  it.each([
    ['an answer of a broken server', { url: events, status: 502, answer: 'Bad gateway' }],
    ['the control surface', { url: '/sandbox/state', answer: { anything: true } }],
    [
      'Slack’s refusal with 200',
      { method: 'POST', url: '/api/auth.test', answer: { ok: false, error: 'invalid_auth' } },
    ],
    ['a nested query', { url: '/api/v4/projects/7/issues?not[labels]=a,b&iids[]=3&labels=c&state=opened' }],
  ])('that is %s is left in peace', (_, own) => {
    expect(breachesOf(exchange(own))).toEqual([]);
  });

  it('that was refused counts for the answer only, where wrong requests are sent on purpose', () => {
    const sandbox: Watchable = { onExchange: null };
    const watch = watchContracts(sandbox, { requests: 'accepted' });
    const url = '/api/v4/projects/7/boards';
    sandbox.onExchange?.(
      exchange({ method: 'POST', url, body: '{}', status: 400, answer: { error: 'name is missing' } }),
    );
    sandbox.onExchange?.(exchange({ method: 'POST', url, body: '{}', status: 400, answer: [] }));

    expect(watch.breaches().map(({ part }) => part)).toEqual(['answer']);
  });
});

it('watchers stand beside whoever looked on before', () => {
  const seen: string[] = [];
  const sandbox: Watchable = { onExchange: ({ url }) => seen.push(url) };
  watchContracts(sandbox);
  sandbox.onExchange?.(exchange({ url: '/sandbox/state' }));

  expect(seen).toEqual(['/sandbox/state']);
});
